/** What the edition calls the questions of its form; where it says nothing, the award's own words. */
import {
  type FormPage,
  formPages,
  type FormSection,
  isOwn,
  type NominationForm,
  pageOf,
  type SectionCode,
  sectionNamed,
  TRAITS,
} from '@award/award';
import { inLocale } from '@award/ui/web';
import { TRAIT_WORDS } from './nomination-words';
import type { Part } from './three-way-merge';

type AwardPage = Exclude<FormPage, `own-${string}`>;

const PAGE_ADDRESSES: Readonly<Record<AwardPage, string>> = {
  summary: 'sammendrag',
  traits: 'kjennetegn',
  lessons: 'erfaringer',
  results: 'resultater',
  partners: 'samarbeid',
  attachments: 'vedlegg',
};

const PAGE_WORDS: Readonly<Record<AwardPage, string>> = {
  summary: $localize`:@@nominations.section.summary:Sammendrag og områder`,
  traits: $localize`:@@nominations.section.traits:Kjennetegn på en god vertskommune`,
  lessons: $localize`:@@nominations.section.lessons:Erfaringer og næringslivets bidrag`,
  results: $localize`:@@nominations.section.results:Resultater`,
  partners: $localize`:@@nominations.section.partners:Samarbeidspartnere og nabokommuner`,
  attachments: $localize`:@@nominations.section.attachments:Vedlegg og bilder`,
};

export const SECTION_HEADINGS: Readonly<Record<SectionCode, string>> = {
  title: $localize`:@@nominations.part.title:Tittel`,
  text: $localize`:@@nominations.part.text:Begrunnelse`,
  summary: $localize`:@@nominations.part.summary:Sammendrag`,
  fields: $localize`:@@nominations.part.fields:Områder forslaget berører`,
  traits: PAGE_WORDS.traits,
  difficult: $localize`:@@nominations.part.difficult:Hva som var vanskelig, og hva dere lærte`,
  business: $localize`:@@nominations.part.business:Hva næringslivet bidro med`,
  results: $localize`:@@nominations.part.results:Resultater`,
  partners: $localize`:@@nominations.part.partners:Samarbeidspartnere i næringslivet`,
  neighbours: $localize`:@@nominations.part.neighbours:Nabokommuner som er med`,
  attachments: $localize`:@@nominations.part.attachments:Vedlegg og bilder`,
};

export const SECTION_HELPS: Readonly<Partial<Record<SectionCode, string>>> = {
  title: $localize`:@@nominations.form.title-help:Kort og konkret: hva har dere gjort?`,
  text: $localize`:@@nominations.form.text-help:Fortell hva dere har gjort, sammen med hvem, hva det førte til, og hva andre kommuner kan lære av det. Ta med tall og kilder der dere har dem.`,
  summary: $localize`:@@nominations.form.summary-help:Tre til fem setninger som andre kan lese alene. Brukes hvis dere sier ja til at forslaget publiseres.`,
  fields: $localize`:@@nominations.form.fields-help:Velg så mange som passer. De hjelper andre å finne forslaget.`,
  traits: $localize`:@@nominations.form.traits-help:Kommuner som lykkes, har ofte noe av dette til felles. Skriv om det som passer for dere, og la resten stå tomt. Det gir ingen poeng å fylle ut alt.`,
  difficult: $localize`:@@nominations.form.difficult-help:Det andre kommuner ofte lærer mest av.`,
  business: $localize`:@@nominations.form.business-help:Tid, penger, kunnskap eller noe annet bedriftene la inn.`,
  results: $localize`:@@nominations.form.results-help:Ta med tall bare der dere har dem, med kilde. Juryen sammenligner ikke tall mellom små og store kommuner.`,
  partners: $localize`:@@nominations.form.partners-help:Bedrifter og næringsorganisasjoner som har vært med. Juryens medlemmer ser navnene for å kunne si fra om de er inhabile.`,
  attachments: $localize`:@@nominations.form.attachments-help:Dokumenter er bare for juryen. Bilder kan også vises for alle hvis dere krysser av for det og forslaget blir publisert. Ikke legg ved noe som er unntatt offentlighet.`,
};

const PART_WORDS: Readonly<Partial<Record<Part, string>>> = {
  basis: $localize`:@@nominations.part.basis:Hva forslaget bygger på`,
  mainField: $localize`:@@nominations.part.main-field:Området tiltaket gjelder`,
  contactName: $localize`:@@nominations.part.contact-name:Navn på kontaktperson`,
  contactEmail: $localize`:@@nominations.part.contact-email:E-post til kontaktperson`,
  contactPhone: $localize`:@@nominations.part.contact-phone:Telefon til kontaktperson`,
  confirmedWithChiefExecutive: $localize`:@@nominations.part.confirmed:Avklart med kommunedirektøren`,
  writtenForm: $localize`:@@nominations.part.written-form:Målform`,
};

/** The address under `/kommune/utdyp` of a page; a question of the edition's own has its code for one. */
export function pageAddress(page: FormPage): string {
  return isOwn(page) ? page : PAGE_ADDRESSES[page as AwardPage];
}

export function sectionHeading({ code, heading }: FormSection, locale: string): string {
  return inLocale(heading, locale) || SECTION_HEADINGS[code as SectionCode];
}

export function sectionHelp({ code, help }: FormSection, locale: string): string | null {
  return inLocale(help, locale) || (SECTION_HELPS[code as SectionCode] ?? null);
}

/** What a page is called: as its question where it has one alone, else by what its questions are about. */
export function pageHeading(form: NominationForm, page: FormPage, locale: string): string {
  const { sections = [] } = formPages(form).find((one) => one.page === page) ?? {};
  const [only, another] = sections;
  return only !== undefined && another === undefined
    ? sectionHeading(only, locale)
    : PAGE_WORDS[page as AwardPage];
}

/** The question that a field answers, such as `answers.own-climate` or `results.2.figure`. */
export function sectionOfField(form: NominationForm, field: string): FormSection | undefined {
  const [part = '', code = ''] = field.split('.');
  return sectionNamed(form, part === 'answers' ? code : part);
}

/** The address of the page that holds a field, or null when it stands in the short form. */
export function addressOfField(form: NominationForm, field: string): string | null {
  const section = sectionOfField(form, field);
  return section?.place === 'elaborate' ? pageAddress(pageOf(section.code)) : null;
}

/** What a part of the form is called. */
export function partWords(part: Part, form: NominationForm, locale: string): string {
  const trait = TRAITS.find((code) => part === `traits.${code}`);
  if (trait) return TRAIT_WORDS[trait];
  const section = sectionOfField(form, part);
  return section ? sectionHeading(section, locale) : (PART_WORDS[part] ?? part);
}

/** The parts that answer a question. */
export function partsOfSection({ code }: FormSection): readonly Part[] {
  if (code === 'traits') return TRAITS.map((trait) => `traits.${trait}` as const);
  return [isOwn(code) ? `answers.${code}` : (code as Exclude<SectionCode, 'traits'>)];
}

/** The parts of the short form, in its order. */
export function shortParts(form: NominationForm): readonly Part[] {
  return [
    'basis',
    'mainField',
    ...form.sections
      .filter(({ asked, place }) => asked && place === 'short')
      .flatMap(partsOfSection),
    'contactName',
    'contactEmail',
    'contactPhone',
    'confirmedWithChiefExecutive',
    'writtenForm',
  ];
}
