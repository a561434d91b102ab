import {
  addressOf,
  Cast,
  CLASSES,
  contentOf,
  FINALISTS,
  NOMINATORS,
  NUMBERS,
  PANEL,
  SITTING,
  type Juror,
} from './award-year.cast';
import { no, signIn, yes } from './people';
import { startServers } from './servers';

/**
 * One award year through HTTP, from the open call to the winners on stage, on the real municipality register and two
 * processes of the built server. Read it from the top: each test goes on where the one before ended.
 */
describe('an award year', () => {
  let cast: Cast;
  const clock = (instant: string) => cast.servers.clock(instant);

  beforeAll(async () => {
    cast = new Cast(await startServers(2));
  }, 60_000);
  afterAll(() => cast.servers.stop());

  it('the operator loads the register, the archive and the first secretary', async () => {
    cast.command('register:import');
    cast.command('archive:import');
    cast.command('secretary:create', 'solveig@ks.example', 'Solveig Tangen');
    await clock('2026-10-15T08:00:01+02:00');
    cast.secretary = await signIn(cast.servers, 'solveig@ks.example');
    const editions = await yes(cast.secretary.get<{ year: number }[]>('/api/editions'));
    expect(editions.map((edition) => edition.year).sort()).toEqual([
      2019, 2021, 2022, 2023, 2024, 2025,
    ]);
  });

  it('the secretary makes the edition of 2027, sets its dates and opens the call', async () => {
    const made = await yes(
      cast.secretary.post<{ id: string }>('/api/editions', { year: 2027, fromId: null }),
    );
    cast.editionId = made.id;
    const path = `/api/editions/${made.id}`;
    const timetable = {
      opensAt: '2026-10-15T08:00:00+02:00',
      deadline: '2027-01-20T12:00:00+01:00',
      scoringClosesAt: '2027-02-12T16:00:00+01:00',
      meetingAt: '2027-02-16T10:00:00+01:00',
      finalistsAt: '2027-02-19T10:00:00+01:00',
      announcementAt: '2027-03-02T18:30:00+01:00',
      referenceDate: null,
      reason: '',
    };
    const backwards = {
      ...timetable,
      deadline: '2026-10-01T12:00:00+02:00',
      lockVersion: await cast.lockVersion(),
    };
    expect(await no(cast.secretary.put(`${path}/timetable`, backwards))).toBe('bad-input');
    await yes(
      cast.secretary.put(`${path}/timetable`, {
        ...timetable,
        lockVersion: await cast.lockVersion(),
      }),
    );
    await yes(
      cast.secretary.post(`${path}/open-call`, {
        lockVersion: await cast.lockVersion(),
        reason: '',
      }),
    );
    const edition = await yes(cast.secretary.get<{ referenceDate: string; phase: string }>(path));
    expect(edition).toMatchObject({ phase: 'open', referenceDate: '2026-01-01' });
  });

  it('ten municipalities are invited, once each, sign in, and see their class', async () => {
    const rows: { number: string; id: string }[] = await cast.servers.db.query(
      'select number, municipality_id as id from municipality_version where valid_to is null and number = any($1)',
      [NUMBERS],
    );
    const order = {
      editionId: cast.editionId,
      invitations: rows.map(({ id, number }) => ({ municipalityId: id, email: addressOf(number) })),
    };
    expect(await yes(cast.secretary.post('/api/outreach/invitations', order))).toMatchObject({
      invited: 10,
    });
    expect(await yes(cast.secretary.post('/api/outreach/invitations', order))).toMatchObject({
      invited: 0,
      already: 10,
    });
    for (const number of NUMBERS) {
      const visitor = await signIn(cast.servers, addressOf(number));
      type Mine = { classification: { classCode: string }; entry: { id: string } };
      const { classification, entry } = await yes(visitor.post<Mine>('/api/nominations/mine'));
      cast.comes(number, visitor, entry.id);
      const classCode = NOMINATORS.small.includes(number) ? 'small' : 'large';
      expect({ number, classCode: classification.classCode }).toEqual({ number, classCode });
    }
  });

  it('they write and save as they go; a stale save is refused and shows both versions', async () => {
    const saved = (number: string, title?: string) => {
      const { visitor, entryId } = cast.municipality(number);
      const body = { content: contentOf(number, title), writtenForm: 'nb', lockVersion: 1 };
      return visitor.put<{ refusal: string; details: { theirs: { title: string } } }>(
        `/api/nominations/${entryId}`,
        body,
      );
    };
    for (const number of NUMBERS) await yes(saved(number));
    const { status, body } = await saved('5031', 'Min egen tittel');
    expect([status, body.refusal, body.details.theirs.title]).toEqual([
      409,
      'stale-save',
      'Tiltaket i 5031',
    ]);
  });

  it('they submit, and get a receipt with the checksum by mail; a second click changes nothing', async () => {
    for (const number of NUMBERS.filter((one) => one !== '3303')) {
      const { visitor, entryId } = cast.municipality(number);
      const key = { 'idempotency-key': crypto.randomUUID() };
      const submit = () =>
        visitor.post<{ sha256: string }>(
          `/api/nominations/${entryId}/submit`,
          { lockVersion: 2 },
          key,
        );
      const [first, second] = await Promise.all([submit(), submit()]);
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(second.body).toEqual(first.body);
      const receipt = await cast.servers.mailTo(addressOf(number), /mott|kvittering/i);
      expect(receipt.body).toContain(first.body.sha256);
    }
    expect(await cast.submittedVersions()).toBe(9);
  });

  it('the tenth comes one second late, and is told both times', async () => {
    const { visitor, entryId } = cast.municipality('3303');
    await clock('2027-01-20T12:00:01+01:00');
    type Late = { refusal: string; details: { deadline: string; receivedAt: string } };
    const { status, body } = await visitor.post<Late>(`/api/nominations/${entryId}/submit`, {
      lockVersion: 2,
    });
    expect([status, body.refusal, body.details.deadline]).toEqual([
      409,
      'past-deadline',
      '2027-01-20T11:00:00.000Z',
    ]);
    expect(Date.parse(body.details.receivedAt)).toBeGreaterThan(Date.parse(body.details.deadline));
    await yes(visitor.get('/api/nominations/mine'));
    expect(await cast.stateOf('3303')).toBe('held');
  });

  it('the secretariat finds them eligible; one is returned and comes back, one is not eligible', async () => {
    await cast.check('4026', 'returned', 'Ta ut navnet på den ansatte.');
    await cast.servers.mailTo(addressOf('4026'), /må rettes/);
    const { visitor, entryId } = cast.municipality('4026');
    const { entry } = await yes(
      visitor.get<{ entry: { lockVersion: number } }>('/api/nominations/mine'),
    );
    const mended = {
      content: contentOf('4026', 'Uten navn'),
      writtenForm: 'nb',
      lockVersion: entry.lockVersion,
    };
    await yes(visitor.put(`/api/nominations/${entryId}`, mended));
    await yes(
      visitor.post(`/api/nominations/${entryId}/submit`, { lockVersion: entry.lockVersion + 1 }),
    );
    await cast.check('4026', 'eligible');
    await cast.check('1144', 'ineligible', 'Forslaget beskriver noe som ikke er gjort.');
    for (const number of ['5031', '1539', '5632', '5007', '1101', '4203', '4602'])
      await cast.check(number, 'eligible');
    await clock('2027-01-29T10:00:00+01:00');
    await cast.municipality('3303').visitor.get('/api/nominations/mine');
    expect(await cast.stateOf('3303')).toBe('lapsed');
  });

  it.each(CLASSES)(
    'a panel is seated for the %s, and nobody reads before everything is declared',
    async (classCode) => {
      for (const { key, house, role } of PANEL) {
        const email = `${key}.${classCode}@jury.example`;
        const seat = { name: `${key} ${classCode}`, email, house, role };
        await yes(
          cast.secretary.post(`/api/editions/${cast.editionId}/panels/${classCode}/seats`, seat),
        );
        const visitor = await signIn(cast.servers, email);
        cast.sits(classCode, key, visitor);
        await yes(visitor.post('/api/my-seat/accept', { pledge: true }));
      }
      const { entryId } = cast.municipality(NOMINATORS[classCode][0]);
      const reading = cast.juror(classCode, 'member-ks').get(`/api/scoring/entries/${entryId}`);
      expect((await reading).status).toBeGreaterThanOrEqual(400);
    },
  );

  it.each(CLASSES)(
    'the %s: all declare; one is recused by ruling and a deputy takes the seat',
    async (classCode) => {
      type Mine = { entries: { nominationId: string }[] };
      for (const { key } of PANEL) {
        const { entries } = await yes(cast.juror(classCode, key).get<Mine>('/api/impartiality'));
        expect(entries).toHaveLength(4);
        const declarations = entries.map(({ nominationId }, at) => ({
          nominationId,
          ground: key === 'member-nho' && at === 1 ? 'board' : null,
        }));
        await yes(cast.juror(classCode, key).post('/api/impartiality', { declarations }));
      }
      type Rulings = {
        awaiting: { seatId: string; nominationId: string }[];
        rulings: { id: string; mayConfirm: boolean }[];
      };
      const leader = cast.juror(classCode, 'leader');
      const { awaiting } = await yes(leader.get<Rulings>('/api/impartiality/rulings'));
      expect(awaiting).toHaveLength(1);
      const ground = { seatId: awaiting[0]?.seatId, nominationId: awaiting[0]?.nominationId };
      await yes(leader.post('/api/impartiality/rulings', { ...ground, outcome: 'recused' }));
      for (const key of ['deputy-leader', 'member-ks'] as const) {
        const { rulings } = await yes(
          cast.juror(classCode, key).get<Rulings>('/api/impartiality/rulings'),
        );
        for (const { id } of rulings.filter((one) => one.mayConfirm))
          await yes(cast.juror(classCode, key).post(`/api/impartiality/rulings/${id}/confirm`));
      }
      type Panel = { seats: { id: string; email: string }[] };
      const { seats } = await yes(
        cast.secretary.get<Panel>(`/api/editions/${cast.editionId}/panels/${classCode}`),
      );
      const seatOf = (key: Juror) =>
        seats.find((seat) => seat.email === `${key}.${classCode}@jury.example`)?.id;
      const standIn = { forSeatId: seatOf('member-nho'), reason: 'Fratrådt.' };
      await yes(cast.secretary.post(`/api/seats/${seatOf('deputy-nho')}/stand-in`, standIn));
    },
  );

  it.each(CLASSES)(
    'the %s: they score, hidden from each other; who stepped out reads nothing',
    async (classCode) => {
      await clock('2027-02-01T10:00:00+01:00');
      const path = `/api/editions/${cast.editionId}/classes/${classCode}`;
      await yes(cast.secretary.post(`${path}/scoring/open`));
      const { entryId } = cast.municipality(NOMINATORS[classCode][0]);
      const hers = cast.juror(classCode, 'member-nho').get(`/api/scoring/entries/${entryId}`);
      expect(await no(hers)).toBe('seat-not-active');
      for (const key of SITTING) await cast.scoreAll(classCode, key);
      const leader = cast.juror(classCode, 'leader');
      expect(await no(leader.get(`${path}/ranking`))).toBe('wrong-stage');
      const other = NOMINATORS[classCode === 'small' ? 'large' : 'small'][0];
      const foreign = `/api/scoring/entries/${cast.municipality(other).entryId}`;
      expect(await no(leader.get(foreign))).toBe('not-found');
      await yes(leader.post(`${path}/scoring/close`, { acknowledgeMissing: true }));
    },
  );

  it.each(CLASSES)(
    'the %s: the meeting decides three finalists with a reserve, and a winner by ballot',
    async (classCode) => {
      await clock('2027-02-16T10:00:00+01:00');
      const leader = cast.juror(classCode, 'leader');
      const path = `/api/editions/${cast.editionId}/classes/${classCode}`;
      type Meeting = {
        members: { seatId: string; takesPart: boolean }[];
        agenda: { nominationId: string; place: number | null }[];
        ballots: { id: string; result: { winners: string[] } | null }[];
      };
      const meeting = () => yes(leader.get<Meeting>(`${path}/meeting`));
      const present = (await meeting()).members
        .filter((member) => member.takesPart)
        .map((member) => member.seatId);
      expect(present).toHaveLength(4);
      await yes(leader.post(`${path}/meeting`, { present }));
      const ranked = (await meeting()).agenda
        .filter((line) => line.place !== null)
        .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
        .map((line) => line.nominationId);
      const usual = {
        dissent: null,
        votesFor: 4,
        votesAgainst: 0,
        settlement: null,
        supersedes: null,
      };
      const four = {
        ...usual,
        number: 3,
        finalists: ranked.slice(0, 4),
        reserve: [],
        reason: 'Fire er bedre enn tre.',
      };
      expect(await no(leader.post(`${path}/decisions/finalists`, four))).toBe(
        'wrong-number-of-finalists',
      );
      const three = {
        ...four,
        finalists: ranked.slice(0, 3),
        reserve: ranked.slice(3, 4),
        reason: 'Juryen følger rangeringen.',
      };
      const clicks = await Promise.all(
        Array.from({ length: 10 }, () => leader.post(`${path}/decisions/finalists`, three)),
      );
      expect(clicks.filter((click) => click.status < 400)).toHaveLength(1);

      await yes(leader.post(`${path}/ballots`));
      const ballotId = (await meeting()).ballots[0]?.id;
      const paper = { ranks: ranked.slice(0, 3).map((option) => ({ options: [option] })) };
      for (const key of SITTING)
        await yes(cast.juror(classCode, key).put(`/api/ballots/${ballotId}/paper`, paper));
      expect(
        await no(cast.juror(classCode, 'member-nho').put(`/api/ballots/${ballotId}/paper`, paper)),
      ).toBe('seat-not-active');
      await yes(leader.post(`/api/ballots/${ballotId}/close`));
      const winners = (await meeting()).ballots[0]?.result?.winners;
      expect(winners).toEqual(ranked.slice(0, 1));
      await yes(
        leader.post(`${path}/decisions/winner`, {
          ...usual,
          number: 1,
          winners,
          reason: 'Avstemningen.',
        }),
      );
      await yes(leader.post(`${path}/minutes`));
    },
  );

  it.each(CLASSES)(
    'the %s: each finalist gets a justification, signed off by KS and NHO, and sealed',
    async (classCode) => {
      const path = `/api/editions/${cast.editionId}/classes/${classCode}/justifications`;
      const writer = cast.juror(classCode, 'member-ks');
      const leader = cast.juror(classCode, 'leader');
      const { justifications } = await yes(
        writer.get<{ justifications: { nominationId: string }[] }>(path),
      );
      expect(justifications).toHaveLength(3);
      for (const { nominationId } of justifications) {
        const at = `${path}/${nominationId}`;
        const text = 'Juryen er begeistret for arbeidet. '.repeat(20);
        const written = {
          lockVersion: 0,
          text,
          stageText: 'Kveldens vinner lyttet først. '.repeat(10),
          internalNote: '',
        };
        const { sha256 } = await yes(writer.put<{ sha256: string }>(at, written));
        expect(await no(leader.post(`${at}/seal`, { sha256 }))).toBe('not-signed-off');
        await yes(leader.post(`${at}/sign-off`, { sha256 }));
        await yes(cast.juror(classCode, 'deputy-leader').post(`${at}/sign-off`, { sha256 }));
        await yes(leader.post(`${at}/seal`, { sha256 }));
      }
    },
  );

  it('the finalists are sealed, armed by two people, and released once, however often the button is pressed', async () => {
    cast.command('keyholder:create', 'nokkel@nho.example', 'Randi Myhre');
    cast.keyholder = await signIn(cast.servers, 'nokkel@nho.example');
    expect(await cast.finalistsOn('editions/2027')).toEqual([]);
    const recordIds = [await cast.sealAndArm('all')];
    const press = () => cast.secretary.post(`/api/releases/${cast.editionId}/press`, { recordIds });
    await Promise.all(Array.from({ length: 10 }, press));
    const released = await cast.servers.db.query(
      'select kind, scope from release where edition_id = $1',
      [cast.editionId],
    );
    expect(released).toEqual([{ kind: 'finalists', scope: 'all' }]);
    await cast.finalistsOut('editions/2027');
    expect(await cast.finalistsOn('current')).toEqual(FINALISTS);
    expect(await cast.publicPage('editions/2027')).not.toContain('"winner":true');
  });

  it('the winners are revealed by one press, the live page changes, and the archive holds the year', async () => {
    await clock('2027-03-02T18:30:00+01:00');
    const recordIds = [await cast.sealAndArm('small'), await cast.sealAndArm('large')];
    const live = await cast.listenLive();
    expect(await cast.publicPage('live')).not.toContain('"winner":true');
    await yes(cast.secretary.post(`/api/releases/${cast.editionId}/press`, { recordIds }));
    expect(Object.keys(await live.next).sort()).toEqual(['edition', 'revision', 'spread']);
    expect((await cast.publicPage('live')).match(/"winner":true/g)).toHaveLength(2);
    await clock('2027-04-15T10:00:00+02:00');
    const act = { lockVersion: await cast.lockVersion(), reason: '' };
    await yes(cast.secretary.post(`/api/editions/${cast.editionId}/archive`, act));
    expect(await cast.finalistsOn('editions/2027')).toEqual(FINALISTS);
    expect(cast.command('audit:verify')).toMatch(/intact/);
  });
});
