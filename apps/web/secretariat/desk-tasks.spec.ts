import type { ClassStage, EditionPhase } from '@award/award';
import type { EditionView } from '@award/editions/contract';
import { anEdition } from '@award/editions/web/testing';
import { type DeskFacts, deskTasks, nextTask, type TaskState } from './desk-tasks';

const facts = (edition: EditionView, rest: Partial<DeskFacts> = {}): DeskFacts => ({
  edition,
  incomplete: false,
  outreach: null,
  undelivered: null,
  entries: null,
  panels: null,
  progress: null,
  justifications: null,
  stage: null,
  ...rest,
});

/** The sample edition in a phase, with both classes in a stage. */
const inPhase = (
  phase: EditionPhase,
  stage: ClassStage = 'waiting',
  more: Partial<EditionView> = {},
) => {
  const edition = anEdition({ phase, ...more });
  return { ...edition, classes: edition.classes.map((one) => ({ ...one, stage })) };
};

const inState = (given: DeskFacts, state: TaskState) =>
  deskTasks(given)
    .filter((task) => task.state === state)
    .map(({ kind, of }) => (of ? `${kind} ${of.code}` : kind));

const next = (given: DeskFacts) => nextTask(deskTasks(given))?.kind ?? null;

const outreach = [
  {
    countyNumber: '15',
    countyName: 'Møre og Romsdal',
    classCode: 'small',
    municipalities: 20,
    invited: 5,
    signedIn: 2,
    started: 1,
    complete: 0,
    submitted: 0,
  },
  {
    countyNumber: '15',
    countyName: 'Møre og Romsdal',
    classCode: 'large',
    municipalities: 7,
    invited: 7,
    signedIn: 2,
    started: 1,
    complete: 0,
    submitted: 1,
  },
];

describe('the one next act', () => {
  it.each<[string, DeskFacts, string | null]>([
    [
      'is to set the dates, while they are missing',
      facts(anEdition({ timetable: { ...anEdition().timetable, deadline: null } })),
      'set-up',
    ],
    [
      'is to write the call in all languages, when the rest is set',
      facts(anEdition()),
      'translate',
    ],
    [
      'is to open the call, when everything is set and written',
      facts(anEdition({ callText: { nb: 'a', nn: 'b', en: 'c' } })),
      'open-call',
    ],
    [
      'is to open the call, when its time has passed',
      facts(anEdition({ now: '2027-01-05T00:00:00Z' })),
      'open-call',
    ],
    [
      'is to invite, while the call is open',
      facts(inPhase('open', 'waiting', { callText: { nb: 'a', nn: 'b', en: 'c' } }), { outreach }),
      'invite',
    ],
    [
      'is to get mail through that has come back, when everybody is invited',
      facts(inPhase('open', 'waiting', { callText: { nb: 'a', nn: 'b', en: 'c' } }), {
        outreach: outreach.map((one) => ({ ...one, invited: one.municipalities })),
        undelivered: 2,
      }),
      'mend-addresses',
    ],
    [
      'is to check what has come in, when the call has closed',
      facts(inPhase('closed'), {
        entries: {
          edition: { id: 'e', year: 2027, name: { nb: '', nn: '', en: '' } },
          now: '',
          classes: [
            {
              code: 'small',
              name: { nb: '', nn: '', en: '' },
              states: { submitted: 2, eligible: 5 },
            },
          ],
        },
      }),
      'check',
    ],
    ['is the jury’s, while it scores', facts(inPhase('judging', 'scoring')), 'score'],
    ['is to meet, when scoring has closed', facts(inPhase('judging', 'deliberation')), 'meet'],
    [
      'is to get the justifications, when the finalists are decided',
      facts(inPhase('judging', 'finalists-sealed')),
      'justify',
    ],
    [
      'is to publish, when the justifications are sealed too',
      facts(inPhase('judging', 'finalists-sealed'), {
        justifications: { small: { sealed: 3, all: 3 }, large: { sealed: 3, all: 3 } },
      }),
      'publish-finalists',
    ],
    [
      'is to decide the winner, after the finalists',
      facts(inPhase('finalists-published', 'finalists-sealed')),
      'decide-winner',
    ],
    [
      'is to announce, when the winners are decided',
      facts(inPhase('finalists-published', 'winner-sealed')),
      'announce',
    ],
    ['is to archive, when all is told', facts(inPhase('announced', 'winner-sealed')), 'archive'],
    ['is nothing, in the archive', facts(inPhase('archived', 'winner-sealed')), null],
  ])('%s', (_case, given, expected) => {
    expect(next(given)).toBe(expected);
  });
});

