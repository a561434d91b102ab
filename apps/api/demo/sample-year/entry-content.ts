import {
  askedSections,
  EMPTY_CONTENT,
  type FormSection,
  isOwn,
  limitOf,
  type NominationContent,
  type NominationForm,
} from '@award/award';
import { adviceOf, traitsOf } from '../../seed/sample-elaborations';
import type { SampleMunicipality } from '../../seed/sample-municipalities';
import { OWN_QUESTION } from './own-question';

export const personOf = (municipality: SampleMunicipality) => `kommune-${municipality.number}`;

/** What the sample people say to a question that they must answer and have nothing prepared for. */
const SAID =
  'Vi ville gjort det samme igjen, men begynt tidligere og spurt flere bedrifter. Dette er et eksempel.';

/**
 * What an invented municipality writes: answers to what the edition's form asks and, where the text is finished, to all
 * that it demands, each as long as there is room for.
 */
export function contentOf(
  municipality: SampleMunicipality,
  form: NominationForm,
): NominationContent {
  const { basis, mainField, text } = municipality;
  const answers: Record<string, string> = {};
  let content: NominationContent = {
    ...EMPTY_CONTENT,
    basis,
    mainField,
    contactName: `Næringssjefen i ${municipality.name}`,
    contactEmail: `${personOf(municipality)}@eksempel.example`,
    contactPhone: form.requirePhone ? '00 00 00 00' : '',
    confirmedWithChiefExecutive: text !== '',
  };
  for (const section of askedSections(form)) {
    if (isOwn(section.code)) {
      const said = section.code === OWN_QUESTION ? adviceOf(municipality) : '';
      if (said) answers[section.code] = cut(said, section, form);
      else if (section.required && text !== '') answers[section.code] = cut(SAID, section, form);
    } else content = { ...content, ...answerTo(section, municipality, form) };
  }
  return { ...content, answers };
}

function answerTo(
  section: FormSection,
  municipality: SampleMunicipality,
  form: NominationForm,
): Partial<NominationContent> {
  const { mainField, title, text } = municipality;
  const demanded = section.required && text !== '';
  switch (section.code) {
    case 'title':
      return { title: cut(title, section, form) };
    case 'text':
      return { text: cut(text, section, form) };
    case 'summary':
      return { summary: cut(/^(?:[^.]*\.){1,2}/.exec(text)?.[0] ?? text, section, form, 500) };
    case 'fields':
      return { fields: mainField ? [mainField] : demanded ? ['tourism'] : [] };
    case 'traits':
      return { traits: traitsFor(municipality, section, form) };
    case 'difficult':
    case 'business':
      return demanded ? { [section.code]: cut(SAID, section, form) } : {};
    case 'results':
      return demanded && form.measures[0] ? { results: [resultBy(form.measures[0])] } : {};
    case 'partners':
      return demanded ? { partners: [{ name: 'Eksempel Bygg' }] } : {};
    default:
      return {};
  }
}

function traitsFor(
  municipality: SampleMunicipality,
  section: FormSection,
  form: NominationForm,
): NominationContent['traits'] {
  const told = Object.entries(traitsOf(municipality));
  const traits =
    told.length === 0 && section.required && municipality.text !== ''
      ? [['two-way-dialogue', SAID] as const]
      : told;
  return Object.fromEntries(traits.map(([trait, words]) => [trait, cut(words, section, form)]));
}

const resultBy = (measure: NominationForm['measures'][number]) => ({
  measure,
  figure: '12',
  period: '2023–2025',
  source: 'Eksempeldata',
  ownPart: '',
});

function cut(text: string, { code }: FormSection, form: NominationForm, most = Infinity): string {
  return text.slice(0, Math.min(most, limitOf(form, code)));
}
