import { DEFAULT_FORM, EMPTY_CONTENT } from '@award/award';
import type { CheckedEntryView } from '@award/eligibility/contract';

/** An entry of an invented municipality in check, with everything automatic in order. */
export function checkedEntry(change: Partial<CheckedEntryView> = {}): CheckedEntryView {
  return {
    now: '2027-02-01T09:00:00.000Z',
    id: '6f1d1f0e-0000-4000-8000-000000000001',
    edition: { id: 'edition', year: 2027, name: { nb: 'Kåringen', nn: '', en: '' } },
    municipality: { id: 'm', number: '1539', name: 'Rauma', countyName: 'Møre og Romsdal' },
    state: 'in-eligibility-check',
    reference: '2027-1539-12',
    versionNumber: 12,
    sha256: 'a'.repeat(64),
    receivedAt: '2027-01-20T10:00:00.000Z',
    classCode: 'small',
    classes: [
      { code: 'small', name: { nb: 'Små kommuner', nn: '', en: '' } },
      { code: 'large', name: { nb: 'Store kommuner', nn: '', en: '' } },
    ],
    population: 7100,
    populationDate: '2026-01-01',
    populationSource: 'SSB',
    writtenForm: 'nn',
    content: { ...EMPTY_CONTENT, title: 'Saman om sentrum' },
    form: DEFAULT_FORM,
    readyFiles: [],
    neighbours: [],
    checklist: {
      'in-register': 'met',
      'class-known': 'met',
      'form-complete': 'met',
      'agreed-with-chief-executive': 'met',
      'attachments-readable': 'met',
      'image-consents': 'met',
      'about-business-development': 'open',
      'nothing-confidential': 'open',
    },
    dueAt: null,
    acts: ['return', 'find-eligible', 'find-ineligible', 'reclassify'],
    checks: [],
    reclassifications: [],
    steps: [],
    ...change,
  };
}
