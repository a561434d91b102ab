import type { Basis, FieldCode, ResultMeasure, TraitCode } from '@award/award';
import type { Language } from '@award/mail/api';
import type { WrittenForm } from '@award/nominations/contract';

/** Parts of an entry that have a name of their own in its document. */
export type NamedPart =
  | 'basis'
  | 'mainField'
  | 'title'
  | 'text'
  | 'contactName'
  | 'contactEmail'
  | 'contactPhone'
  | 'confirmedWithChiefExecutive'
  | 'summary'
  | 'fields'
  | 'difficult'
  | 'business'
  | 'results'
  | 'partners'
  | 'neighbours';

export interface EntryWords {
  readonly receipt: string;
  readonly proposal: string;
  readonly municipality: string;
  readonly number: string;
  readonly className: string;
  readonly population: string;
  readonly received: string;
  readonly reference: string;
  readonly empty: string;
  readonly yes: string;
  readonly no: string;
  readonly attachments: string;
  readonly photographer: string;
  readonly writtenForm: string;
  readonly hash: string;
  readonly file: string;
  readonly sections: Readonly<
    Record<'short-form' | 'summary' | 'traits' | 'lessons' | 'results' | 'partners', string>
  >;
  readonly parts: Readonly<Record<NamedPart, string>>;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly fields: Readonly<Record<FieldCode, string>>;
  readonly traits: Readonly<Record<TraitCode, string>>;
  readonly measures: Readonly<Record<ResultMeasure, string>>;
  readonly writtenForms: Readonly<Record<WrittenForm, string>>;
}

