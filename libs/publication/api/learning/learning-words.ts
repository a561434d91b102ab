import type { Basis, FieldCode, ResultMeasure, TraitCode } from '@award/award';
import type { Language } from '../public-language';

/** The words of the learning bank for codes and headings; short, as they stand in a list to choose from. */
export interface LearningWords {
  readonly bases: Readonly<Record<Basis, string>>;
  readonly fields: Readonly<Record<FieldCode, string>>;
  readonly traits: Readonly<Record<TraitCode, string>>;
  readonly measures: Readonly<Record<ResultMeasure, string>>;
  readonly summary: string;
  readonly text: string;
  readonly difficult: string;
  readonly business: string;
}

export const LEARNING_WORDS: Readonly<Record<Language, LearningWords>> = {
  nb: {
    bases: { 'single-measure': 'Et enkelt tiltak', 'all-round': 'Helhetlig arbeid over tid' },
    fields: {
      'sites-and-infrastructure': 'Tomter og infrastruktur',
      'town-centre': 'Sentrumsutvikling',
      'planning-and-case-handling': 'Plan og saksbehandling',
      'meeting-places': 'Møteplasser og dialog med næringslivet',
      'start-ups': 'Gründere og nye bedrifter',
      'business-gardens-and-clusters': 'Næringshager, inkubatorer og klynger',
      procurement: 'Innovative innkjøp og lokale leverandører',
      'skills-and-recruitment': 'Kompetanse, rekruttering og utdanning',
      'knowledge-jobs': 'Kunnskapsarbeidsplasser og kontorfellesskap',
      'green-transition': 'Grønn og sirkulær omstilling',
      digitalisation: 'Digitalisering',
      tourism: 'Reiseliv og opplevelser',
      'food-sea-and-land': 'Mat, hav og jord',
      'inclusion-through-work': 'Inkludering gjennom arbeid',
      'regional-cooperation': 'Samarbeid i regionen',
      'after-a-merger': 'Etter en kommunesammenslåing',
    },
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
    measures: {
      'job-growth': 'Vekst i arbeidsplasser',
      'new-businesses': 'Nye bedrifter',
      'value-creation': 'Verdiskaping',
      attractiveness: 'Attraktivitet ut over det næringsstrukturen tilsier',
      'business-satisfaction': 'Hva næringslivet sier om kommunen',
      'plans-carried-through': 'Planer som er gjennomført',
      other: 'Noe annet',
    },
    summary: 'Kort fortalt',
    text: 'Hva kommunen har gjort',
    difficult: 'Hva som var vanskelig, og hva kommunen lærte',
    business: 'Hva næringslivet bidro med',
  },
  nn: {
    bases: { 'single-measure': 'Eit enkelt tiltak', 'all-round': 'Heilskapleg arbeid over tid' },
    fields: {
      'sites-and-infrastructure': 'Tomter og infrastruktur',
      'town-centre': 'Sentrumsutvikling',
      'planning-and-case-handling': 'Plan og sakshandsaming',
      'meeting-places': 'Møteplassar og dialog med næringslivet',
      'start-ups': 'Gründerar og nye bedrifter',
      'business-gardens-and-clusters': 'Næringshagar, inkubatorar og klyngjer',
      procurement: 'Innovative innkjøp og lokale leverandørar',
      'skills-and-recruitment': 'Kompetanse, rekruttering og utdanning',
      'knowledge-jobs': 'Kunnskapsarbeidsplassar og kontorfellesskap',
      'green-transition': 'Grøn og sirkulær omstilling',
      digitalisation: 'Digitalisering',
      tourism: 'Reiseliv og opplevingar',
      'food-sea-and-land': 'Mat, hav og jord',
      'inclusion-through-work': 'Inkludering gjennom arbeid',
      'regional-cooperation': 'Samarbeid i regionen',
      'after-a-merger': 'Etter ei kommunesamanslåing',
    },
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
    measures: {
      'job-growth': 'Vekst i arbeidsplassar',
      'new-businesses': 'Nye bedrifter',
      'value-creation': 'Verdiskaping',
      attractiveness: 'Attraktivitet ut over det næringsstrukturen tilseier',
      'business-satisfaction': 'Kva næringslivet seier om kommunen',
      'plans-carried-through': 'Planar som er gjennomførte',
      other: 'Noko anna',
    },
    summary: 'Kort fortalt',
    text: 'Kva kommunen har gjort',
    difficult: 'Kva som var vanskeleg, og kva kommunen lærte',
    business: 'Kva næringslivet bidrog med',
  },
  en: {
    bases: { 'single-measure': 'A single measure', 'all-round': 'All-round work over time' },
    fields: {
      'sites-and-infrastructure': 'Sites and infrastructure',
      'town-centre': 'Town-centre development',
      'planning-and-case-handling': 'Planning and case handling',
      'meeting-places': 'Meeting places and dialogue with business',
      'start-ups': 'Start-ups and new businesses',
      'business-gardens-and-clusters': 'Business gardens, incubators and clusters',
      procurement: 'Innovative procurement and local suppliers',
      'skills-and-recruitment': 'Skills, recruitment and education',
      'knowledge-jobs': 'Knowledge jobs and shared offices',
      'green-transition': 'Green and circular transition',
      digitalisation: 'Digitalisation',
      tourism: 'Tourism and experiences',
      'food-sea-and-land': 'Food, sea and land',
      'inclusion-through-work': 'Inclusion through work',
      'regional-cooperation': 'Cooperation in the region',
      'after-a-merger': 'After a merger',
    },
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
    measures: {
      'job-growth': 'Growth in jobs',
      'new-businesses': 'New businesses',
      'value-creation': 'Value creation',
      attractiveness: 'Attractiveness beyond what the industries explain',
      'business-satisfaction': 'What business says about the municipality',
      'plans-carried-through': 'Plans carried through',
      other: 'Something else',
    },
    summary: 'In short',
    text: 'What the municipality has done',
    difficult: 'What was difficult, and what was learnt',
    business: 'What business contributed',
  },
};
