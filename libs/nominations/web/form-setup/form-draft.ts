/** A form as it is set up: its questions can be moved, and new ones get their code when they are saved. */
import {
  definitionProblems,
  type FileGroup,
  type FormSection,
  limitRange,
  MEGABYTE,
  type NominationForm,
  NO_WORDS,
  type OwnCode,
  type ResultMeasure,
} from '@award/award';
import type { ChangeForm } from '@award/editions/contract';
import { codeOf } from '@award/editions/web';
import { formatNumber, type Problem } from '@award/ui/web';

/** `key` follows a question while it is moved. */
export interface QuestionDraft extends FormSection {
  readonly key: string;
  readonly isNew: boolean;
}

export interface FormDraft {
  readonly questions: readonly QuestionDraft[];
  readonly measures: readonly ResultMeasure[];
  readonly requirePhone: boolean;
  readonly approvalByLink: boolean;
  readonly mostFiles: number;
  readonly mostMegabytes: number;
  readonly groups: readonly FileGroup[];
}

export function draftOf({ sections, files, ...form }: NominationForm): FormDraft {
  return {
    questions: sections.map((section) => ({ ...section, key: section.code, isNew: false })),
    measures: form.measures,
    requirePhone: form.requirePhone,
    approvalByLink: form.approvalByLink,
    mostFiles: files.mostFiles,
    mostMegabytes: files.mostBytes / MEGABYTE,
    groups: files.groups,
  };
}

/** A question of the edition's own, with nothing said yet. */
export function newQuestion(key: OwnCode): QuestionDraft {
  return {
    key,
    isNew: true,
    code: key,
    place: 'elaborate',
    asked: true,
    required: false,
    limit: 1500,
    heading: NO_WORDS,
    help: NO_WORDS,
  };
}

/** The form as it would be saved: a new question is coded by its name. */
export function formOf(draft: FormDraft, before: NominationForm): NominationForm {
  const taken = draft.questions.filter(({ isNew }) => !isNew).map(({ code }) => code as string);
  return {
    ...before,
    sections: draft.questions.map(({ key: _key, isNew, ...section }): FormSection => {
      if (!isNew) return section;
      const bare = taken.map((code) => code.replace(/^own-/, ''));
      const code: OwnCode = `own-${codeOf(section.heading.nb, bare, 'question')}`;
      taken.push(code);
      return { ...section, code };
    }),
    measures: draft.measures,
    requirePhone: draft.requirePhone,
    approvalByLink: draft.approvalByLink,
    files: {
      mostFiles: draft.mostFiles,
      mostBytes: draft.mostMegabytes * MEGABYTE,
      groups: draft.groups,
    },
  };
}

/** What the server is asked to keep. */
export function orderOf(form: NominationForm): Omit<ChangeForm, 'lockVersion' | 'reason'> {
  const { sections, measures, requirePhone, approvalByLink, files } = form;
  return {
    sections: [...sections],
    measures: [...measures],
    requirePhone,
    approvalByLink,
    mostFiles: files.mostFiles,
    mostMegabytes: files.mostBytes / MEGABYTE,
    groups: [...files.groups],
  };
}

/** What is wrong with it, each at the control where it is mended. */
export function problemsOf(form: NominationForm, locale: string): readonly Problem[] {
  return definitionProblems(form).map(({ path }) => problemAt(path, form, locale));
}

/** The control that a path of the form stands in, and what to do there. */
export function problemAt(path: string, form: NominationForm, locale: string): Problem {
  const [, at, part] = /^sections\.(\d+)\.(\w+)/.exec(path) ?? [];
  const section = form.sections[Number(at)];
  if (section === undefined || part === undefined) return wholeProblem(path);
  const id = `section-${at}`;
  if (part === 'limit') {
    const { min, max } = limitRange(section.code) ?? { min: 1, max: 1 };
    return { id: `${id}-limit`, text: between(min, max, locale) };
  }
  if (part === 'heading') return { id: `${id}-heading-nb`, text: NAME };
  if (part === 'help') return { id: `${id}-help-nb`, text: SHORTER };
  return { id: `${id}-asked`, text: LOOK_OVER };
}

export function between(min: number, max: number, locale: string): string {
  return $localize`:@@nominations.setup.between:Skriv et tall fra ${formatNumber(min, locale)}:min: til ${formatNumber(max, locale)}:max:`;
}

function wholeProblem(path: string): Problem {
  if (path.startsWith('measures')) return { id: 'measures', text: MEASURE };
  if (path.endsWith('groups')) return { id: 'groups', text: KIND };
  if (path.endsWith('mostFiles')) return { id: 'most-files', text: FILES };
  if (path.endsWith('mostBytes') || path.endsWith('mostMegabytes'))
    return { id: 'most-megabytes', text: MEGABYTES };
  return { id: 'add-question', text: TOO_MANY };
}

const NAME = $localize`:@@nominations.setup.name-needed:Skriv spørsmålet på bokmål, med høyst 120 tegn`;
const SHORTER = $localize`:@@nominations.setup.help-too-long:Gjør hjelpeteksten kortere`;
const LOOK_OVER = $localize`:@@nominations.setup.look-over:Se over dette spørsmålet`;
const MEASURE = $localize`:@@nominations.setup.measure-needed:Velg minst ett mål for resultater`;
const KIND = $localize`:@@nominations.setup.group-needed:Velg minst én type filer`;
const FILES = $localize`:@@nominations.setup.files-needed:Skriv et tall fra 1 til 30`;
const MEGABYTES = $localize`:@@nominations.setup.megabytes-needed:Skriv et tall fra 1 til 50`;
const TOO_MANY = $localize`:@@nominations.setup.too-many:Det er for mange spørsmål. Fjern noen.`;
