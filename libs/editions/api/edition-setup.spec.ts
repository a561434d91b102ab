import { randomUUID } from 'node:crypto';
import type { EditionSummary, EditionView } from '@award/editions/contract';
import { story } from '../../../apps/api/testing/story';
import { statementsOf } from '../../../apps/api/testing/statements';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';

const DATES = {
  opensAt: '2027-01-04T07:00:00.000Z',
  deadline: '2027-01-27T11:00:00.000Z',
  scoringClosesAt: '2027-02-10T11:00:00.000Z',
  meetingAt: '2027-02-10T11:00:00.000Z',
  finalistsAt: '2027-02-12T09:00:00.000Z',
  announcementAt: '2027-03-02T12:00:00.000Z',
  referenceDate: null,
};

describe('setting up an edition', () => {
  let app: TestApp;
  let secretary: Visitor;
  let edition: EditionView;

  beforeAll(async () => {
    app = await testApp();
    const scene = story(app);
    await scene.holder('solveig', 'secretary');
    secretary = await app.visitor().signInAs('solveig');
    const last = await scene.edition({ phase: 'archived', year: 2026 });
    const made = await secretary.post<EditionView>('/api/editions', {
      year: 2027,
      fromId: last.id,
    });
    expect(made.status).toBe(201);
    edition = made.body;
  });
  afterAll(() => app.close());

  const put = async (part: string, body: object, key = randomUUID()) => {
    const answer = await secretary.put<EditionView & { refusal: string; fields: unknown }>(
      `/api/editions/${edition.id}/${part}`,
      { lockVersion: edition.lockVersion, ...body },
      { 'idempotency-key': key },
    );
    if (answer.status === 200) edition = answer.body;
    return answer;
  };
  const classes = () =>
    edition.classes.map(({ code, name, minPopulation, maxPopulation, finalists, winners }) => ({
      code,
      name,
      minPopulation,
      maxPopulation,
      finalists,
      winners,
    }));
  const rules = (changes: object = {}) => ({
    preset: 'simple',
    quorum: 3,
    tieRule: 'second-ballot',
    impartialityScope: 'class',
    impartialityScopeReason: null,
    ...changes,
  });

  it('copies everything of last year but its dates', () => {
    expect(edition.year).toBe(2027);
    expect(edition.phase).toBe('planned');
    expect(
      edition.classes.map(({ code, minPopulation, stage }) => [code, minPopulation, stage]),
    ).toEqual([
      ['small', null, 'waiting'],
      ['large', 15000, 'waiting'],
    ]);
    expect(edition.criteria.map(({ code }) => code)).toEqual(['together', 'active']);
    expect(Object.values(edition.timetable)).toEqual([null, null, null, null, null, null]);
    expect(edition.referenceDate).toBe('2026-01-01');
    expect(edition.callText.nb).toContain('Skjemaet er kort');
  });

  it('makes one edition of a year, however often it is asked', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        secretary.post<{ refusal: string }>('/api/editions', { year: 2028, fromId: edition.id }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body.refusal)).toEqual(Array(9).fill('edition-exists'));
    expect(
      await app.db.query(`select count(*)::int as rows from audit where act = 'edition:create'`),
    ).toEqual([{ rows: 2 }]);
  });

  it('starts from the award’s own classes and criteria where there is nothing to copy', async () => {
    const { body } = await secretary.post<EditionView>('/api/editions', {
      year: 2030,
      fromId: null,
    });
    expect(body.criteria.map(({ code }) => code)).toEqual([
      'works-together',
      'active-towards-business',
      'able-to-change',
      'documented-results',
      'others-can-learn',
    ]);
    expect(body.criteria.every(({ levels }) => levels['all-round'].length === 3)).toBe(true);
  });

  it('sets the dates, and the reference date by them', async () => {
    expect((await put('timetable', DATES)).status).toBe(200);
    expect(edition.timetable.deadline).toBe(DATES.deadline);
    expect(edition.referenceDate).toBe('2026-01-01');
    expect(edition.changes).toEqual([]);
    await put('timetable', {
      ...DATES,
      deadline: '2027-02-25T08:00:00.000Z',
      scoringClosesAt: null,
      meetingAt: null,
      finalistsAt: null,
    });
    expect(edition.referenceDate).toBe('2027-01-01');
    await put('timetable', DATES);
  });

  it.each([
    ['a deadline before the opening', { deadline: '2027-01-03T11:00:00Z' }, 'deadline'],
    ['winners before finalists', { announcementAt: '2027-02-11T11:00:00Z' }, 'announcementAt'],
    ['a date that is none', { deadline: 'tomorrow' }, 'deadline'],
    [
      'a reference date in the middle of the year',
      { referenceDate: '2026-07-01' },
      'referenceDate',
    ],
  ])('refuses %s and names the field', async (_case, changes, path) => {
    const answer = await put('timetable', { ...DATES, ...changes });
    expect([answer.status, answer.body.refusal]).toEqual([400, 'bad-input']);
    expect((answer.body.fields as { path: string }[]).map((field) => field.path)).toContain(path);
  });

  it('moves the boundary between the classes in one act', async () => {
    const [small, large] = classes();
    const moved = [
      { ...small, maxPopulation: 20000 },
      { ...large, minPopulation: 20000 },
    ];
    expect((await put('classes', { classes: moved })).status).toBe(200);
    expect(edition.classes.map(({ minPopulation }) => minPopulation)).toEqual([null, 20000]);
    expect((await put('classes', { classes: [small, large] })).status).toBe(200);
    const gap = await put('classes', { classes: [small] });
    expect(gap.body.refusal).toBe('classes-overlap');
  });

  it('does not take away a class that somebody has a role in', async () => {
    await story(app).holder('early juror', 'juror', { editionId: edition.id, classCode: 'large' });
    const [small] = classes();
    const answer = await put('classes', { classes: [{ ...small, maxPopulation: null }] });
    expect([answer.status, answer.body.refusal]).toEqual([409, 'wrong-state']);
  });

  it('changes criteria and keeps the ids of those that stay', async () => {
    const [first] = edition.criteria;
    const words = (text: string) => ({ nb: text, nn: '', en: '' });
    const order = (code: string, score = 6) => ({
      code,
      weight: 2,
      name: words(code),
      perBasis: { 'single-measure': words(''), 'all-round': words('Se etter spor') },
      perClass: [{ code: 'small', words: words('Få folk') }],
      levels: { 'single-measure': [], 'all-round': [{ score, words: words('Fremragende') }] },
    });
    const answer = await put('criteria', { criteria: [order('together'), order('new-one')] });
    expect(answer.status).toBe(200);
    expect(edition.criteria.map(({ code, weight }) => [code, weight])).toEqual([
      ['together', 2],
      ['new-one', 2],
    ]);
    expect(edition.criteria[0]?.id).toBe(first?.id);
    expect(edition.criteria[0]?.guidance.perClass['small']?.nb).toBe('Få folk');
    const wrong = await put('criteria', { criteria: [order('together', 7), order('together')] });
    expect(wrong.body.fields).toEqual([
      { path: 'criteria.0.levels.all-round', reason: 'out-of-scale' },
      { path: 'criteria.1.code', reason: 'named-twice' },
    ]);
  });

  it('takes a scope of one entry only with a reason', async () => {
    const bare = await put('rules', rules({ impartialityScope: 'entry' }));
    expect(bare.body.fields).toEqual([
      { path: 'impartialityScopeReason', reason: 'reason-required' },
    ]);
    const told = await put(
      'rules',
      rules({ impartialityScope: 'entry', impartialityScopeReason: 'Liten jury' }),
    );
    expect(told.status).toBe(200);
    expect(edition.impartialityScopeReason).toBe('Liten jury');
    await put('rules', rules());
    expect(edition.impartialityScopeReason).toBeNull();
  });

  it('keeps texts and event, and refuses an address that is not https', async () => {
    const name = { nb: 'Årets vertskommune 2027', nn: 'Årets vertskommune 2027', en: '' };
    await put('texts', { name, callText: { nb: 'Send inn', nn: '', en: '' } });
    expect([edition.name.nb, edition.callText.nb]).toEqual([name.nb, 'Send inn']);
    const event = {
      name: 'Kommunalpolitisk toppmøte',
      form: 'both',
      place: 'Oslo',
      signUpUrl: '',
      streamUrl: '',
    };
    expect((await put('event', event)).status).toBe(200);
    const script = await put('event', { ...event, streamUrl: 'javascript:alert(1)' });
    expect([script.status, script.body.refusal]).toEqual([400, 'bad-input']);
  });

  it('keeps whom the press may ring as a telephone dials them, and names what is wrong', async () => {
    const kari = { name: 'Kari Vik ', role: 'KS', phone: '22 13 21 00', email: '' };
    expect((await put('press-contacts', { contacts: [kari] })).status).toBe(200);
    expect(edition.pressContacts).toEqual([
      { name: 'Kari Vik', role: 'KS', phone: '+4722132100', email: '' },
    ]);
    const wrong = await put('press-contacts', {
      contacts: [kari, { ...kari, name: ' ', phone: '02800', email: 'kari' }],
    });
    expect([wrong.status, wrong.body]).toEqual([
      400,
      {
        refusal: 'bad-input',
        fields: [
          { path: 'contacts.1.name', reason: 'missing' },
          { path: 'contacts.1.phone', reason: 'not-a-phone' },
          { path: 'contacts.1.email', reason: 'not-an-email' },
        ],
      },
    ]);
    expect((await put('press-contacts', { contacts: Array(5).fill(kari) })).status).toBe(400);
    expect(edition.pressContacts).toHaveLength(1);
  });

  it('refuses a stale save and says which version there is', async () => {
    const before = edition.lockVersion;
    await put('rules', rules({ quorum: 4 }));
    const stale = await secretary.put(`/api/editions/${edition.id}/rules`, {
      ...rules(),
      lockVersion: before,
    });
    expect([stale.status, stale.body]).toEqual([
      409,
      { refusal: 'stale-save', details: { lockVersion: edition.lockVersion } },
    ]);
  });

  it('saves once for one key, and once among many keys', async () => {
    const body = { ...rules({ quorum: 5 }), lockVersion: edition.lockVersion };
    const path = `/api/editions/${edition.id}/rules`;
    const key = randomUUID();
    const same = await Promise.all(
      Array.from({ length: 5 }, () =>
        secretary.put<EditionView>(path, body, { 'idempotency-key': key }),
      ),
    );
    expect(same.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(new Set(same.map((answer) => answer.body.lockVersion))).toEqual(
      new Set([body.lockVersion + 1]),
    );
    const late = await Promise.all(Array.from({ length: 20 }, () => secretary.put(path, body)));
    expect(late.map(({ status }) => status)).toEqual(Array(20).fill(409));
    edition = (await secretary.get<EditionView>(`/api/editions/${edition.id}`)).body;
  });

  it('reads an edition in two statements, whatever it holds', async () => {
    const statements = await statementsOf(app, () => secretary.get(`/api/editions/${edition.id}`));
    expect(statements.filter((sql) => !sql.includes('from session'))).toHaveLength(2);
  });

  describe('for those who are not the secretariat', () => {
    it.each([
      [
        'a juror of another class sees no stage of it',
        'juror',
        { classCode: 'small' },
        ['waiting', null],
      ],
      ['a municipality sees none', 'municipality-editor', {}, [null, null]],
    ] as const)('%s', async (_case, role, scope, stages) => {
      const scene = story(app);
      const municipalityId =
        role === 'municipality-editor' ? await scene.municipality('Vik', 900) : undefined;
      await scene.holder(`${role} 2027`, role, {
        editionId: edition.id,
        ...scope,
        ...(municipalityId ? { municipalityId } : {}),
      });
      const visitor = await app.visitor().signInAs(`${role} 2027`);
      const { body } = await visitor.get<EditionView>('/api/editions/current');
      expect(body.classes.map(({ stage }) => stage)).toEqual(stages);
      expect(
        (await visitor.get<EditionSummary[]>('/api/editions')).body.map(({ year }) => year),
      ).toEqual([2027]);
      const other = (await secretary.get<EditionSummary[]>('/api/editions')).body.find(
        ({ year }) => year === 2026,
      );
      const foreign = await visitor.get(`/api/editions/${other?.id}`);
      const unknown = await visitor.get(`/api/editions/${randomUUID()}`);
      expect([foreign.status, foreign.body]).toEqual([unknown.status, unknown.body]);
      expect(foreign.status).toBe(404);
      expect((await visitor.put(`/api/editions/${edition.id}/rules`, rules())).status).toBe(403);
    });
  });
});
