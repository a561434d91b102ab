import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mayBuildOn, mayCastBallot, mayOpenBallot, needs, settlementsOf, yes } from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { CastPaper, Made } from '@award/deliberation/contract';
import { countPapers, isPaper, type Paper } from './ballot-count';
import { BallotOption, BallotRow } from './ballot.entity';
import { classEntries } from './class-entries';
import { ClassDoor } from './class-door';
import { demandPresent, type JuryRoom, JuryRoomDoor, presentMembers, rulesOf } from './jury-room';
import { type BallotState, inForce, readState } from './meeting-state';
import { ballotHolds, nothingAwaits } from './moments/ballots-in-force';
import { inQuestion } from './moments/decisions-in-question';

interface OpenBallotRow {
  id: string;
  editionId: string;
  classCode: string;
  state: 'open' | 'closed';
}

const PAPERS = `
select p.seat_id as "seatId", s.house, p.choices from ballot_paper p join seat s on s.id = p.seat_id
where p.ballot_id = $1 order by p.seat_id`;

/** The winner's ballot: opened in the meeting, one secret paper per seat, counted when closed. */
@Injectable()
export class Ballots {
  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
    private readonly room: JuryRoomDoor,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  /** Opens the next round: over the finalists first, then over those who tied. */
  open(principal: Principal, editionId: string, classCode: string, key: string): Promise<Made> {
    const intent = { act: 'ballot:open', editionId, classCode };
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, intent, async () => {
        const room = await this.room.enter(tx, principal, editionId, classCode, 'vote');
        demandPresent(room);
        const anotherIsOpen = room.state.ballots.some(({ state }) => state === 'open');
        const rules = rulesOf(room, settlementsOf(room.edition.tieRule));
        demand(nothingAwaits(room));
        const { finalists } = inForce(room.state.decisions);
        if (finalists) demand(mayBuildOn(inQuestion(finalists).length));
        demand(mayOpenBallot(rules, anotherIsOpen));
        const round = await nextRound(tx, room);
        const made = await tx.insert(BallotRow, {
          meetingId: room.meeting.id,
          editionId,
          classCode,
          finalistsDecisionId: round.finalistsDecisionId,
          round: round.number,
          openedBy: principal.personId,
        });
        const { id } = made.identifiers[0] as { id: string };
        await tx.insert(
          BallotOption,
          round.options.map((nominationId) => ({
            ballotId: id,
            nominationId,
            editionId,
            classCode,
          })),
        );
        for (const entry of room.happened) await this.log.write(tx, entry);
        await this.log.write(tx, {
          principal,
          act: 'ballot:open',
          subjectType: 'ballot',
          subjectId: id,
          editionId,
          facts: { classCode, round: round.number, options: round.options },
        });
        return { id };
      }),
    );
  }

  /**
   * Casts or changes the member's own paper. The ballot row is held against closing while the paper is
   * written; papers of others do not wait for it. The paper is its own evidence and nothing is logged: a
   * ballot is secret.
   */
  async cast(principal: Principal, ballotId: string, body: CastPaper): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await lockedBallot(tx, ballotId, 'for share');
      const ballot = await this.door.known(tx, principal, found);
      const { editionId, classCode } = ballot;
      const room = await this.door.look(tx, principal, editionId, classCode);
      const { own } = room;
      if (!own) throw new Refused('not-permitted');
      demand(mayCastBallot({ open: ballot.state === 'open', seat: yes, takesPart: own.takesPart }));
      const state = await readState(tx, editionId, classCode);
      const present = presentMembers(room, state).some(({ seatId }) => seatId === own.seatId);
      demand(needs(present, 'not-present'));
      const options = state.ballots.find(({ id }) => id === ballotId)?.options ?? [];
      const choices = body.ranks.map((one) => one.options);
      demand(needs(isPaper(options, choices), 'bad-ballot'));
      await tx.query(
        `insert into ballot_paper (ballot_id, seat_id, edition_id, class_code, choices) values ($1, $2, $3, $4, $5)
         on conflict (ballot_id, seat_id) do update set choices = excluded.choices, cast_at = award_now()`,
        [ballotId, own.seatId, editionId, classCode, JSON.stringify(choices)],
      );
    });
  }

  /** Closes and counts. The result is frozen; a tie is told, never broken. */
  close(principal: Principal, ballotId: string, key: string): Promise<Made> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { act: 'ballot:close', ballotId }, async () => {
        const found = await lockedBallot(tx, ballotId, '');
        const { editionId, classCode } = await this.door.known(tx, principal, found);
        const room = await this.room.enter(tx, principal, editionId, classCode, 'vote');
        demandPresent(room);
        const ballot = await lockedBallot(tx, ballotId, 'for update');
        demand(needs(ballot?.state === 'open', 'ballot-closed'));
        const options = room.state.ballots.find(({ id }) => id === ballotId)?.options ?? [];
        const papers: Paper[] = await tx.query(PAPERS, [ballotId]);
        const taking = new Set(room.present.map(({ seatId }) => seatId));
        const counted = papers.map(({ seatId }) => seatId).filter((seatId) => taking.has(seatId));
        const papersSalt = randomBytes(32).toString('hex');
        const result = countPapers(options, papers, (seatId) => taking.has(seatId), papersSalt);
        const [, closed] = await tx.query(
          `update ballot set state = 'closed', closed_at = award_now(), result = $2 where id = $1 and state = 'open'`,
          [ballotId, JSON.stringify({ ...result, papersSalt, counted })],
        );
        demand(needs(closed === 1, 'ballot-closed'));
        for (const entry of room.happened) await this.log.write(tx, entry);
        await this.log.write(tx, {
          principal,
          act: 'ballot:close',
          subjectType: 'ballot',
          subjectId: ballotId,
          editionId,
          facts: {
            classCode,
            papers: papers.length - result.setAside,
            setAside: result.setAside,
            papersHash: result.papersHash,
          },
        });
        return { id: ballotId };
      }),
    );
  }
}

