import type { Level, Words } from '@award/editions/contract';
import type { CriterionView, Guidance } from '@award/editions/contract';

export type DefaultCriterion = Omit<CriterionView, 'id' | 'position'>;

export function words(nb: string, nn: string, en: string): Words {
  return { nb, nn, en };
}

/** What a 1, a 4 and a 6 look like on the award's scale; the scores between are left to judgement. */
export function levels(one: Words, four: Words, six: Words): Level[] {
  return [
    { score: 1, words: one },
    { score: 4, words: four },
    { score: 6, words: six },
  ];
}

export function guidance(
  singleMeasure: Words,
  allRound: Words,
  perClass: { small: Words; large: Words },
): Guidance {
  return { perBasis: { 'single-measure': singleMeasure, 'all-round': allRound }, perClass };
}
