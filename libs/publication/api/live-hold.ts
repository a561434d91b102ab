import type { Database } from './releases.queries';

/**
 * The live page follows the video stream: a winner that is out is told there when the stream has come to it, to every
 * reader alike, however the page is fetched. The hold is a row written with the release, and its end another write, so
 * that no page asks a clock what it may show.
 */
const HOLD = `
insert into live_hold (release_id, edition_id, due_at)
select r.id, r.edition_id, r.released_at + make_interval(secs => c.live_delay)
from release r join stage_control c on c.edition_id = r.edition_id
where r.id = $1 and r.kind = 'winners' and r.number = 1 and c.live_delay > 0`;

/** Begins the hold of a release; none without a delay, and none of a correction. */
export async function holdOnLivePage(tx: Database, releaseId: string): Promise<void> {
  await tx.query(HOLD, [releaseId]);
}

/** Ends the holds whose time is over. Whichever process comes first ends one; the others find nothing to do. */
export async function endDueHolds(db: Database): Promise<void> {
  await db.query(
    'update live_hold set ended_at = award_now() where ended_at is null and due_at <= award_now()',
  );
}
