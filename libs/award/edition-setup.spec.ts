import {
  type ChangeSituation,
  criteriaComplete,
  mayChangeClasses,
  mayChangeForm,
  mayChangeJudgement,
  mayChangeTimetable,
  mayMove,
  unreadyParts,
} from './edition-setup';
import { DEFAULT_FORM } from './form-definition';
import { DEFAULT_CLASSES } from './size-class';
import { no, yes } from './verdict';

const at = (day: number) => new Date(Date.UTC(2027, 0, day, 11));
const timetable = {
  opensAt: at(1),
  deadline: at(20),
  scoringClosesAt: null,
  meetingAt: null,
  finalistsAt: null,
  announcementAt: null,
};
const criterion = { code: 'works-together', weight: 1, name: 'Samarbeider' };
const setup = { timetable, classes: DEFAULT_CLASSES, criteria: [criterion] };
const situation = (changes: Partial<ChangeSituation> = {}): ChangeSituation => ({
  phase: 'planned',
  stages: ['waiting', 'waiting'],
  registered: false,
  reason: '',
  ...changes,
});

describe('what keeps a call from opening', () => {
  it.each([
    ['nothing, when all is there', setup, []],
    [
      'a deadline that is not set',
      { ...setup, timetable: { ...timetable, deadline: null } },
      ['timetable'],
    ],
    ['classes with a gap', { ...setup, classes: DEFAULT_CLASSES.slice(0, 1) }, ['classes']],
    ['no criteria', { ...setup, criteria: [] }, ['criteria']],
  ])('%s', (_case, given, parts) => {
    expect(unreadyParts(given)).toEqual(parts);
  });

  it.each([
    ['a criterion that counts', [criterion], yes],
    ['one that does not count', [{ ...criterion, weight: 0 }], no('incomplete-form')],
    ['one without a name', [{ ...criterion, name: ' ' }], no('incomplete-form')],
    ['the same one twice', [criterion, criterion], no('incomplete-form')],
  ])('criteria: %s', (_case, criteria, verdict) => {
    expect(criteriaComplete(criteria)).toEqual(verdict);
  });
});

describe('changing an edition', () => {
  it.each([
    ['a date before the call opens', mayChangeTimetable(situation()), yes],
    [
      'a date in an open call without a reason',
      mayChangeTimetable(situation({ phase: 'open' })),
      no('reason-required'),
    ],
    [
      'a date in an open call with one',
      mayChangeTimetable(situation({ phase: 'open', reason: 'Nede' })),
      yes,
    ],
    [
      'a date in the archive',
      mayChangeTimetable(situation({ phase: 'archived', reason: 'x' })),
      no('wrong-phase'),
    ],
    ['criteria before the call opens', mayChangeJudgement(situation()), yes],
    [
      'criteria in an open call without a reason',
      mayChangeJudgement(situation({ phase: 'open' })),
      no('reason-required'),
    ],
    [
      'criteria once registered',
      mayChangeJudgement(situation({ registered: true })),
      no('rule-frozen'),
    ],
    [
      'criteria once one class is scored',
      mayChangeJudgement(
        situation({ phase: 'judging', stages: ['waiting', 'scoring'], reason: 'x' }),
      ),
      no('rule-frozen'),
    ],
  ])('%s', (_case, verdict, expected) => {
    expect(verdict).toEqual(expected);
  });

  const moved = [
    { code: 'small', minPopulation: null, maxPopulation: 10_000 },
    { code: 'large', minPopulation: 10_000, maxPopulation: null },
  ];
  it.each([
    ['the boundary before the call opens', situation(), moved, yes],
    [
      'the boundary in an open call',
      situation({ phase: 'open', reason: 'x' }),
      moved,
      no('wrong-phase'),
    ],
    [
      'only the numbers in an open call',
      situation({ phase: 'open', reason: 'x' }),
      DEFAULT_CLASSES,
      yes,
    ],
    ['to a gap', situation(), moved.slice(1), no('classes-overlap')],
  ])('classes: %s', (_case, given, after, verdict) => {
    expect(mayChangeClasses(given, DEFAULT_CLASSES, after)).toEqual(verdict);
  });

  const [title, ...others] = DEFAULT_FORM.sections;
  const asks = (change: object) => ({
    ...DEFAULT_FORM,
    sections: [...(title ? [{ ...title, ...change }] : []), ...others],
  });
  const shorter = asks({ limit: 60 });
  const helpful = asks({ help: { nb: 'Kort og konkret', nn: '', en: '' } });
  it.each([
    ['a shorter title before the call opens', situation(), shorter, yes],
    [
      'a shorter title in an open call',
      situation({ phase: 'open', reason: 'x' }),
      shorter,
      no('wrong-phase'),
    ],
    ['help in an open call', situation({ phase: 'open', reason: 'Mange spør' }), helpful, yes],
    [
      'help in an open call without a reason',
      situation({ phase: 'open' }),
      helpful,
      no('reason-required'),
    ],
    [
      'help when the call has closed',
      situation({ phase: 'closed', reason: 'x' }),
      helpful,
      no('wrong-phase'),
    ],
    ['a title that is not asked', situation(), asks({ asked: false }), no('incomplete-form')],
  ])('form: %s', (_case, given, after, verdict) => {
    expect(mayChangeForm(given, DEFAULT_FORM, after)).toEqual(verdict);
  });

  it.each([
    ['the opening while planned', 'opensAt', 'planned', yes],
    ['the opening of an open call', 'opensAt', 'open', no('wrong-phase')],
    ['the deadline of an open call', 'deadline', 'open', yes],
    [
      'the deadline of a closed call, which is reopened instead',
      'deadline',
      'closed',
      no('wrong-phase'),
    ],
    ['the end of scoring while judging', 'scoringClosesAt', 'judging', yes],
    ['the finalists once published', 'finalistsAt', 'finalists-published', no('wrong-phase')],
    ['the announcement once finalists are published', 'announcementAt', 'finalists-published', yes],
    ['the announcement once made', 'announcementAt', 'announced', no('wrong-phase')],
  ] as const)('moves %s', (_case, field, phase, verdict) => {
    expect(mayMove(field, phase)).toEqual(verdict);
  });
});
