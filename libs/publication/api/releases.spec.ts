import { decide, type DecidedScene, judgedEdition } from '../../../apps/api/testing/decided';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';
import type { EditionPageView, ReleaseRoomView } from '@award/publication/contract';
import { Releases } from './releases.service';

/** Tries for five seconds: the clock and the other server have a beat of their own. */
async function eventually(expectation: () => Promise<void>): Promise<void> {
  for (const end = performance.now() + 5000; performance.now() < end;) {
    try {
      return await expectation();
    } catch {
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  await expectation();
}

describe('sealing and releasing', () => {
  let app: TestApp;
  let other: TestApp;
  let scene: DecidedScene;
  let secretary: Visitor;
  let keyholder: Visitor;
  let year = 2027;

  beforeAll(async () => {
    app = await testApp();
    other = await testApp(app);
    await story(app).holder('secretary', 'secretary');
    await story(app).holder('keyholder', 'release-keyholder');
    secretary = await app.visitor().signInAs('secretary');
    keyholder = await other.visitor().signInAs('keyholder');
  });
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  const begin = async (options?: { winners?: boolean }) => {
    scene = await judgedEdition(app, ++year);
    await decide(app, scene, options);
  };
  const root = () => `/api/releases/${scene.edition.id}`;
  const room = async (as = secretary) => (await as.get<ReleaseRoomView>(root())).body;
  const item = async (scope: string, as = secretary) => {
    const found = (await room(as)).items.find((one) => one.scope === scope);
    if (!found) throw new Error(`no item ${scope}`);
    return found;
  };
  const seal = (scope: string, releaseAt: string | null = null) =>
    secretary.post(`${root()}/seal`, { scope, releaseAt });
  const arm = async (scope: string, as: Visitor) => {
    const { sealed } = await item(scope);
    if (!sealed) throw new Error(`${scope} is not sealed`);
    const { id, sha256, releaseAt } = sealed;
    return as.post(`/api/releases/records/${id}/arm`, { sha256, releaseAt });
  };
  const sealAndArm = async (scope: string, releaseAt: string | null = null): Promise<string> => {
    expect((await seal(scope, releaseAt)).status).toBe(200);
    expect((await arm(scope, secretary)).status).toBe(204);
    expect((await arm(scope, keyholder)).status).toBe(204);
    return (await item(scope)).sealed?.id ?? '';
  };
  const press = (recordIds: string[], as = secretary) => as.post(`${root()}/press`, { recordIds });
  const phase = async () =>
    (await app.db.query('select phase from edition where id = $1', [scene.edition.id]))[0].phase;
  const count = async (table: string, where = 'edition_id = $1') =>
    (
      await app.db.query(`select count(*)::int as n from ${table} where ${where}`, [
        scene.edition.id,
      ])
    )[0].n;
  const refusal = (answer: { status: number; body: unknown }) => [
    answer.status,
    (answer.body as { refusal?: string }).refusal,
  ];
  const published = async (from = app) =>
    (await from.visitor().get<EditionPageView>(`/api/public/editions/${year}`)).body.classes.map(
      ({ finalists }) => finalists.map(({ name, winner }) => [name, winner]),
    );

  it('goes the whole way: sealed, armed by two, finalists released, winners revealed class by class', async () => {
    await begin();
    const finalists = await sealAndArm('all');
    expect(await published()).toEqual([[], []]);
    expect((await press([finalists])).status).toBe(200);
    expect(await phase()).toBe('finalists-published');
    const six = [
      [
        ['Fjordvik', false],
        ['Nesdal', false],
        ['Solvang', false],
      ],
      [
        ['Storby', false],
        ['Havna', false],
        ['Elvestad', false],
      ],
    ];
    expect(await published()).toEqual(six);
    await eventually(async () => expect(await published(other)).toEqual(six));
    const small = await sealAndArm('small');
    const large = await sealAndArm('large');
    expect((await press([small], keyholder)).status).toBe(200);
    expect(await phase()).toBe('finalists-published');
    await eventually(async () => expect((await published())[0]?.[0]).toEqual(['Fjordvik', true]));
    expect((await published())[1]?.[0]).toEqual(['Storby', false]);
    expect((await press([large], keyholder)).status).toBe(200);
    expect(await phase()).toBe('announced');
    await eventually(async () => expect((await published())[1]?.[0]).toEqual(['Storby', true]));
    const { body } = await app.visitor().get<EditionPageView>(`/api/public/editions/${year}`);
    expect(body.classes[0]?.finalists[0]).toMatchObject({
      justification: 'Juryen legger vekt på arbeidet i Fjordvik.',
      writtenForm: 'nb',
      population: 9000,
    });
    expect(body.classes.map(({ entries }) => entries)).toEqual([4, 4]);
  });

  it('reveals both winners with one press', async () => {
    await begin();
    await press([await sealAndArm('all')]);
    const both = [await sealAndArm('small'), await sealAndArm('large')];
    expect((await press(both, keyholder)).status).toBe(200);
    expect(await phase()).toBe('announced');
  });

  it('releases once when fifty press at the same time on two servers, with one audit row and one mail each', async () => {
    await begin();
    const record = await sealAndArm('all');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => press([record], at % 2 ? secretary : keyholder)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 200).map((answer) => refusal(answer))).toEqual(
      Array.from({ length: 49 }, () => [409, 'already-released']),
    );
    expect(await count('release')).toBe(1);
    expect(await count('release_entry')).toBe(6);
    expect(await count('audit', `edition_id = $1 and act = 'release:finalists'`)).toBe(1);
    expect(await count('audit', `edition_id = $1 and act = 'edition:publish-finalists'`)).toBe(1);
    expect(await count('mail_outbox')).toBe(8);
  });

  it('sends every judged municipality the same news, in no word an outcome', async () => {
    const mails: { template: string; words: Record<string, string> }[] = await app.db.query(
      'select template, words from mail_outbox where edition_id = $1',
      [scene.edition.id],
    );
    expect(new Set(mails.map(({ template }) => template))).toEqual(new Set(['publication.news']));
    expect(new Set(mails.map(({ words }) => Object.keys(words).sort().join()))).toEqual(
      new Set(['award,municipality']),
    );
    const { released, mails: planned } = await item('all');
    expect(planned.recipients).toBe(8);
    expect(released?.mailsQueued).toBe(8);
  });

  it.each([
    ['a second before', '-1 second', false],
    ['at its second', '0 seconds', true],
    ['a second after', '1 second', true],
  ])('lets the clock release %s: %s → %s', async (_, moved, goes) => {
    await begin();
    const [{ at }] = await app.db.query(`select award_now() + interval '1 hour' as at`);
    await sealAndArm('all', at.toISOString());
    await app.db.query(
      `update installation set clock_offset = ($1::timestamptz - clock_timestamp()) + $2::interval`,
      [at, moved],
    );
    await Promise.all([app.get(Releases).releaseDue(), other.get(Releases).releaseDue()]);
    const [{ early }] = await app.db.query('select award_now() < $1::timestamptz as early', [at]);
    const releases = await app.db.query(
      'select released_at >= $2::timestamptz as "inTime", released_by as by from release where edition_id = $1',
      [scene.edition.id, at],
    );
    await app.db.query(`update installation set clock_offset = '0'`);
    if (goes) expect(releases).toEqual([{ inTime: true, by: null }]);
    else expect({ early, releases }).toEqual({ early: true, releases: [] });
  });

  it('releases by itself when its time comes, and any reader past the time sees it', async () => {
    await begin();
    const [{ at }] = await app.db.query(`select award_now() + interval '1 hour' as at`);
    await sealAndArm('all', at.toISOString());
    await app.db.query(`update installation set clock_offset = interval '1 hour'`);
    await eventually(async () => expect(await phase()).toBe('finalists-published'));
    await eventually(async () => expect((await published(other))[0]).toHaveLength(3));
    await eventually(async () => expect((await published())[0]).toHaveLength(3));
    await app.db.query(`update installation set clock_offset = '0'`);
  });

  describe('is refused', () => {
    it('to seal before every class has decided, and says which', async () => {
      await begin({ winners: false });
      await app.db.query(
        `update edition_class set stage = 'deliberation' where edition_id = $1 and code = 'large'`,
        [scene.edition.id],
      );
      expect(refusal(await seal('all'))).toEqual([409, 'not-sealed']);
      expect(
        (await item('all')).conditions
          .filter(({ met }) => !met)
          .map(({ code, classCode }) => [code, classCode]),
      ).toEqual([
        ['finalists-decided', 'large'],
        ['sealed', null],
      ]);
      expect(refusal(await seal('small'))).toEqual([409, 'not-sealed']);
      expect(refusal(await seal('middle'))).toEqual([409, 'unknown-class']);
    });

    it('to seal with a justification that is not signed off', async () => {
      await begin();
      await app.db.query(
        `update justification set state = 'draft', sealed_at = null where nomination_id = $1`,
        [scene.small[1]?.id],
      );
      expect(refusal(await seal('all'))).toEqual([409, 'not-signed-off']);
    });

    it('to seal twice, to release unarmed, or with one key', async () => {
      await begin();
      expect((await seal('all')).status).toBe(200);
      expect(refusal(await seal('all'))).toEqual([409, 'already-sealed']);
      const id = (await item('all')).sealed?.id ?? '';
      expect(refusal(await press([id]))).toEqual([409, 'not-armed']);
      expect((await arm('all', secretary)).status).toBe(204);
      expect(refusal(await arm('all', secretary))).toEqual([409, 'same-person-twice']);
      expect(refusal(await press([id]))).toEqual([409, 'not-armed']);
    });

    it('to turn a key for something else than what is sealed', async () => {
      const { id = '', sha256 = '' } = (await item('all')).sealed ?? {};
      const at = new Date('2030-01-01T12:00:00Z').toISOString();
      for (const seen of [
        { sha256: '0'.repeat(64), releaseAt: null },
        { sha256, releaseAt: at },
      ]) {
        expect(refusal(await keyholder.post(`/api/releases/records/${id}/arm`, seen))).toEqual([
          409,
          'stale-save',
        ]);
      }
    });

    it('to a third key, to another time while a key is turned, and for a time that has passed', async () => {
      expect((await arm('all', keyholder)).status).toBe(204);
      await story(app).holder('third', 'secretary');
      const third = await app.visitor().signInAs('third');
      expect(refusal(await arm('all', third))).toEqual([409, 'already-armed']);
      const id = (await item('all')).sealed?.id ?? '';
      const schedule = (releaseAt: string | null) =>
        secretary.post(`/api/releases/records/${id}/schedule`, { releaseAt });
      expect(refusal(await schedule(null))).toEqual([409, 'already-armed']);
      expect((await secretary.post(`${root()}/stop`)).status).toBe(204);
      expect(refusal(await schedule('2020-01-01T12:00:00Z'))).toEqual([400, 'bad-input']);
      expect((await schedule('2090-01-01T12:00:00Z')).status).toBe(204);
    });

    it('to turn the last key when the time has passed, which would publish at once', async () => {
      expect((await arm('all', secretary)).status).toBe(204);
      await app.db.query(`update installation set clock_offset = interval '100 years'`);
      expect(refusal(await arm('all', keyholder))).toEqual([409, 'release-time-passed']);
      await app.db.query(`update installation set clock_offset = '0'`);
      expect((await secretary.post(`${root()}/stop`)).status).toBe(204);
    });

    it('while it is stopped, until two have armed it anew', async () => {
      const id = (await item('all')).sealed?.id ?? '';
      expect((await item('all')).sealed).toMatchObject({
        keys: [],
        stoppedAt: expect.any(String),
        releaseAt: null,
      });
      expect((await arm('all', secretary)).status).toBe(204);
      expect(refusal(await press([id]))).toEqual([409, 'release-stopped']);
      expect((await arm('all', keyholder)).status).toBe(204);
      expect((await press([id])).status).toBe(200);
    });

    it('for the winners while the screen is held, before the finalists, or twice', async () => {
      await begin();
      const small = await sealAndArm('small');
      expect(refusal(await press([small]))).toEqual([409, 'wrong-phase']);
      await press([await sealAndArm('all')]);
      const control = `/api/stage/${scene.edition.id}/control`;
      await secretary.put(control, { step: 3, blank: true, held: true });
      expect(refusal(await press([small]))).toEqual([409, 'release-stopped']);
      await secretary.put(control, { step: 3, blank: false, held: false });
      expect((await press([small])).status).toBe(200);
      expect(refusal(await press([small]))).toEqual([409, 'already-released']);
    });

    it('when the jury has decided anew after the sealing', async () => {
      await begin();
      const id = await sealAndArm('all');
      await app.db.query(
        `update justification set state = 'draft', sealed_at = null where nomination_id = $1`,
        [scene.small[0]?.id],
      );
      await app.db.query(
        `update justification set text = 'Ny tekst.', state = 'sealed', sealed_at = award_now() where nomination_id = $1`,
        [scene.small[0]?.id],
      );
      expect(refusal(await press([id]))).toEqual([409, 'not-sealed']);
      expect((await item('all')).conditions.find(({ code }) => code === 'as-decided')?.met).toBe(
        false,
      );
      expect((await secretary.post(`/api/releases/records/${id}/cancel`)).status).toBe(204);
      expect((await press([await sealAndArm('all')])).status).toBe(200);
      expect(refusal(await secretary.post(`/api/releases/records/${id}/cancel`))).toEqual([
        404,
        'not-found',
      ]);
    });

    it('when the role of somebody who turned a key has ended since', async () => {
      await begin();
      await story(app).holder(`passing-${year}`, 'release-keyholder');
      const passing = await app.visitor().signInAs(`passing-${year}`);
      expect((await seal('all', '2090-01-01T12:00:00Z')).status).toBe(200);
      expect((await arm('all', secretary)).status).toBe(204);
      expect((await arm('all', passing)).status).toBe(204);
      await app.db.query(
        `update role_grant set revoked_at = clock_timestamp() where person_id =
           (select person_id from identity where issuer = 'demo' and subject = $1)`,
        [`passing-${year}`],
      );
      const { sealed, acts } = await item('all');
      expect([sealed?.keys.map(({ name }) => name), acts.release]).toEqual([
        ['secretary'],
        'not-armed',
      ]);
      expect(refusal(await press([sealed?.id ?? '']))).toEqual([409, 'not-armed']);
      await app.db.query(`update installation set clock_offset = interval '100 years'`);
      expect(await app.get(Releases).releaseDue()).toBe(0);
      await app.db.query(`update installation set clock_offset = '0'`);
      expect(await count('release')).toBe(0);
      expect((await arm('all', keyholder)).status).toBe(204);
      expect((await press([sealed?.id ?? ''])).status).toBe(200);
    });

    it('by the database itself: what is sealed or released is never edited', async () => {
      for (const sql of [
        `update sealed_record set payload = '{}' where edition_id = $1`,
        `delete from sealed_record where edition_id = $1`,
        `update release set released_at = null where edition_id = $1`,
        `delete from release_entry where edition_id = $1`,
      ])
        await expect(app.db.query(sql, [scene.edition.id])).rejects.toMatchObject({
          driverError: { code: '42501' },
        });
      const [release] = await app.db.query('select id from release where edition_id = $1', [
        scene.edition.id,
      ]);
      await expect(
        app.db.query(
          `insert into release_entry (release_id, nomination_id, edition_id, class_code, outcome, position)
           values ($1, $2, $3, 'large', 'finalist', 9)`,
          [release.id, scene.small[3]?.id, scene.edition.id],
        ),
      ).rejects.toMatchObject({ driverError: { constraint: 'fk_release_entry_nomination_id' } });
    });

    it('to whoever holds no key, and another edition answers as one that does not exist', async () => {
      const bound = await judgedEdition(app, ++year);
      await story(app).holder(`bound-${year}`, 'release-keyholder', {
        editionId: bound.edition.id,
      });
      await story(app).holder(`leader-${year}`, 'jury-leader', {
        editionId: scene.edition.id,
        classCode: 'small',
      });
      await story(app).holder(`case-${year}`, 'case-officer');
      const stranger = await app.visitor().signInAs(`bound-${year}`);
      const leader = await app.visitor().signInAs(`leader-${year}`);
      const officer = await app.visitor().signInAs(`case-${year}`);
      const nowhere = '/api/releases/00000000-0000-4000-8000-000000000000';
      expect(refusal(await stranger.get(root()))).toEqual(refusal(await stranger.get(nowhere)));
      expect(refusal(await stranger.get(root()))).toEqual([404, 'not-found']);
      expect(refusal(await officer.get(root()))).toEqual([403, 'not-permitted']);
      expect(refusal(await leader.post(`${root()}/stop`))).toEqual([403, 'not-permitted']);
      const seen = (await leader.get<ReleaseRoomView>(root())).body;
      expect(seen.items.map(({ contents }) => contents)).toEqual([null, null, null]);
      expect(JSON.stringify(seen)).not.toContain('Fjordvik');
    });
  });
});
