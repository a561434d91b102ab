/** The secretariat's own file of what no public table has: one row per municipality, found by its number today. */
import { parse } from 'csv-parse/sync';
import type { ContactFileView, ContactLineView } from '@award/municipalities/contract';
import type { RegisterMunicipality, RegisterState, WrittenForm } from './register-state';

interface ContactRow {
  line: number;
  number: string;
  writtenForm: string;
  postAddress: string;
  mailDomain: string;
}

type ContactRows =
  { problem: NonNullable<ContactFileView['problem']> } | { problem: null; rows: ContactRow[] };

const WRITTEN_FORMS: Readonly<Record<string, WrittenForm>> = {
  nb: 'nb',
  bokmål: 'nb',
  nn: 'nn',
  nynorsk: 'nn',
  neutral: 'neutral',
  nøytral: 'neutral',
};
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The rows of the file. Semicolon or comma, with the header row `number;written_form;post_address;mail_domain`. */
export function contactsIn(csv: string): ContactRows {
  const delimiter = csv.split('\n', 1)[0]?.includes(';') ? ';' : ',';
  let rows: string[][];
  try {
    rows = parse(csv, {
      bom: true,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch {
    return { problem: 'unreadable' };
  }
  const header = (rows[0] ?? []).map((name) => name.toLowerCase());
  if (!header.includes('number')) return { problem: rows.length === 0 ? 'empty' : 'no-header' };
  if (rows.length === 1) return { problem: 'empty' };
  const records = rows
    .slice(1)
    .map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
  return {
    problem: null,
    rows: records.map((record, at) => ({
      line: at + 2,
      number: (record['number'] ?? '').padStart(4, '0'),
      writtenForm: record['written_form'] ?? '',
      postAddress: record['post_address'] ?? '',
      mailDomain: (record['mail_domain'] ?? '').replace(/^@/, '').toLowerCase(),
    })),
  };
}

/** What each row would change, and the register that knows it. Blank cells change nothing. */
export function contactLines(
  rows: readonly ContactRow[],
  current: RegisterState,
): { lines: ContactLineView[]; incoming: RegisterState } {
  const municipalities = new Map(current.municipalities.map((one) => [one.key, one]));
  const byNumber = new Map(
    current.municipalities.flatMap((one) => {
      const last = one.versions.at(-1);
      return last !== undefined && last.validTo === null ? [[last.number, one.key] as const] : [];
    }),
  );
  const lines = rows.map((row): ContactLineView => {
    const municipality = municipalities.get(byNumber.get(row.number) ?? '');
    const { line, number } = row;
    if (municipality === undefined)
      return { line, number, name: null, problem: 'unknown-number', changes: [] };
    const name = municipality.versions.at(-1)?.name ?? number;
    const problem = problemOf(row);
    if (problem !== null) return { line, number, name, problem, changes: [] };
    const after = withContact(municipality, row);
    municipalities.set(municipality.key, after);
    return { line, number, name, problem, changes: changesOf(municipality, after) };
  });
  return { lines, incoming: { ...current, municipalities: [...municipalities.values()] } };
}

function problemOf(row: ContactRow): ContactLineView['problem'] {
  if (row.writtenForm !== '' && WRITTEN_FORMS[row.writtenForm.toLowerCase()] === undefined)
    return 'bad-written-form';
  if (row.mailDomain !== '' && !DOMAIN.test(row.mailDomain)) return 'bad-mail-domain';
  return row.postAddress.length > 200 || row.mailDomain.length > 120 ? 'too-long' : null;
}

function withContact(before: RegisterMunicipality, row: ContactRow): RegisterMunicipality {
  return {
    ...before,
    writtenForm: WRITTEN_FORMS[row.writtenForm.toLowerCase()] ?? before.writtenForm,
    postAddress: row.postAddress || before.postAddress,
    mailDomain: row.mailDomain || before.mailDomain,
  };
}

function changesOf(
  before: RegisterMunicipality,
  after: RegisterMunicipality,
): ContactLineView['changes'] {
  return (['writtenForm', 'postAddress', 'mailDomain'] as const).flatMap((field) => {
    const to = after[field];
    return to === null || to === before[field] ? [] : [{ field, from: before[field], to }];
  });
}
