import type {
  LockedView,
  MyEntriesView,
  OpenEntryView,
  SaveNote,
  SaveSheet,
} from '@award/scoring/contract';

export type MyEntries = Pick<MyEntriesView, 'entries' | 'now'>;

const ENTRY = /^\/api\/scoring\/entries\/([0-9a-f-]{36})(?:\/|$)/;

/** What the jury's start page and every entry ask for, beside the list and the entries themselves. */
export const READ_AT_START = [
  '/api/me',
  '/api/my-seat',
  '/api/impartiality',
  '/api/scoring/criteria',
] as const;

export function entryAddress(nominationId: string): string {
  return `/api/scoring/entries/${nominationId}`;
}

/** The entry that an address is about, or null. */
export function entryIdIn(address: string): string | null {
  return ENTRY.exec(address)?.[1] ?? null;
}

/** The entry as the server holds it after an own write, or null when the write changes nothing that is read. */
export function afterWrite(
  kept: unknown,
  address: string,
  body: unknown,
  answer: unknown,
): OpenEntryView | null {
  const entry = kept as OpenEntryView;
  const saved = answer as LockedView;
  if (address.endsWith('/note')) {
    const { text } = body as SaveNote;
    return { ...entry, note: { text, lockVersion: saved.lockVersion } };
  }
  if (address.endsWith('/sheet')) {
    const { scores, overall, line, assessment, versionId } = body as SaveSheet;
    const given = scores.flatMap(({ criterion, value }) =>
      value === null ? [] : [[criterion, value] as const],
    );
    const written = { overall, line, assessment, versionId, scores: Object.fromEntries(given) };
    const { lockVersion, savedAt } = saved;
    return { ...entry, sheet: { ...entry.sheet, ...written, lockVersion, savedAt } };
  }
  if (/\/sheet\/(?:lock|reopen)$/.test(address)) {
    const { lockVersion, savedAt, receipt } = saved;
    const locked = receipt !== null;
    const lockedAt = locked ? savedAt : null;
    return { ...entry, sheet: { ...entry.sheet, lockVersion, savedAt, locked, lockedAt } };
  }
  return null;
}
