import type { TraitCode } from '@award/award';
import type { Language } from '../public-language';

/** The words of the learning bank where the entry's own speak to whoever fills it in: short, as they stand in a list to choose from. */
export interface LearningWords {
  readonly traits: Readonly<Record<TraitCode, string>>;
  readonly summary: string;
  readonly text: string;
  readonly difficult: string;
  readonly business: string;
}

export const LEARNING_WORDS: Readonly<Record<Language, LearningWords>> = {
  nb: {
    traits: {
      'part-of-community-building': 'Næring som del av samfunnsbyggingen',
      'own-strengths': 'Bygger på egne fortrinn',
      'long-term-strategy': 'Langsiktig strategi',
      'anchored-in-leadership': 'Forankret i ledelsen',
      'dialogue-in-planning': 'Næringslivet med i planene',
      'part-of-region': 'Del av innsatsen i regionen',
      'across-sectors': 'På tvers av sektorene',
      'two-way-dialogue': 'God dialog med næringslivet',
    },
    summary: 'Kort fortalt',
    text: 'Hva kommunen har gjort',
    difficult: 'Hva som var vanskelig, og hva kommunen lærte',
    business: 'Hva næringslivet bidro med',
  },
  nn: {
    traits: {
      'part-of-community-building': 'Næring som del av samfunnsbygginga',
      'own-strengths': 'Byggjer på eigne fortrinn',
      'long-term-strategy': 'Langsiktig strategi',
      'anchored-in-leadership': 'Forankra i leiinga',
      'dialogue-in-planning': 'Næringslivet med i planane',
      'part-of-region': 'Del av innsatsen i regionen',
      'across-sectors': 'På tvers av sektorane',
      'two-way-dialogue': 'God dialog med næringslivet',
    },
    summary: 'Kort fortalt',
    text: 'Kva kommunen har gjort',
    difficult: 'Kva som var vanskeleg, og kva kommunen lærte',
    business: 'Kva næringslivet bidrog med',
  },
  en: {
    traits: {
      'part-of-community-building': 'Business as part of community building',
      'own-strengths': 'Builds on its own strengths',
      'long-term-strategy': 'A long-term strategy',
      'anchored-in-leadership': 'Anchored in the leadership',
      'dialogue-in-planning': 'Business takes part in planning',
      'part-of-region': 'Part of the region’s effort',
      'across-sectors': 'Across the municipal sectors',
      'two-way-dialogue': 'Good dialogue with business',
    },
    summary: 'In short',
    text: 'What the municipality has done',
    difficult: 'What was difficult, and what was learnt',
    business: 'What business contributed',
  },
};
