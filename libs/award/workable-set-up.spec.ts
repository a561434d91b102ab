import { DEFAULT_FORM } from './form-definition';
import { DEFAULT_CLASSES } from './size-class';
import { setUpAdvice, setUpFaults, type WholeSetUp } from './workable-set-up';

const at = (instant: string) => new Date(`2027-${instant}+01:00`);
const seat = (
  house: 'KS' | 'NHO' | 'independent',
  position: 'leader' | 'member' | 'deputy' = 'member',
) => ['small', 'large'].map((classCode) => ({ classCode, house, position }));
const sound: WholeSetUp = {
  timetable: {
    opensAt: at('01-04T08:00:00'),
    deadline: at('01-20T12:00:00'),
    scoringClosesAt: at('02-12T16:00:00'),
    meetingAt: at('02-16T10:00:00'),
    finalistsAt: at('02-19T10:00:00'),
    announcementAt: at('03-02T18:30:00'),
  },
  classes: DEFAULT_CLASSES,
  criteria: [{ code: 'one', weight: 1, name: 'Samarbeid' }],
  form: DEFAULT_FORM,
  quorum: 3,
  seats: [...seat('KS', 'leader'), ...seat('NHO'), ...seat('independent')],
};
const dates = (over: Partial<WholeSetUp['timetable']>): WholeSetUp => ({
  ...sound,
  timetable: { ...sound.timetable, ...over },
});
const questions = (over: object, code = 'summary'): WholeSetUp => ({
  ...sound,
  form: {
    ...DEFAULT_FORM,
    sections: DEFAULT_FORM.sections.map((one) => (one.code === code ? { ...one, ...over } : one)),
  },
});

describe('an edition that cannot be carried through', () => {
  it.each<[string, WholeSetUp, object[]]>([
    ['nothing is wrong with a sound one', sound, []],
    [
      'the deadline comes before the opening',
      dates({ deadline: at('01-03T12:00:00') }),
      [{ stops: 'open-call', reason: 'date-order', field: 'deadline', after: 'opensAt' }],
    ],
    [
      'there is no deadline',
      dates({ deadline: null }),
      [{ stops: 'open-call', reason: 'date-missing', field: 'deadline' }],
    ],
    [
      'the classes leave a gap',
      { ...sound, classes: [{ code: 'small', minPopulation: null, maxPopulation: 5000 }] },
      [{ stops: 'open-call', reason: 'classes-overlap' }],
    ],
    [
      'no criterion counts',
      { ...sound, criteria: [{ code: 'one', weight: 0, name: 'Samarbeid' }] },
      [{ stops: 'open-call', reason: 'criteria-incomplete' }],
    ],
    [
      'a required question is not asked',
      questions({ asked: false, required: true }),
      [
        {
          stops: 'send',
          reason: 'form',
          problem: { path: 'sections.2.required', reason: 'not-asked' },
        },
      ],
    ],
    [
      'scoring ends before those who were ready have answered',
      dates({ scoringClosesAt: at('01-21T11:00:00') }),
      [{ stops: 'open-scoring', reason: 'answers-after-scoring' }],
    ],
    [
      'scoring ends at the very noon of their answer',
      dates({ scoringClosesAt: at('01-21T12:00:00') }),
      [{ stops: 'open-scoring', reason: 'answers-after-scoring' }],
    ],
    ['scoring ends a second later', dates({ scoringClosesAt: at('01-21T12:00:01') }), []],
    [
      'the quorum is higher than the panel',
      { ...sound, quorum: 4 },
      ['small', 'large'].map((classCode) => ({
        stops: 'decide',
        reason: 'quorum-above-panel',
        classCode,
        quorum: 4,
        members: 3,
      })),
    ],
    [
      'deputies do not count before they sit',
      { ...sound, quorum: 4, seats: [...sound.seats, ...seat('KS', 'deputy')] },
      ['small', 'large'].map((classCode) => ({
        stops: 'decide',
        reason: 'quorum-above-panel',
        classCode,
        quorum: 4,
        members: 3,
      })),
    ],
    [
      'nobody leads one of the classes',
      {
        ...sound,
        seats: sound.seats.map((one) =>
          one.classCode === 'large' ? { ...one, position: 'member' as const } : one,
        ),
      },
      [{ stops: 'decide', reason: 'no-leader', classCode: 'large' }],
    ],
    [
      'a class has nobody from NHO',
      {
        ...sound,
        seats: sound.seats.map((one) =>
          one.classCode === 'small' && one.house === 'NHO' ? { ...one, house: 'KS' as const } : one,
        ),
      },
      [{ stops: 'decide', reason: 'house-empty', classCode: 'small' }],
    ],
    ['a class without seats gets its panel later', { ...sound, quorum: 9, seats: [] }, []],
  ])('%s', (_situation, setUp, faults) => {
    expect(setUpFaults(setUp)).toEqual(faults);
  });
});

describe('what is worth knowing beforehand', () => {
  it.each<[string, WholeSetUp, object[]]>([
    ['nothing of a sound one', sound, []],
    [
      'the announcement is not decided',
      dates({ announcementAt: null }),
      [{ reason: 'date-undecided', field: 'announcementAt' }],
    ],
    [
      'the deadline is on a Sunday',
      dates({ deadline: at('01-24T12:00:00') }),
      [{ reason: 'deadline-on-day-off' }],
    ],
    [
      'a class has no panel yet',
      { ...sound, seats: sound.seats.filter(({ classCode }) => classCode === 'small') },
      [{ reason: 'panel-empty', classCode: 'large' }],
    ],
    [
      'finalists are told a second before the minutes stand',
      dates({ finalistsAt: at('02-18T09:59:59') }),
      [{ reason: 'minutes-after-finalists' }],
    ],
    ['finalists are told when the minutes stand', dates({ finalistsAt: at('02-18T10:00:00') }), []],
  ])('%s', (_situation, setUp, advice) => {
    expect(setUpAdvice(setUp)).toEqual(advice);
  });
});
