import type { MotionResult, MotionVote } from '@award/award';
import type { Db } from '@award/editions/api';

export interface TalkRow {
  revision: number;
  onTheTable: { nominationId: string; since: string } | null;
  remarks: { id: string; nominationId: string; seatId: string; text: string; madeAt: string }[];
  motions: {
    id: string;
    seatId: string;
    text: string;
    state: 'open' | 'closed';
    putAt: string;
    closedAt: string | null;
    votes: number;
    mine: MotionVote | null;
    result: MotionResult | null;
  }[];
}

const TALK = `
with m as (
  select id, closed_at from meeting where edition_id = $1 and class_code = $2
  order by closed_at is null desc, opened_at desc limit 1)
select coalesce((select revision from meeting_revision where edition_id = $1 and class_code = $2), 0) as revision,
  (select json_build_object('nominationId', i.nomination_id, 'since', i.taken_up_at) from meeting_item i
    where i.meeting_id = (select id from m where closed_at is null) and i.left_at is null) as "onTheTable",
  (select coalesce(json_agg(json_build_object('id', r.id, 'nominationId', r.nomination_id, 'seatId', r.seat_id, 'text', r.text,
      'madeAt', r.made_at) order by r.made_at, r.id), '[]')
    from remark r where r.edition_id = $1 and r.class_code = $2) as remarks,
  (select coalesce(json_agg(o order by o."putAt", o.id), '[]')
    from (select o.id, o.seat_id as "seatId", o.text, o.state, o.put_at as "putAt", o.closed_at as "closedAt", o.result,
        (select count(*)::int from motion_vote v where v.motion_id = o.id) as votes,
        (select v.vote from motion_vote v where v.motion_id = o.id and v.seat_id = $3) as mine
      from motion o where o.meeting_id = (select id from m)) o) as motions`;

/** Everything that is said in the deliberation of a class, in one statement. */
export async function readTalk(
  db: Db,
  editionId: string,
  classCode: string,
  ownSeat: string | null,
): Promise<TalkRow> {
  const [row] = await db.query(TALK, [editionId, classCode, ownSeat]);
  return row;
}
