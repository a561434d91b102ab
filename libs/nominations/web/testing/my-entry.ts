import { DEFAULT_FORM, EMPTY_CONTENT } from '@award/award';
import type { EntryView, MyEntryView } from '@award/nominations/contract';

export const AT = '2027-01-20T12:42:00.000Z';
export const LATER = '2027-01-20T12:43:00.000Z';

/** A draft in which nothing has been written. */
export function entryView(change: Partial<EntryView> = {}): EntryView {
  return {
    id: 'entry',
    state: 'draft',
    content: EMPTY_CONTENT,
    writtenForm: 'nb',
    lockVersion: 3,
    savedAt: AT,
    savedBy: 'Anne',
    submitted: null,
    returned: null,
    missing: [],
    problems: [],
    acts: ['write'],
    events: [],
    textHiddenAt: null,
    mayHideText: false,
    neighbours: [],
    tips: [],
    ...change,
  };
}

/** The page of an invented municipality in an open call. */
export function myEntry(entry: EntryView | null, change: Partial<MyEntryView> = {}): MyEntryView {
  const words = { nb: 'Kåringen', nn: '', en: '' };
  return {
    now: AT,
    call: {
      editionId: 'edition',
      year: 2027,
      name: words,
      callText: { nb: 'Bli med.\n\nFrist i januar.', nn: '', en: '' },
      phase: 'open',
      opensAt: '2026-11-01T11:00:00.000Z',
      deadline: '2027-01-27T11:00:00.000Z',
      heldAnswerDue: '2027-01-28T11:00:00.000Z',
      referenceDate: '2026-01-01',
      form: DEFAULT_FORM,
      classes: [
        {
          code: 'small',
          name: { nb: 'Små kommuner', nn: '', en: '' },
          minPopulation: null,
          maxPopulation: 15000,
        },
      ],
      criteria: [
        {
          code: 'together',
          name: { nb: 'Samarbeider', nn: '', en: '' },
          guidance: {
            perBasis: {
              'single-measure': { nb: 'Hvem var med?', nn: '', en: '' },
              'all-round': { nb: 'Hvordan samarbeider dere?', nn: '', en: '' },
            },
          },
        },
      ],
    },
    municipality: {
      id: 'municipality',
      number: '1539',
      name: 'Rauma',
      countyName: 'Møre og Romsdal',
      writtenForm: null,
      invented: false,
    },
    classification: {
      classCode: 'small',
      population: 7100,
      date: '2026-01-01',
      source: 'SSB',
      frozen: false,
      reason: null,
    },
    entry,
    mayStart: false,
    ...change,
  };
}
