import type {
  ContactFileView,
  ContactLineView,
  SuccessionView,
} from '@award/municipalities/contract';

type WrittenForm = 'nb' | 'nn' | 'neutral';

const WRITTEN_FORMS: Record<WrittenForm, string> = {
  nb: $localize`:@@municipalities.form.nb:Bokmål`,
  nn: $localize`:@@municipalities.form.nn:Nynorsk`,
  neutral: $localize`:@@municipalities.form.neutral:Nøytral`,
};

export const WRITTEN_FORM_CODES: readonly WrittenForm[] = ['nb', 'nn', 'neutral'];

export function writtenFormWords(form: WrittenForm | null): string {
  return form === null
    ? $localize`:@@municipalities.form.unknown:Ikke kjent, bokmål brukes`
    : WRITTEN_FORMS[form];
}

type Field = ContactLineView['changes'][number]['field'];

export const FIELD_WORDS: Record<Field, string> = {
  writtenForm: $localize`:@@municipalities.field.writtenForm:Målform`,
  postAddress: $localize`:@@municipalities.field.postAddress:Postadresse`,
  mailDomain: $localize`:@@municipalities.field.mailDomain:E-postdomene`,
};

/** A value as it is shown: a written form by its name. */
export function valueWords(field: Field, value: string | null): string {
  if (value === null) return $localize`:@@municipalities.value.unknown:ikke kjent`;
  return field === 'writtenForm' ? (WRITTEN_FORMS[value as WrittenForm] ?? value) : value;
}

export const LINE_PROBLEMS: Record<NonNullable<ContactLineView['problem']>, string> = {
  'unknown-number': $localize`:@@municipalities.line.unknown-number:Ingen kommune har dette nummeret i dag`,
  'bad-written-form': $localize`:@@municipalities.line.bad-written-form:Målform må være nb, nn eller neutral`,
  'bad-mail-domain': $localize`:@@municipalities.line.bad-mail-domain:Skriv bare det som står etter @`,
  'too-long': $localize`:@@municipalities.line.too-long:For langt`,
};

export const FILE_PROBLEMS: Record<NonNullable<ContactFileView['problem']>, string> = {
  'no-header': $localize`:@@municipalities.file.no-header:Første linje må ha overskriftene, med «number» blant dem.`,
  unreadable: $localize`:@@municipalities.file.unreadable:Filen kan ikke leses. Lagre den som CSV (UTF-8).`,
  empty: $localize`:@@municipalities.file.empty:Filen har ingen kommuner.`,
};

export const BEFORE_WORDS: Record<SuccessionView['kind'], string> = {
  merged: $localize`:@@municipalities.before.merged:Slått sammen av`,
  divided: $localize`:@@municipalities.before.divided:Fikk en del av`,
  separated: $localize`:@@municipalities.before.separated:Skilt ut fra`,
  're-established': $localize`:@@municipalities.before.re-established:Gjenopprettet etter`,
};

export const AFTER_WORDS: Record<SuccessionView['kind'], string> = {
  merged: $localize`:@@municipalities.after.merged:Ble en del av`,
  divided: $localize`:@@municipalities.after.divided:Ble delt, en del gikk til`,
  separated: $localize`:@@municipalities.after.separated:Fra denne ble skilt ut`,
  're-established': $localize`:@@municipalities.after.re-established:Gjenopprettet som`,
};
