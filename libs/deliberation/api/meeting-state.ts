import type { TieSettlement } from '@award/award';
import type { Db } from '@award/editions/api';
import type { BallotResultView } from '@award/deliberation/contract';
import {
  RECUSED_PARTS,
  type RecusedPart,
  type ReviewRow,
  REVIEWS,
} from './moments/decisions-in-question';

export interface MeetingRow {
  id: string;
  openedAt: string;
  closedAt: string | null;
}

export interface AttendanceRow {
  seatId: string;
  name: string;
  house: 'KS' | 'NHO' | 'independent';
  position: 'leader' | 'deputy-leader' | 'member' | 'deputy';
  present: boolean;
  steppedOutAt: string | null;
  returnedAt: string | null;
}

export interface BallotState {
  id: string;
  meetingId: string;
  finalistsDecisionId: string;
  round: number;
  state: 'open' | 'closed';
  options: string[];
  openedAt: string;
  closedAt: string | null;
  /** Seats that have cast a paper. */
  cast: string[];
  /** Seats whose paper was counted; null while it is open. */
  counted: string[] | null;
  result: BallotResultView | null;
}

export interface DecisionRow {
  id: string;
  kind: 'finalists' | 'winner';
  number: number;
  finalists: string[];
  reserve: string[];
  winners: string[];
  reason: string;
  dissent: string | null;
  votesFor: number | null;
  votesAgainst: number | null;
  settlement: TieSettlement | null;
  rankingId: string | null;
  rankingHash: string | null;
  ballotId: string | null;
  ballotRound: number | null;
  finalistsDecisionId: string | null;
  supersedesId: string | null;
  supersededById: string | null;
  sealedAt: string;
  /** When the jury has kept it since. Oldest first. */
  reviews: ReviewRow[];
  /** Who took part in it and has been found recused since it was sealed. */
  recusedParts: RecusedPart[];
}

export interface MinutesLineRow {
  id: string;
  meetingId: string;
  number: number;
  madeAt: string;
  sha256: string;
  approvedAt: string | null;
  approvedBy: string | null;
}

/** Everything that has happened in the deliberation of a class, in one statement. */
export interface DeliberationState {
  /** The open meeting, else the latest. */
  meeting: MeetingRow | null;
  attendance: AttendanceRow[];
  ballots: BallotState[];
  decisions: DecisionRow[];
  minutes: MinutesLineRow[];
  now: Date;
}

const DECISIONS = `
select d.id, d.kind, d.number, d.reason, d.dissent, d.votes_for as "votesFor", d.votes_against as "votesAgainst", d.settlement,
  d.ranking_id as "rankingId", r.input_hash as "rankingHash", d.ballot_id as "ballotId", b.round as "ballotRound",
  d.finalists_decision_id as "finalistsDecisionId", d.supersedes_id as "supersedesId",
  (select newer.id from decision newer where newer.supersedes_id = d.id) as "supersededById", d.sealed_at as "sealedAt",
  array(select x.nomination_id from decision_entry x where x.decision_id = d.id and x.outcome = 'finalist' order by x.position) as finalists,
  array(select x.nomination_id from decision_entry x where x.decision_id = d.id and x.outcome = 'reserve' order by x.position) as reserve,
  array(select x.nomination_id from decision_entry x where x.decision_id = d.id and x.outcome = 'winner' order by x.position) as winners,
  coalesce((select json_agg(v) from (${REVIEWS}) v), '[]') as reviews,
  coalesce((select json_agg(p order by p::text) from (${RECUSED_PARTS}) p), '[]') as "recusedParts"
from decision d left join ranking r on r.id = d.ranking_id left join ballot b on b.id = d.ballot_id
where d.edition_id = $1 and d.class_code = $2 order by d.sealed_at, d.id`;

const STATE = `
with m as (
  select id, opened_at as "openedAt", closed_at as "closedAt" from meeting
  where edition_id = $1 and class_code = $2 order by closed_at is null desc, opened_at desc limit 1)
select award_now() as now,
  (select to_json(m) from m) as meeting,
  (select coalesce(json_agg(a order by array_position(array['leader', 'deputy-leader', 'member', 'deputy'], a.position), a.house, a.name), '[]')
    from (select a.seat_id as "seatId", s.name, s.house, s.role as position, a.present,
        a.stepped_out_at as "steppedOutAt", a.returned_at as "returnedAt"
      from attendance a join seat s on s.id = a.seat_id where a.meeting_id = (select id from m)) a) as attendance,
  (select coalesce(json_agg(b order by b."openedAt", b.round), '[]')
    from (select b.id, b.meeting_id as "meetingId", b.finalists_decision_id as "finalistsDecisionId", b.round, b.state,
        b.result - 'papersSalt' - 'counted' as result, b.result -> 'counted' as counted,
        b.opened_at as "openedAt", b.closed_at as "closedAt",
        array(select o.nomination_id from ballot_option o where o.ballot_id = b.id order by o.nomination_id) as options,
        array(select p.seat_id from ballot_paper p where p.ballot_id = b.id order by p.seat_id) as cast
      from ballot b where b.edition_id = $1 and b.class_code = $2) b) as ballots,
  (select coalesce(json_agg(d), '[]') from (${DECISIONS}) d) as decisions,
  (select coalesce(json_agg(p order by p."madeAt", p.number), '[]')
    from (select p.id, p.meeting_id as "meetingId", p.number, p.made_at as "madeAt", p.sha256, p.approved_at as "approvedAt",
        who.name as "approvedBy"
      from minutes p left join person who on who.id = p.approved_by where p.edition_id = $1 and p.class_code = $2) p) as minutes`;

export async function readState(
  db: Db,
  editionId: string,
  classCode: string,
): Promise<DeliberationState> {
  const [row] = await db.query(STATE, [editionId, classCode]);
  return row;
}

export async function readDecisions(
  db: Db,
  editionId: string,
  classCode: string,
): Promise<DecisionRow[]> {
  return db.query(DECISIONS, [editionId, classCode]);
}

/** The decisions that hold: the last on the finalists, and the last on the winner if it chose among those. */
export function inForce(decisions: readonly DecisionRow[]): {
  finalists: DecisionRow | null;
  winner: DecisionRow | null;
} {
  const last = (kind: DecisionRow['kind']) =>
    decisions.find((one) => one.kind === kind && one.supersededById === null) ?? null;
  const finalists = last('finalists');
  const winner = last('winner');
  return {
    finalists,
    winner: winner && winner.finalistsDecisionId === finalists?.id ? winner : null,
  };
}
