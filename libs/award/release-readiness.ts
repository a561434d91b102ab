/**
 * What a release waits for, and on what ground. There has to be a result to tell of; two people hold the
 * keys. Of what is written, three things stop a release and no others: the release text in bokmål, the
 * sign-off of a justification, and the words and credit of a picture. Each has its way out. All else that
 * could be better (length, a language, an unanswered fact-check) advises.
 */

/** `result`: it is decided, and told in the right order. `keys`: people let it go. `words`: what is written. */
export type ReleaseGround = 'result' | 'keys' | 'words';

/** Where somebody goes to mend it. */
export type ReleaseWay = 'meeting' | 'justifications' | 'images' | 'release-text' | null;

export const RELEASE_CONDITIONS = {
  phase: { ground: 'result', way: null },
  'finalists-decided': { ground: 'result', way: 'meeting' },
  'winner-decided': { ground: 'result', way: 'meeting' },
  'justifications-sealed': { ground: 'words', way: 'justifications' },
  'images-ready': { ground: 'words', way: 'images' },
  'release-text': { ground: 'words', way: 'release-text' },
  sealed: { ground: 'keys', way: null },
  'as-decided': { ground: 'result', way: null },
  'finalists-released': { ground: 'result', way: null },
  'two-keys': { ground: 'keys', way: null },
  'not-stopped': { ground: 'keys', way: null },
  time: { ground: 'keys', way: null },
} as const satisfies Record<string, { ground: ReleaseGround; way: ReleaseWay }>;

/** A condition of a release. */
export type ReleaseConditionCode = keyof typeof RELEASE_CONDITIONS;

/** Where to go to mend a condition that is not met; null where nothing is to be written or chosen. */
export function wayOut(code: ReleaseConditionCode): ReleaseWay {
  return RELEASE_CONDITIONS[code].way;
}
