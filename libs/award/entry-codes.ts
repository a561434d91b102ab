/** What is chosen from lists in an entry: the codes of the award, the same in every edition. */

export const BASES = ['single-measure', 'all-round'] as const;
export type Basis = (typeof BASES)[number];

/** Fields of a single measure, which are also the shelves of the learning bank. */
export const FIELDS = [
  'sites-and-infrastructure',
  'town-centre',
  'planning-and-case-handling',
  'meeting-places',
  'start-ups',
  'business-gardens-and-clusters',
  'procurement',
  'skills-and-recruitment',
  'knowledge-jobs',
  'green-transition',
  'digitalisation',
  'tourism',
  'food-sea-and-land',
  'inclusion-through-work',
  'regional-cooperation',
  'after-a-merger',
] as const;
export type FieldCode = (typeof FIELDS)[number];

/** The eight traits of a good host municipality: prompts of the form, never points. */
export const TRAITS = [
  'part-of-community-building',
  'own-strengths',
  'long-term-strategy',
  'anchored-in-leadership',
  'dialogue-in-planning',
  'part-of-region',
  'across-sectors',
  'two-way-dialogue',
] as const;
export type TraitCode = (typeof TRAITS)[number];

/** The measures in common use for results. */
export const RESULT_MEASURES = [
  'job-growth',
  'new-businesses',
  'value-creation',
  'attractiveness',
  'business-satisfaction',
  'plans-carried-through',
  'other',
] as const;
export type ResultMeasure = (typeof RESULT_MEASURES)[number];
