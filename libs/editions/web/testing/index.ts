import { DEFAULT_FORM } from '@award/award';
import type { EditionView } from '@award/editions/contract';

const words = (text: string) => ({ nb: text, nn: '', en: '' });

/** An edition as the server answers, for specs of pages. */
export function anEdition(facts: Partial<EditionView> = {}): EditionView {
  return {
    id: 'edition-2027',
    year: 2027,
    name: words('Årets vertskommune 2027'),
    phase: 'planned',
    sample: false,
    asPublished: false,
    callText: words('Send inn'),
    form: DEFAULT_FORM,
    event: { name: '', form: 'hall', place: '', signUpUrl: '', streamUrl: '' },
    pressContacts: [],
    referenceDate: '2026-01-01',
    timetable: {
      opensAt: '2027-01-04T07:00:00.000Z',
      deadline: '2027-01-27T11:00:00.000Z',
      scoringClosesAt: '2027-02-10T11:00:00.000Z',
      meetingAt: '2027-02-11T09:00:00.000Z',
      finalistsAt: '2027-02-12T09:00:00.000Z',
      announcementAt: '2027-03-02T12:00:00.000Z',
    },
    preset: 'simple',
    scale: { min: 1, max: 6 },
    impartialityScope: 'class',
    impartialityScopeReason: null,
    quorum: 3,
    tieRule: 'second-ballot',
    ruleRegisteredAt: null,
    ruleHash: null,
    lockVersion: 7,
    classes: [
      {
        code: 'small',
        position: 1,
        name: words('Små kommuner'),
        minPopulation: null,
        maxPopulation: 15000,
        finalists: 3,
        winners: 1,
        stage: 'waiting',
      },
      {
        code: 'large',
        position: 2,
        name: words('Store kommuner'),
        minPopulation: 15000,
        maxPopulation: null,
        finalists: 3,
        winners: 1,
        stage: 'waiting',
      },
    ],
    criteria: [
      {
        id: 'criterion-1',
        code: 'works-together',
        position: 1,
        weight: 1,
        name: words('Samarbeider'),
        guidance: {
          perBasis: { 'single-measure': words('Hvem var med?'), 'all-round': words('') },
          perClass: { small: words('Få folk') },
        },
        levels: { 'single-measure': [{ score: 4, words: words('Flere bidro') }], 'all-round': [] },
      },
    ],
    changes: [],
    now: '2026-11-22T10:00:00.000Z',
    ...facts,
  };
}
