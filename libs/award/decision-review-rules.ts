/**
 * A conflict that comes up after a decision is sealed. When somebody who took part in a decision, in
 * the room, by a sheet or by a paper, is found recused afterwards, the decision stands in question:
 * nothing more is built on it until the jury, without that member, has either kept it with a reason
 * or put a new one in its place (maySupersede). Keeping it is recorded with the vote; what was
 * decided before is never edited.
 */
import type { RecordedVote } from './decision-rules';
import { allOf, needs, type Verdict } from './verdict';

/** How one member had to do with a decision, and when the member was found recused. */
export interface Involvement {
  readonly seat: string;
  /** In the room when it was sealed, with a sheet in its ranking, or with a paper in its ballot. */
  readonly tookPart: boolean;
  /** When the latest ruling found the member recused; null when it does not. */
  readonly recusedAt: Date | null;
}

/** The members for whose sake a decision stands in question, in the order given. */
export function inQuestionFor(decision: {
  readonly sealedAt: Date;
  /** When the jury last kept the decision; null when it has not been asked. */
  readonly keptAt: Date | null;
  readonly members: readonly Involvement[];
}): readonly string[] {
  const since = Math.max(decision.sealedAt.getTime(), decision.keptAt?.getTime() ?? -Infinity);
  return decision.members
    .filter(
      ({ tookPart, recusedAt }) => tookPart && recusedAt !== null && recusedAt.getTime() > since,
    )
    .map(({ seat }) => seat);
}

/** Whether something may be built on a decision: the winner on the finalists, a release on both. */
export function mayBuildOn(inQuestion: number): Verdict {
  return needs(inQuestion === 0, 'decision-in-question');
}

/** Whether the jury may keep a decision that stands in question: able to decide, with a reason and a vote for it. */
export function mayKeepDecision(keeping: {
  readonly inQuestion: number;
  readonly quorum: Verdict;
  readonly reason: string;
  readonly vote: RecordedVote;
}): Verdict {
  return allOf(
    needs(keeping.inQuestion > 0, 'nothing-to-rule'),
    keeping.quorum,
    needs(keeping.reason.trim() !== '', 'reason-required'),
    needs(keeping.vote.inFavour > keeping.vote.against, 'vote-required'),
  );
}