describe('the stage', () => {
  const inShow = (rest: Partial<NonNullable<DeskFacts['stage']>>, now = '2027-02-13T09:00:00Z') =>
    facts(inPhase('finalists-published', 'finalists-sealed', { now }), {
      stage: {
        answersDueAt: '2027-02-20T11:00:00.000Z',
        ready: 5,
        all: 8,
        answersMissing: true,
        gaps: 3,
        ...rest,
      },
    });
  const ofStage = (given: DeskFacts) =>
    deskTasks(given)
      .filter(({ kind }) => kind.endsWith('-stage'))
      .map(({ kind, state }) => `${kind} ${state}`);

  it.each<[string, DeskFacts, string[]]>([
    ['asks first', inShow({ answersDueAt: null }), ['ask-stage due', 'prepare-stage ahead']],
    ['then lacks answers', inShow({}), ['ask-stage done', 'prepare-stage due']],
    [
      'is late when an answer has not come in its time',
      inShow({}, '2027-02-20T11:00:01.000Z'),
      ['ask-stage done', 'prepare-stage late'],
    ],
    [
      'is in time for what the secretariat itself lacks until the day',
      inShow({ answersMissing: false }, '2027-02-20T11:00:01.000Z'),
      ['ask-stage done', 'prepare-stage due'],
    ],
    ['is ready', inShow({ gaps: 0 }), ['ask-stage done', 'prepare-stage done']],
    ['is nothing before', facts(inPhase('judging', 'finalists-sealed')), []],
  ])('%s', (_, given, expected) => {
    expect(ofStage(given)).toEqual(expected);
  });

  it('comes before the winner is decided with its question, and after with what is left', () => {
    expect(next(inShow({ answersDueAt: null }))).toBe('ask-stage');
    expect(next(inShow({}))).toBe('decide-winner');
  });
});

describe('the desk', () => {
  it('puts what is late first, wherever it stands in the year', () => {
    const late = inPhase('judging', 'deliberation', { now: '2027-02-11T10:00:00.000Z' });
    expect(inState(facts(late), 'late')).toEqual(['meet small', 'meet large']);
    expect(next(facts(late))).toBe('meet');
  });

  it('keeps the classes apart', () => {
    const edition = inPhase('judging', 'scoring');
    const apart = {
      ...edition,
      classes: edition.classes.map((one) =>
        one.code === 'large' ? { ...one, stage: 'finalists-sealed' as const } : one,
      ),
    };
    expect(inState(facts(apart), 'due')).toEqual([
      'score small',
      'justify large',
      'decide-winner large',
    ]);
    expect(inState(facts(apart), 'done')).toContain('meet large');
  });

  it('counts over all counties and links to those who are left', () => {
    const invite = deskTasks(facts(inPhase('open'), { outreach })).find(
      ({ kind }) => kind === 'invite',
    );
    expect(invite).toMatchObject({
      count: { done: 12, of: 27 },
      link: ['/sekretariat/kommuner'],
      query: { status: 'not-invited' },
    });
  });

  it('leaves out what the reader may not see: stages, entries, panels', () => {
    const edition = anEdition({ phase: 'judging' });
    const blind = { ...edition, classes: edition.classes.map((one) => ({ ...one, stage: null })) };
    expect(deskTasks(facts(blind)).map(({ kind }) => kind)).toEqual([
      'set-up',
      'translate',
      'open-call',
      'publish-finalists',
      'announce',
      'archive',
    ]);
    expect(next(facts(blind))).toBeNull();
  });

  it('sends the secretary to the part that is not ready', () => {
    const [setUp] = deskTasks(facts(anEdition({ criteria: [] })));
    expect(setUp).toMatchObject({ kind: 'set-up', state: 'due', query: { del: 'momenter' } });
  });
});
