import { DEFAULT_FORM, type FormSection, type NominationForm } from '@award/award';
import { type TestApp, testApp } from '../testing/test-app';
import { Rehearsal } from './rehearsal';
import { type RehearsalReport, reportInWords, wentWell } from './report';
import { type EditionSetUp, readSetUp, setUpFrom } from './set-up/set-up';
import { blankReport } from './set-up/blank-report';

const words = (nb: string) => ({ nb, nn: '', en: '' });
const seatsIn = (classCode: string): EditionSetUp['seats'] =>
  (
    [
      ['KS', 'leader'],
      ['NHO', 'member'],
      ['independent', 'member'],
      ['KS', 'member'],
      ['NHO', 'deputy'],
    ] as const
  ).map(([house, role], place) => ({ classCode, member: place, house, role }));
const ownQuestion: FormSection = {
  code: 'own-cost',
  place: 'short',
  asked: true,
  required: true,
  limit: 100,
  heading: words('Hva kostet det?'),
  help: words(''),
};

const unguided = {
  guidance: {
    perBasis: { 'single-measure': words(''), 'all-round': words('') },
    perClass: {},
  },
  levels: { 'single-measure': [], 'all-round': [] },
};

/** As in many years: the award's own form and classes, and dates a few days from the sample year's. */
const plain: EditionSetUp = {
  format: 'kaaring-set-up/1',
  year: 2027,
  name: words('Årets vertskommune 2027'),
  callText: words('Send inn.'),
  form: DEFAULT_FORM,
  event: { name: 'Toppmøtet', form: 'hall', place: 'Oslo', signUpUrl: '', streamUrl: '' },
  referenceDate: '2026-01-01',
  timetable: {
    opensAt: '2026-11-02T07:00:00Z',
    deadline: '2027-01-15T11:00:00Z',
    scoringClosesAt: '2027-02-05T15:00:00Z',
    meetingAt: '2027-02-09T09:00:00Z',
    finalistsAt: '2027-02-16T09:00:00Z',
    announcementAt: null,
  },
  preset: 'simple',
  scale: { min: 1, max: 6 },
  impartialityScope: 'class',
  impartialityScopeReason: null,
  quorum: 3,
  tieRule: 'second-ballot',
  classes: [
    {
      code: 'small',
      name: words('Små'),
      minPopulation: null,
      maxPopulation: 15_000,
      finalists: 2,
      winners: 1,
      readings: null,
    },
    {
      code: 'large',
      name: words('Store'),
      minPopulation: 15_000,
      maxPopulation: null,
      finalists: 2,
      winners: 1,
      readings: null,
    },
  ],
  criteria: [
    { code: 'together', weight: 1, name: words('Samarbeid'), ...unguided },
    { code: 'results', weight: 2, name: words('Resultater'), ...unguided },
  ],
  seats: [...seatsIn('small'), ...seatsIn('large')],
};

/** Another limit and other names of the classes, a form of its own, a short call, everything scored, a panel to come. */
const full: EditionSetUp = {
  ...plain,
  year: 2028,
  name: words('Årets vertskommune 2028'),
  form: {
    ...DEFAULT_FORM,
    requirePhone: true,
    approvalByLink: false,
    sections: [
      ...DEFAULT_FORM.sections.map((one): FormSection =>
        one.code === 'difficult'
          ? { ...one, required: true, limit: 300 }
          : one.code === 'summary'
            ? { ...one, asked: false }
            : one,
      ),
      ownQuestion,
    ],
  },
  referenceDate: '2027-01-01',
  timetable: {
    opensAt: '2028-01-10T07:00:00Z',
    deadline: '2028-01-14T11:00:00Z',
    scoringClosesAt: '2028-01-20T15:00:00Z',
    meetingAt: '2028-01-21T09:00:00Z',
    finalistsAt: '2028-01-22T09:00:00Z',
    announcementAt: '2028-02-01T17:30:00Z',
  },
  preset: 'full',
  scale: { min: 1, max: 5 },
  classes: [
    { ...plain.classes[0], code: 'bygder', name: words('Bygder'), maxPopulation: 4000 },
    { ...plain.classes[1], code: 'byer', name: words('Byer'), minPopulation: 4000 },
  ] as EditionSetUp['classes'],
  seats: seatsIn('bygder'),
};

