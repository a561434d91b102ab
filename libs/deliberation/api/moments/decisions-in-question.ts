import { inQuestionFor } from '@award/award';
import type { DecisionReviewView } from '@award/deliberation/contract';
import type { DecisionRow } from '../meeting-state';

/** A seat that took part in a decision and whose member the latest ruling on some entry found recused. */
export interface RecusedPart {
  seatId: string;
  recusedAt: string;
}

export interface ReviewRow {
  reason: string;
  votesFor: number;
  votesAgainst: number;
  settledAt: string;
}

/**
 * Of decision `d`: who of the recused took part in it. In the room when it was sealed, with a sheet that its
 * ranking counts, or with a paper in its ballot. Asked for decisions that hold; hardly ever a row.
 */
export const RECUSED_PARTS = `
  select r.seat_id as "seatId", max(r.ruled_at) as "recusedAt" from (
    select distinct on (u.seat_id, u.nomination_id) u.seat_id, u.outcome, u.ruled_at from ruling u
    where u.edition_id = d.edition_id and u.class_code = d.class_code order by u.seat_id, u.nomination_id, u.ruled_at desc) r
  where r.outcome = 'recused' and r.ruled_at > d.sealed_at and not exists (select from decision newer where newer.supersedes_id = d.id)
    and (exists (select from attendance a join meeting m on m.id = a.meeting_id
        where a.seat_id = r.seat_id and m.edition_id = d.edition_id and m.class_code = d.class_code and m.opened_at <= d.sealed_at
          and (m.closed_at is null or m.closed_at >= d.sealed_at) and (a.present or a.stepped_out_at > d.sealed_at))
      or exists (select from ranking k cross join jsonb_array_elements(k.input -> 'sheets') sheet
        where k.id = d.ranking_id and sheet ->> 'judge' = r.seat_id::text and sheet ->> 'setAside' is null and (sheet ->> 'locked')::boolean)
      or exists (select from ballot_paper p where p.ballot_id = d.ballot_id and p.seat_id = r.seat_id))
  group by r.seat_id order by r.seat_id`;

/** Whether the decision with this id stands in question, as SQL. A spec proves that it answers as inQuestion does. */
export const decisionInQuestion = (decisionId: string) => `exists (
  select from decision d cross join lateral (${RECUSED_PARTS}) part where d.id = ${decisionId}
    and part."recusedAt" > coalesce((select max(v.settled_at) from decision_review v where v.decision_id = d.id), '-infinity'))`;

/** Of decision `d`: when the jury has kept it, and why. */
export const REVIEWS = `
  select v.reason, v.votes_for as "votesFor", v.votes_against as "votesAgainst", v.settled_at as "settledAt"
  from decision_review v where v.decision_id = d.id order by v.settled_at, v.id`;

/** The seats for whose sake a decision stands in question, until the jury keeps or replaces it. */
export function inQuestion({ sealedAt, reviews, recusedParts }: DecisionRow): readonly string[] {
  const kept = reviews.at(-1);
  return inQuestionFor({
    sealedAt: new Date(sealedAt),
    keptAt: kept ? new Date(kept.settledAt) : null,
    members: recusedParts.map(({ seatId, recusedAt }) => ({
      seat: seatId,
      tookPart: true,
      recusedAt: new Date(recusedAt),
    })),
  });
}

export function reviewViews({ reviews }: DecisionRow): DecisionReviewView[] {
  return reviews.map((one) => ({ ...one, settledAt: new Date(one.settledAt).toISOString() }));
}
