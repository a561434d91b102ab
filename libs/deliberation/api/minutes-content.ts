import { type EntityManager } from 'typeorm';
import type { MotionResult } from '@award/award';
import type { MinutesContent } from '@award/deliberation/contract';
import type { ClassRoom } from './class-door';
import type { DeliberationState, MeetingRow } from './meeting-state';
import { minutesScores } from './minutes-scores';

type ClassQuestionRow = Omit<NonNullable<MinutesContent['classQuestions']>[number], 'settledAt'> & {
  settledAt: Date;
};

/** The kept rankings that a meeting could see: the one it opened on, and those frozen until it closed. */
const RANKINGS = `
select id, input_hash as "inputHash", made_at as "madeAt" from ranking
where edition_id = $1 and class_code = $2 and made_at <= coalesce($4::timestamptz, award_now())
  and made_at >= (select max(made_at) from ranking where edition_id = $1 and class_code = $2 and made_at <= $3::timestamptz)
order by made_at, id`;

/** What was put to the vote beside the decisions, counted. */
const MOTIONS = `
select id, seat_id as "seatId", text, put_at as "putAt", result from motion
where meeting_id = $1 and state = 'closed' order by put_at, id`;

/** Classes of entries that the jury has settled since the meeting before, of entries that stood or now stand in the class. */
const CLASS_QUESTIONS = `
select q.id, q.nomination_id as "nominationId", q.class_code as "fromClass", q.to_class as "toClass", q.finding, q.outcome, q.reason,
  q.in_favour as "inFavour", q.against, q.sheets_set_aside as "sheetsSetAside", q.settled_at as "settledAt"
from class_question q
where q.edition_id = $1 and q.outcome is not null and (q.class_code = $2 or (q.to_class = $2 and q.outcome = 'move'))
  and q.settled_at <= coalesce($4::timestamptz, award_now())
  and q.settled_at > coalesce((select max(m.closed_at) from meeting m
    where m.edition_id = $1 and m.class_code = $2 and m.opened_at < $3::timestamptz), '-infinity')
order by q.settled_at, q.id`;

/** What the minutes say, from what the database holds: nothing is typed in that is not somewhere else too. */
export async function minutesContent(
  tx: EntityManager,
  { edition, cls }: ClassRoom,
  state: DeliberationState & { meeting: MeetingRow },
  missingSheets: MinutesContent['missingSheets'],
): Promise<MinutesContent> {
  const { meeting } = state;
  const rankings: { id: string; inputHash: string; madeAt: Date }[] = await tx.query(RANKINGS, [
    edition.id,
    cls.code,
    meeting.openedAt,
    meeting.closedAt,
  ]);
  const motions: { id: string; seatId: string; text: string; putAt: Date; result: MotionResult }[] =
    await tx.query(MOTIONS, [meeting.id]);
  const questions: ClassQuestionRow[] = await tx.query(CLASS_QUESTIONS, [
    edition.id,
    cls.code,
    meeting.openedAt,
    meeting.closedAt,
  ]);
  const newest = rankings.at(-1);
  const during = (at: string) =>
    Date.parse(at) >= Date.parse(meeting.openedAt) &&
    (meeting.closedAt === null || Date.parse(at) <= Date.parse(meeting.closedAt));
  return {
    editionId: edition.id,
    year: edition.year,
    classCode: cls.code,
    meeting: {
      id: meeting.id,
      openedAt: instant(meeting.openedAt),
      closedAt: meeting.closedAt && instant(meeting.closedAt),
    },
    quorum: edition.quorum,
    ruleHash: edition.ruleHash,
    attendance: state.attendance.map(
      ({ seatId, house, position, present, steppedOutAt, returnedAt }) => ({
        seatId,
        house,
        position,
        present,
        steppedOutAt: steppedOutAt && instant(steppedOutAt),
        returnedAt: returnedAt && instant(returnedAt),
      }),
    ),
    rankings: rankings.map(({ id, inputHash, madeAt }) => ({
      id,
      inputHash,
      madeAt: madeAt.toISOString(),
    })),
    ballots: state.ballots
      .filter(({ meetingId }) => meetingId === meeting.id)
      .map(({ id, round, options, openedAt, closedAt, cast, result }) => ({
        id,
        round,
        options,
        openedAt: instant(openedAt),
        closedAt: closedAt && instant(closedAt),
        papers: cast.length,
        winners: result?.winners ?? [],
        papersHash: result?.papersHash ?? null,
      })),
    decisions: state.decisions
      .filter(({ sealedAt }) => during(sealedAt))
      .map((one) => ({
        id: one.id,
        kind: one.kind,
        number: one.number,
        finalists: one.finalists,
        reserve: one.reserve,
        winners: one.winners,
        reason: one.reason,
        dissent: one.dissent,
        votesFor: one.votesFor,
        votesAgainst: one.votesAgainst,
        settlement: one.settlement,
        sealedAt: instant(one.sealedAt),
        rankingId: one.rankingId,
        ballotId: one.ballotId,
        supersedes: one.supersedesId,
      })),
    motions: motions.map((one) => ({ ...one, putAt: one.putAt.toISOString() })),
    missingSheets,
    scores: newest ? await minutesScores(tx, newest.id) : [],
    reviews: state.decisions.flatMap(({ id, kind, reviews }) =>
      reviews
        .filter(({ settledAt }) => during(settledAt))
        .map(({ settledAt, ...review }) => ({
          decisionId: id,
          kind,
          ...review,
          settledAt: instant(settledAt),
        })),
    ),
    classQuestions: questions.map((one) => ({ ...one, settledAt: one.settledAt.toISOString() })),
  };
}

/** PostgreSQL's JSON writes an instant with microseconds and an offset; minutes hold ISO in UTC. */
export function instant(at: string): string {
  return new Date(at).toISOString();
}