describe('an edition rehearsed as it is set up', () => {
  let app: TestApp;
  let rehearsal: Rehearsal;
  const played = new Map<number, RehearsalReport>();

  beforeAll(async () => {
    app = await testApp();
    rehearsal = new Rehearsal(app, app.db, app.url, { say: () => undefined, looks: 'none' });
    await rehearsal.prepare();
  });
  afterAll(() => app.close());

  it.each([
    ['the award’s own form, with a date that is not decided', plain],
    ['another limit, questions of its own, full scoring and a call of four days', full],
  ])(
    'plays to its end: %s',
    async (_which, setUp) => {
      const report = await rehearsal.play(setUp);
      played.set(setUp.year, report);
      expect(reportInWords(report).filter((line) => /CANNOT|STOPS|WRONG|LEAK/.test(line))).toEqual(
        [],
      );
      expect(wentWell(report)).toBe(true);
      const [row] = await app.db.query('select phase from edition where year = $1', [setUp.year]);
      expect(row).toEqual({ phase: 'archived' });
    },
    300_000,
  );

  it('tries its own deadlines on both sides, and says which it leaves no room for', () => {
    const of = (year: number) => {
      const { deadlines = [], notTried = [] } = played.get(year) ?? {};
      return { at: new Map(deadlines.map(({ deadline, at }) => [deadline, at])), notTried };
    };
    const one = of(2027);
    expect(one.at.get('the deadline of the call')).toBe('2027-01-15T11:00:00.000Z');
    expect(one.at.get('the release of the finalists')).toBe('2027-02-16T09:00:00.000Z');
    expect(one.notTried).toEqual([]);
    const other = of(2028);
    expect(other.at.get('the call opens')).toBe('2028-01-10T07:00:00.000Z');
    expect(other.at.get('the release of the winners')).toBe('2028-02-01T17:30:00.000Z');
    expect(other.notTried).toEqual([
      'the links in mails: the call is too short for a link to end in it',
    ]);
    expect(other.at.get('the silence about the minutes')).toMatch(/^2028-01-23T09:/);
    expect(played.get(2028)?.setUp.advice).toEqual([
      'The class “byer” has no panel yet. It was played by an invented one.',
      'The finalists are published before 48 hours have passed since the meeting: minutes that nobody objects to do not stand yet.',
    ]);
  });

  it('reads back the set-up that it made, with the seats and without a name', async () => {
    const read = await readSetUp(app.db, 2028);
    expect({ ...read, seats: [] }).toEqual({
      ...setUpFrom(full),
      seats: [],
    });
    const own = read.seats.filter(({ classCode }) => classCode === 'bygder');
    expect(own.map(({ house, role }) => `${house} ${role}`).sort()).toEqual(
      full.seats.map(({ house, role }) => `${house} ${role}`).sort(),
    );
    expect(JSON.stringify(read)).not.toMatch(/Prøve|@/);
    await expect(readSetUp(app.db, 2040)).rejects.toThrow('There is no edition of 2040');
  });

  it('says at which act a set-up breaks that nobody saw beforehand', async () => {
    const taken = await rehearsal.play({ ...plain, year: 2028 });
    expect(taken.broken).toMatchObject({
      during: 'The call',
      act: 'POST /api/editions',
      who: 'sekretaer',
      why: 'edition-exists',
    });
    expect(wentWell(taken)).toBe(false);
  });
});

describe('a set-up that cannot work', () => {
  const sections = (over: (one: FormSection) => FormSection): NominationForm => ({
    ...DEFAULT_FORM,
    sections: DEFAULT_FORM.sections.map(over),
  });
  it.each<[string, Partial<EditionSetUp>, string]>([
    [
      'a deadline before the opening',
      { timetable: { ...plain.timetable, opensAt: '2027-01-16T07:00:00Z' } },
      'The call cannot open: the deadline of the call must come after the opening of the call.',
    ],
    [
      'a quorum above the panel',
      { quorum: 5 },
      'The jury cannot decide: the quorum is 5, and the panel of the class “small” has 4 members.',
    ],
    [
      'a required question that is not asked',
      {
        form: sections((one) =>
          one.code === 'business' ? { ...one, asked: false, required: true } : one,
        ),
      },
      'Nobody can be asked to fill in the form: the question “business” (required) is required, and is not asked.',
    ],
    [
      'a class without a leader',
      { seats: plain.seats.filter(({ role }) => role !== 'leader') },
      'The jury cannot decide: nobody leads the panel of the class “small”.',
    ],
  ])('%s is said in plain words, and nothing is played', (_situation, over, line) => {
    const report = blankReport({ ...plain, ...over });
    expect(report.setUp.faults).toContain(line);
    expect(reportInWords(report)).toContain(`  CANNOT ${line}`);
    expect(wentWell(report)).toBe(false);
    expect(report.deadlines).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['another file', { hei: 1 }, 'This is not a set-up'],
    [
      'a date that is none',
      { ...plain, timetable: { deadline: 'i januar' } },
      'The set-up has a date that is none: i januar',
    ],
    ['a list missing', { format: 'kaaring-set-up/1', year: 2027 }, 'The set-up has no classes.'],
    [
      'a seat for nobody known',
      { ...plain, seats: [{ ...plain.seats[0], house: 'LO' }] },
      'The set-up has a seat that is not known',
    ],
  ])('a file that is none is refused: %s', (_situation, stored, message) => {
    expect(() => setUpFrom(stored)).toThrow(message);
  });
});