/** The words around an entry in its document, as on the municipality's own pages. `{name}` is filled in. */
export const ENTRY_WORDS: Readonly<Record<Language, EntryWords>> = {
  nb: {
    receipt: 'Slik forslaget ble sendt inn',
    proposal: 'Forslag fra {municipality}',
    municipality: 'Kommune',
    number: 'Kommunenummer',
    className: 'Kategori',
    population: 'Innbyggere {date}',
    received: 'Mottatt',
    reference: 'Referanse',
    empty: 'Ikke fylt ut',
    yes: 'Ja',
    no: 'Nei',
    attachments: 'Vedlegg og bilder',
    photographer: 'Foto: {name}',
    writtenForm: 'Målform',
    hash: 'Fingeravtrykk av innholdet (SHA-256)',
    file: 'kvittering',
    sections: {
      'short-form': 'Forslaget',
      summary: 'Sammendrag og områder',
      traits: 'Kjennetegn på en god vertskommune',
      lessons: 'Erfaringer og næringslivets bidrag',
      results: 'Resultater',
      partners: 'Samarbeidspartnere og nabokommuner',
    },
    parts: {
      basis: 'Hva forslaget bygger på',
      mainField: 'Området tiltaket gjelder',
      title: 'Tittel',
      text: 'Begrunnelse',
      contactName: 'Navn på kontaktperson',
      contactEmail: 'E-post til kontaktperson',
      contactPhone: 'Telefon til kontaktperson',
      confirmedWithChiefExecutive: 'Avklart med kommunedirektøren',
      summary: 'Sammendrag',
      fields: 'Områder forslaget berører',
      difficult: 'Hva som var vanskelig, og hva dere lærte',
      business: 'Hva næringslivet bidro med',
      results: 'Resultater',
      partners: 'Samarbeidspartnere i næringslivet',
      neighbours: 'Nabokommuner som er med',
    },
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
      'knowledge-jobs': 'Kunnskapsarbeidsplasser, statlige arbeidsplasser og kontorfellesskap',
      'green-transition': 'Grønn og sirkulær omstilling',
      digitalisation: 'Digitalisering',
      tourism: 'Reiseliv og opplevelser',
      'food-sea-and-land': 'Mat, hav og jord',
      'inclusion-through-work': 'Inkludering gjennom arbeid',
      'regional-cooperation': 'Samarbeid i regionen',
      'after-a-merger': 'Etter en kommunesammenslåing',
    },
    traits: {
      'part-of-community-building':
        'Næringsutvikling som en del av det å bygge gode lokalsamfunn og få flere til å bo der',
      'own-strengths': 'Å bygge på egne fortrinn og gjøre noe ut av mulighetene som dukker opp',
      'long-term-strategy': 'En langsiktig strategi som dere holder fast ved',
      'anchored-in-leadership': 'Forankring både i den administrative og den politiske ledelsen',
      'dialogue-in-planning': 'Jevnlig dialog der næringslivet er med på de strategiske planene',
      'part-of-region': 'Egen innsats som en del av innsatsen i regionen',
      'across-sectors': 'Bredt samarbeid mellom sektorene i kommunen',
      'two-way-dialogue': 'God dialog med næringslivet, både administrativt og politisk',
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
    writtenForms: { nb: 'Bokmål', nn: 'Nynorsk' },
  },
  nn: {
    receipt: 'Slik forslaget vart sendt inn',
    proposal: 'Forslag frå {municipality}',
    municipality: 'Kommune',
    number: 'Kommunenummer',
    className: 'Kategori',
    population: 'Innbyggjarar {date}',
    received: 'Motteke',
    reference: 'Referanse',
    empty: 'Ikkje fylt ut',
    yes: 'Ja',
    no: 'Nei',
    attachments: 'Vedlegg og bilete',
    photographer: 'Foto: {name}',
    writtenForm: 'Målform',
    hash: 'Fingeravtrykk av innhaldet (SHA-256)',
    file: 'kvittering',
    sections: {
      'short-form': 'Forslaget',
      summary: 'Samandrag og område',
      traits: 'Kjenneteikn på ein god vertskommune',
      lessons: 'Erfaringar og bidrag frå næringslivet',
      results: 'Resultat',
      partners: 'Samarbeidspartnarar og nabokommunar',
    },
    parts: {
      basis: 'Kva forslaget byggjer på',
      mainField: 'Området tiltaket gjeld',
      title: 'Tittel',
      text: 'Grunngiving',
      contactName: 'Namn på kontaktperson',
      contactEmail: 'E-post til kontaktperson',
      contactPhone: 'Telefon til kontaktperson',
      confirmedWithChiefExecutive: 'Avklart med kommunedirektøren',
      summary: 'Samandrag',
      fields: 'Område forslaget rører ved',
      difficult: 'Kva som var vanskeleg, og kva de lærte',
      business: 'Kva næringslivet bidrog med',
      results: 'Resultat',
      partners: 'Samarbeidspartnarar i næringslivet',
      neighbours: 'Nabokommunar som er med',
    },
    bases: { 'single-measure': 'Eitt enkelt tiltak', 'all-round': 'Heilskapleg arbeid over tid' },
    fields: {
      'sites-and-infrastructure': 'Tomter og infrastruktur',
      'town-centre': 'Sentrumsutvikling',
      'planning-and-case-handling': 'Plan og saksbehandling',
      'meeting-places': 'Møteplassar og dialog med næringslivet',
      'start-ups': 'Gründerar og nye bedrifter',
      'business-gardens-and-clusters': 'Næringshagar, inkubatorar og klyngjer',
      procurement: 'Innovative innkjøp og lokale leverandørar',
      'skills-and-recruitment': 'Kompetanse, rekruttering og utdanning',
      'knowledge-jobs': 'Kunnskapsarbeidsplassar, statlege arbeidsplassar og kontorfellesskap',
      'green-transition': 'Grøn og sirkulær omstilling',
      digitalisation: 'Digitalisering',
      tourism: 'Reiseliv og opplevingar',
      'food-sea-and-land': 'Mat, hav og jord',
      'inclusion-through-work': 'Inkludering gjennom arbeid',
      'regional-cooperation': 'Samarbeid i regionen',
      'after-a-merger': 'Etter ei kommunesamanslåing',
    },
    traits: {
      'part-of-community-building':
        'Næringsutvikling som ein del av det å byggje gode lokalsamfunn og få fleire til å bu der',
      'own-strengths':
        'Å byggje på eigne fortrinn og gjere noko ut av moglegheitene som dukkar opp',
      'long-term-strategy': 'Ein langsiktig strategi som de held fast ved',
      'anchored-in-leadership': 'Forankring både i den administrative og den politiske leiinga',
      'dialogue-in-planning': 'Jamleg dialog der næringslivet er med på dei strategiske planane',
      'part-of-region': 'Eigen innsats som ein del av innsatsen i regionen',
      'across-sectors': 'Breitt samarbeid mellom sektorane i kommunen',
      'two-way-dialogue': 'God dialog med næringslivet, både administrativt og politisk',
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
    writtenForms: { nb: 'Bokmål', nn: 'Nynorsk' },
  },
  en: {
    receipt: 'As the nomination was sent',
    proposal: 'Nomination from {municipality}',
    municipality: 'Municipality',
    number: 'Municipality number',
    className: 'Category',
    population: 'Residents on {date}',
    received: 'Received',
    reference: 'Reference',
    empty: 'Not filled in',
    yes: 'Yes',
    no: 'No',
    attachments: 'Attachments and images',
    photographer: 'Photo: {name}',
    writtenForm: 'Written form',
    hash: 'Fingerprint of the content (SHA-256)',
    file: 'receipt',
    sections: {
      'short-form': 'The nomination',
      summary: 'Summary and fields',
      traits: 'Traits of a good host municipality',
      lessons: 'Lessons and what business contributed',
      results: 'Results',
      partners: 'Partners and neighbour municipalities',
    },
    parts: {
      basis: 'What the nomination is based on',
      mainField: 'The field of the measure',
      title: 'Title',
      text: 'Reasons',
      contactName: 'Contact’s name',
      contactEmail: 'Contact’s e-mail',
      contactPhone: 'Contact’s telephone',
      confirmedWithChiefExecutive: 'Agreed with the chief executive',
      summary: 'Summary',
      fields: 'Fields the nomination touches',
      difficult: 'What was difficult, and what you learnt',
      business: 'What business contributed',
      results: 'Results',
      partners: 'Partners in business',
      neighbours: 'Neighbour municipalities that take part',
    },
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
      'knowledge-jobs': 'Knowledge jobs, state jobs and shared offices',
      'green-transition': 'Green and circular transition',
      digitalisation: 'Digitalisation',
      tourism: 'Tourism and experiences',
      'food-sea-and-land': 'Food, sea and land',
      'inclusion-through-work': 'Inclusion through work',
      'regional-cooperation': 'Regional cooperation',
      'after-a-merger': 'After a merger',
    },
    traits: {
      'part-of-community-building':
        'Business development as part of building good communities and having more people live there',
      'own-strengths':
        'Building on your own strengths and making something of the chances that come',
      'long-term-strategy': 'A long-term strategy that you hold on to',
      'anchored-in-leadership': 'Anchored in both administrative and political leadership',
      'dialogue-in-planning': 'Regular dialogue that brings business into strategic planning',
      'part-of-region': 'Your own work as part of the region’s',
      'across-sectors': 'Broad cooperation across the sectors of the municipality',
      'two-way-dialogue': 'Good dialogue with business, both administratively and politically',
    },
    measures: {
      'job-growth': 'Growth in jobs',
      'new-businesses': 'New businesses',
      'value-creation': 'Value creation',
      attractiveness: 'Attractiveness beyond what its industries explain',
      'business-satisfaction': 'What business says about the municipality',
      'plans-carried-through': 'Plans carried through',
      other: 'Something else',
    },
    writtenForms: { nb: 'Bokmål', nn: 'Nynorsk' },
  },
};
