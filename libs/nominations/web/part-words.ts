import {
  type FormProblem,
  isOwn,
  type NominationContent,
  type NominationForm,
  TRAITS,
} from '@award/award';
import type { WrittenForm } from '@award/nominations/contract';
import { formatNumber } from '@award/ui/web';
import { partWords, sectionOfField } from './form-words';
import { BASIS_WORDS, FIELD_WORDS, MEASURE_WORDS } from './nomination-words';
import type { Part } from './three-way-merge';

export const WRITTEN_FORM_WORDS: Readonly<Record<WrittenForm, string>> = {
  nb: $localize`:@@nominations.written-form.nb:Bokmål`,
  nn: $localize`:@@nominations.written-form.nn:Nynorsk`,
};

/** A part's value as lines to read; `neighbours` are names by id. */
export function valueLines(
  part: Part,
  { content, writtenForm }: { content: NominationContent; writtenForm: WrittenForm },
  neighbours: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  switch (part) {
    case 'basis':
      return content.basis === null ? [] : [BASIS_WORDS[content.basis]];
    case 'mainField':
      return content.mainField === null ? [] : [FIELD_WORDS[content.mainField]];
    case 'fields':
      return content.fields.map((code) => FIELD_WORDS[code]);
    case 'confirmedWithChiefExecutive':
      return [content.confirmedWithChiefExecutive ? yes : no];
    case 'writtenForm':
      return [WRITTEN_FORM_WORDS[writtenForm]];
    case 'results':
      return content.results.map((row) =>
        [`${MEASURE_WORDS[row.measure]}: ${row.figure}`, row.period, row.source, row.ownPart]
          .filter((text) => text.trim() !== '')
          .join(' · '),
      );
    case 'partners':
      return content.partners.map((row) =>
        [row.name, row.organisationNumber, row.contactEmail].filter(Boolean).join(' · '),
      );
    case 'attachments':
      return content.attachments.map(({ label, photographer }) =>
        [label, photographer].filter((text) => text.trim() !== '').join(' · '),
      );
    case 'neighbours':
      return content.neighbours.map((id) => neighbours.get(id) ?? id);
    default: {
      const text = textOfPart(part, content);
      return text.trim() === '' ? [] : [text];
    }
  }
}

function textOfPart(part: Part, content: NominationContent): string {
  const [list, code = ''] = part.split('.');
  if (list === 'answers') return isOwn(code) ? (content.answers[code] ?? '') : '';
  const trait = TRAITS.find((one) => part === `traits.${one}`);
  return trait ? (content.traits[trait] ?? '') : content[part as 'title'];
}

const yes = $localize`:@@nominations.yes:Ja`;
const no = $localize`:@@nominations.no:Nei`;

const MISSING_WORDS: Readonly<Record<string, string>> = {
  basis: $localize`:@@nominations.missing.basis:Velg hva forslaget bygger på`,
  mainField: $localize`:@@nominations.missing.main-field:Velg hvilket område tiltaket gjelder`,
  title: $localize`:@@nominations.missing.title:Skriv en tittel`,
  text: $localize`:@@nominations.missing.text:Skriv begrunnelsen`,
  contactName: $localize`:@@nominations.missing.contact-name:Skriv navnet på kontaktpersonen`,
  contactEmail: $localize`:@@nominations.missing.contact-email:Skriv e-postadressen til kontaktpersonen`,
  contactPhone: $localize`:@@nominations.missing.contact-phone:Skriv telefonnummeret til kontaktpersonen`,
  confirmedWithChiefExecutive: $localize`:@@nominations.missing.confirmed:Bekreft at forslaget er avklart med kommunedirektøren`,
  figure: $localize`:@@nominations.missing.figure:Skriv tallet for resultatet`,
  period: $localize`:@@nominations.missing.period:Skriv hvilken periode resultatet gjelder`,
  source: $localize`:@@nominations.missing.source:Skriv kilden til resultatet`,
  name: $localize`:@@nominations.missing.partner-name:Skriv navnet på samarbeidspartneren`,
  label: $localize`:@@nominations.missing.file-label:Skriv hva filen heter`,
  altText: $localize`:@@nominations.missing.alt-text:Skriv hva bildet viser`,
  photographer: $localize`:@@nominations.missing.photographer:Skriv hvem som har tatt bildet`,
  rightToUse: $localize`:@@nominations.missing.right-to-use:Bekreft at dere har rett til å bruke bildet`,
  shownAgree: $localize`:@@nominations.missing.shown-agree:Bekreft at de som er på bildet, har sagt ja`,
};

function missingWords(field: string, part: string, form: NominationForm): string {
  const section = field.includes('.') ? undefined : sectionOfField(form, field);
  const renamed = (section?.heading.nb.trim() ?? '') !== '';
  const last = field.split('.').at(-1) ?? field;
  const words = renamed ? undefined : MISSING_WORDS[last];
  if (words !== undefined) return words;
  return part === field
    ? $localize`:@@nominations.problem.missing:Fyll ut feltet`
    : $localize`:@@nominations.problem.missing-part:Fyll ut «${part}:part:»`;
}

/** What to do about a problem, as a sentence. */
export function problemWords(
  { field, reason, limit, actual }: FormProblem,
  form: NominationForm,
  locale: string,
): string {
  const part = partWords(field as Part, form, locale);
  switch (reason) {
    case 'missing':
      return missingWords(field, part, form);
    case 'too-long': {
      const excess = formatNumber((actual ?? 0) - (limit ?? 0), locale);
      return part === field
        ? $localize`:@@nominations.problem.too-long:Kort ned teksten med ${excess}:excess: tegn`
        : $localize`:@@nominations.problem.part-too-long:${part}:part:: kort ned teksten med ${excess}:excess: tegn`;
    }
    case 'too-many':
      return $localize`:@@nominations.problem.too-many:Det kan være høyst ${limit ?? 0}:limit:. Ta bort noen.`;
    case 'repeated':
      return $localize`:@@nominations.problem.repeated:Det samme er valgt to ganger. Ta bort det ene.`;
    case 'not-an-email':
      return $localize`:@@nominations.problem.not-an-email:Skriv en hel e-postadresse, for eksempel kari@kommune.no`;
    case 'not-a-phone':
      return $localize`:@@nominations.problem.not-a-phone:Skriv et telefonnummer med bare tall, for eksempel 99 00 00 00`;
    case 'not-an-organisation-number':
      return $localize`:@@nominations.problem.not-an-organisation-number:Organisasjonsnummeret stemmer ikke. Det har ni siffer.`;
    case 'unknown':
      return $localize`:@@nominations.problem.unknown:Velg noe fra listen`;
  }
}
