import { MOTION_VOTES, type MotionResult, type MotionVote } from '@award/award';

export const VOTES = MOTION_VOTES;

export const VOTE_WORDS: Readonly<Record<MotionVote, string>> = {
  for: $localize`:@@deliberation.motion.for:For`,
  against: $localize`:@@deliberation.motion.against:Mot`,
  abstain: $localize`:@@deliberation.motion.abstain:Avstår`,
};

/** How a motion went, in one sentence. */
export function motionWords({ inFavour, against, abstained, carried, tie }: MotionResult): string {
  const counts = $localize`:@@deliberation.motion.counts:${inFavour}:for: for, ${against}:against: mot, ${abstained}:abstained: avsto.`;
  if (carried) return $localize`:@@deliberation.motion.carried:Vedtatt` + `: ${counts}`;
  if (tie) return $localize`:@@deliberation.motion.tie:Stemmelikhet, ikke vedtatt` + `: ${counts}`;
  return $localize`:@@deliberation.motion.lost:Ikke vedtatt` + `: ${counts}`;
}