/** The ballot, for whoever's grant reaches its class; anyone else gets the answer of an unknown id. */
async function lockedBallot(
  tx: EntityManager,
  ballotId: string,
  lock: '' | 'for share' | 'for update',
): Promise<OpenBallotRow | undefined> {
  const [row] = await tx.query(
    `select id, edition_id as "editionId", class_code as "classCode", state from ballot where id = $1 ${lock}`,
    [ballotId],
  );
  return row;
}

/** What the next round is about, or a refusal when the last one has settled it. */
async function nextRound(
  tx: EntityManager,
  room: JuryRoom,
): Promise<{ finalistsDecisionId: string; number: number; options: string[] }> {
  const { finalists } = inForce(room.state.decisions);
  if (!finalists) throw new Refused('wrong-stage');
  const living = await livingOf(tx, room, finalists.finalists);
  demand(needs(living.length > 0, 'not-a-finalist'));
  const rounds = room.state.ballots.filter(
    ({ finalistsDecisionId }) => finalistsDecisionId === finalists.id,
  );
  const last = rounds.at(-1);
  return {
    finalistsDecisionId: finalists.id,
    number: rounds.length + 1,
    options: last?.result ? optionsAfter(last, living, room) : living,
  };
}

/** Those who tied and still stand; all who stand when the last round no longer holds. */
function optionsAfter(last: BallotState, living: string[], room: JuryRoom): string[] {
  const winners = last.result?.winners ?? [];
  const standing = winners.filter((entry) => living.includes(entry));
  if (standing.length === 0 || !ballotHolds(last, room)) return living;
  demand(needs(standing.length > 1, 'already-decided'));
  return standing;
}

/** The entries that have not been withdrawn, in the given order. */
export async function livingOf(
  tx: EntityManager,
  { edition, cls }: Pick<JuryRoom, 'edition' | 'cls'>,
  entries: readonly string[],
): Promise<string[]> {
  const all = await classEntries(tx, edition.id, cls.code);
  const standing = new Set(
    all.filter(({ state }) => state !== 'withdrawn').map(({ nominationId }) => nominationId),
  );
  return entries.filter((entry) => standing.has(entry));
}
