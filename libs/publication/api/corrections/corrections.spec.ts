import { createHash } from 'node:crypto';
import { decide, type DecidedScene, judgedEdition } from '../../../../apps/api/testing/decided';
import { story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import type { Visitor } from '../../../../apps/api/demo/visitor';
import { Jobs } from '@award/jobs/api';
import type {
  CorrectionsView,
  EditionPageView,
  MyCorrectionsView,
  OutcomeView,
  ReleaseRoomView,
} from '@award/publication/contract';
import { PublicWatch } from '../public-watch.service';

describe('when something told has to change', () => {
  let app: TestApp;
  let scene: DecidedScene;
  let secretary: Visitor;
  let keyholder: Visitor;
  let year = 2030;

  beforeAll(async () => {
    app = await testApp();
    await story(app).holder('secretary', 'secretary');
    await story(app).holder('keyholder', 'release-keyholder');
    secretary = await app.visitor().signInAs('secretary');
    keyholder = await app.visitor().signInAs('keyholder');
  });
  afterAll(() => app.close());

  const root = () => `/api/releases/${scene.edition.id}`;
  const refusal = ({ status, body }: { status: number; body: unknown }) => [
    status,
    (body as { refusal?: string } | null)?.refusal,
  ];
  const id = (name: string) =>
    [...scene.small, ...scene.large].find((entry) => entry.name === name)?.id ?? '';
  const turn = async (record: { id: string; sha256: string }) => {
    for (const who of [secretary, keyholder]) {
      const answer = await who.post(`/api/releases/records/${record.id}/arm`, {
        sha256: record.sha256,
        releaseAt: null,
      });
      expect(answer.status).toBe(204);
    }
  };
  const press = (recordId: string) => secretary.post(`${root()}/press`, { recordIds: [recordId] });
  const tell = async (scope: string) => {
    expect((await secretary.post(`${root()}/seal`, { scope, releaseAt: null })).status).toBe(200);
    const { items } = (await secretary.get<ReleaseRoomView>(root())).body;
    const sealed = items.find((item) => item.scope === scope)?.sealed;
    if (!sealed) throw new Error(`${scope} is not sealed`);
    await turn(sealed);
    expect((await press(sealed.id)).status).toBe(200);
  };
  const begin = async (...scopes: string[]) => {
    scene = await judgedEdition(app, ++year);
    await decide(app, scene);
    for (const scope of ['all', ...scopes]) await tell(scope);
  };
  const open = (order: object) =>
    secretary.post<CorrectionsView>(`${root()}/corrections`, {
      kind: 'announcement',
      scope: 'small',
      classCode: 'small',
      nominationId: null,
      named: null,
      note: 'Vinneren er Nesdal.',
      reason: 'Feil navn ble ført inn.',
      requestId: null,
      concernsAssessment: false,
      ...order,
    });
  const room = async (as = secretary) =>
    (await as.get<CorrectionsView>(`${root()}/corrections`)).body;
  const newest = async () => {
    const [correction] = (await room()).corrections;
    if (!correction) throw new Error('no correction');
    return correction;
  };
  const release = async () => {
    const { sealed } = await newest();
    if (!sealed) throw new Error('not sealed');
    await turn(sealed);
    const answer = await press(sealed.id);
    await app.get(PublicWatch).catchUp();
    return answer;
  };
  const page = async () => {
    await app.get(PublicWatch).catchUp();
    return (await app.visitor().get<EditionPageView>(`/api/public/editions/${year}`)).body;
  };
  const classOf = async (code: string) =>
    (await page()).classes.find((one) => one.code === code) ??
    (() => {
      throw new Error(code);
    })();
  const shown = async (code: string) =>
    (await classOf(code)).finalists.map(({ name, winner }) => (winner ? `${name} vant` : name));
  const text = async (path: string) => (await fetch(app.url + path)).text();
  const everything = async () => {
    await app.get(PublicWatch).catchUp();
    const answers: Record<string, string> = {};
    for (const path of [
      `/api/public/editions/${year}`,
      '/api/public/live',
      '/api/public/press',
      '/nyheter.atom',
      '/data/resultater.json',
      '/data/resultater.csv',
      `/api/public/view?path=/arkiv/${year}&language=nb`,
    ]) {
      const answer = await fetch(app.url + path);
      answers[path] = `${answer.status} ${answer.headers.get('etag')} ${await answer.text()}`;
    }
    return answers;
  };
  const mails = (template: string): Promise<{ recipient: string; words: object }[]> =>
    app.db.query(
      'select recipient, words from mail_outbox where edition_id = $1 and template = $2 order by recipient',
      [scene.edition.id, template],
    );
  const decided = async () =>
    (
      await app.db.query(
        `select v.name from decision d join decision_entry e on e.decision_id = d.id join nomination n on n.id = e.nomination_id
         join municipality_version v on v.municipality_id = n.municipality_id
         where d.edition_id = $1 and d.class_code = 'small' and d.kind = 'winner'
           and not exists (select from decision x where x.supersedes_id = d.id)`,
        [scene.edition.id],
      )
    ).map(({ name }: { name: string }) => name);

  describe('a wrong name', () => {
    it('nothing public changes while a correction is opened, sealed and armed', async () => {
      await begin('small');
      expect(await shown('small')).toEqual(['Fjordvik vant', 'Nesdal', 'Solvang']);
      const before = await everything();
      const opened = await open({ named: [id('Nesdal')] });
      expect(opened.status).toBe(200);
      const { sealed, acts } = await newest();
      expect(acts).toMatchObject({ seal: 'already-sealed', arm: null, release: 'not-armed' });
      expect(refusal(await press(sealed?.id ?? ''))).toEqual([409, 'not-armed']);
      if (sealed) await turn(sealed);
      expect(await everything()).toEqual(before);
      expect(await decided()).toEqual(['Fjordvik']);
    });

    it('then page, live, feed, open data and decision tell the right one, and say that it is corrected', async () => {
      expect((await press((await newest()).sealed?.id ?? '')).status).toBe(200);
      expect(await shown('small')).toEqual(['Nesdal vant', 'Fjordvik', 'Solvang']);
      expect((await classOf('small')).corrections).toEqual([
        { kind: 'announcement', note: 'Vinneren er Nesdal.', at: expect.any(String) },
      ]);
      expect((await classOf('large')).corrections).toEqual([]);
      for (const path of ['/nyheter.atom', '/api/public/live', '/data/resultater.json'])
        expect(await text(path)).toContain('Vinneren er Nesdal.');
      expect(await text('/nyheter.atom')).toContain(`Rettet i kåringen ${year}`);
      expect(await text('/api/public/press')).toContain('Nesdal vant');
      expect(await decided()).toEqual(['Nesdal']);
      expect((await newest()).released).toMatchObject({ by: 'secretary', mailsQueued: 3 });
    });

    it('the same recipients are told once, in no word an outcome, and the log keeps both', async () => {
      const told = await mails('publication.corrected');
      expect(told.map(({ recipient }) => recipient)).toEqual([
        'post@fjordvik.example',
        'post@nesdal.example',
        'post@solvang.example',
      ]);
      expect(new Set(told.flatMap(({ words }) => Object.keys(words)))).toEqual(
        new Set(['award', 'municipality', 'year']),
      );
      const acts = await app.db.query(
        `select act, facts ->> 'number' as number from audit where edition_id = $1
           and act in ('release:winners', 'release:correct') order by seq`,
        [scene.edition.id],
      );
      expect(acts).toEqual([
        { act: 'release:winners', number: '1' },
        { act: 'release:correct', number: '2' },
        { act: 'release:winners', number: '2' },
      ]);
      const { sealed } = await newest();
      const again = await Promise.all(Array.from({ length: 8 }, () => press(sealed?.id ?? '')));
      expect(new Set(again.map(({ status }) => status))).toEqual(new Set([409]));
      expect(await mails('publication.corrected')).toEqual(told);
    });

    it('can be corrected once more, and the other class is released as before', async () => {
      expect((await open({ named: [id('Fjordvik')], note: 'Fjordvik vant likevel.' })).status).toBe(
        200,
      );
      expect((await release()).status).toBe(200);
      expect(await shown('small')).toEqual(['Fjordvik vant', 'Nesdal', 'Solvang']);
      expect((await classOf('small')).corrections.map(({ note }) => note)).toEqual([
        'Fjordvik vant likevel.',
        'Vinneren er Nesdal.',
      ]);
      await tell('large');
      expect(await shown('large')).toEqual(['Storby vant', 'Havna', 'Elvestad']);
      expect((await page()).edition.line).toBe('winners-announced');
    });

    it('a finalist is put right in the same way, and a winner stays a winner', async () => {
      const named = ['Fjordvik', 'Nesdal', 'Tinden'].map(id);
      expect((await open({ scope: 'all', named })).status).toBe(200);
      expect((await release()).status).toBe(200);
      expect(await shown('small')).toEqual(['Fjordvik vant', 'Nesdal', 'Tinden']);
      expect(await shown('large')).toEqual(['Storby vant', 'Havna', 'Elvestad']);
      expect(await decided()).toEqual(['Fjordvik']);
    });

    it.each<[string, object, [number, string]]>([
      ['a stranger to the class', { named: ['Storby'] }, [409, 'not-in-class']],
      ['a winner who is no finalist', { named: ['Solvang'] }, [409, 'not-a-finalist']],
      ['no names', {}, [409, 'bad-input']],
      ['no note', { named: ['Nesdal'], note: ' ' }, [409, 'reason-required']],
      [
        'a class that is not there',
        { named: [], scope: 'x', classCode: 'x' },
        [409, 'not-released'],
      ],
    ])('is refused with %s', async (_, { named, ...order }: { named?: string[] }, expected) => {
      const [status, code] = refusal(await open({ ...order, named: named?.map(id) ?? null }));
      expect([code === 'bad-input' ? 409 : status, code]).toEqual(expected);
    });

    it('is for the secretariat to open, and tells a jury’s leader no names', async () => {
      expect((await open({ named: [id('Nesdal')] })).status).toBe(200);
      expect(refusal(await open({ named: [id('Nesdal')] }))).toEqual([409, 'correction-open']);
      await story(app).holder(`leader-${year}`, 'jury-leader', {
        editionId: scene.edition.id,
        classCode: 'small',
      });
      const leader = await app.visitor().signInAs(`leader-${year}`);
      expect(refusal(await leader.post(`${root()}/corrections`, {}))).toEqual([
        403,
        'not-permitted',
      ]);
      const seen = await room(leader);
      expect([seen.correctable, seen.requests]).toEqual([[], []]);
      expect(JSON.stringify(seen.corrections[0])).not.toContain(id('Nesdal'));
      const { id: correction } = await newest();
      expect((await secretary.post(`/api/releases/corrections/${correction}/give-up`)).status).toBe(
        204,
      );
      expect((await room()).corrections.map((one) => one.released !== null)).toEqual([
        true,
        true,
        true,
      ]);
    });
  });

  describe('an error in the text', () => {
    let municipality: Visitor;
    const mine = async () =>
      (await municipality.get<MyCorrectionsView>('/api/nominations/mine/corrections')).body;

    it('the municipality asks once, and not before it is told', async () => {
      await begin();
      const { municipalityId } = scene.small[1] ?? { municipalityId: '' };
      await story(app).holder(`nesdal-${year}`, 'municipality-submitter', {
        editionId: scene.edition.id,
        municipalityId,
      });
      municipality = await app.visitor().signInAs(`nesdal-${year}`);
      expect((await mine()).ask).toBeNull();
      const ask = (words: string) =>
        municipality.post('/api/nominations/mine/corrections', { text: words });
      expect(refusal(await ask(' '))).toEqual([409, 'reason-required']);
      expect((await ask('Vi har 40 bedrifter, ikke 14.')).status).toBe(204);
      expect(refusal(await ask('En gang til.'))).toEqual([409, 'already-asked']);
      const [other] = (await room()).requests;
      expect(other).toMatchObject({ municipality: 'Nesdal', answer: null });
    });

    it('the text is taken up again; it cannot be sealed before both houses have signed it', async () => {
      const before = await everything();
      const [request] = (await room()).requests;
      await story(app).seat(scene.edition, 'small', `ola-${year}`, { house: 'NHO' });
      const opened = await open({
        kind: 'text',
        scope: 'all',
        nominationId: id('Nesdal'),
        note: 'Antall bedrifter er rettet.',
        requestId: request?.id,
        concernsAssessment: true,
      });
      expect(opened.status).toBe(200);
      const { id: correction, acts } = await newest();
      expect(acts).toMatchObject({ seal: 'not-signed-off', arm: 'not-sealed' });
      expect(refusal(await secretary.post(`/api/releases/corrections/${correction}/seal`))).toEqual(
        [409, 'not-signed-off'],
      );
      expect((await mine()).requests).toMatchObject([{ answer: 'mended', publishedAt: null }]);
      expect(await everything()).toEqual(before);
      const [kept] = await app.db.query(
        `select s.action from justification j join justification_step s on s.justification_id = j.id where j.nomination_id = $1`,
        [id('Nesdal')],
      );
      expect(kept).toEqual({ action: 'reopen' });
    });

    it('then it is released with the day of the correction, and only that text', async () => {
      const words = 'Juryen legger vekt på de 40 bedriftene i Nesdal.';
      await app.db.query(
        `update justification set text = $2, sha256 = $3, state = 'sealed', sealed_at = award_now() where nomination_id = $1`,
        [id('Nesdal'), words, createHash('sha256').update(words).digest('hex')],
      );
      const { id: correction } = await newest();
      expect((await secretary.post(`/api/releases/corrections/${correction}/seal`)).status).toBe(
        204,
      );
      expect((await newest()).text).toBe(words);
      expect((await release()).status).toBe(200);
      const { finalists, corrections } = await classOf('small');
      expect(
        finalists.map(({ justification, correctedAt }) => [justification, correctedAt]),
      ).toEqual([
        ['Juryen legger vekt på arbeidet i Fjordvik.', null],
        [words, corrections[0]?.at],
        ['Juryen legger vekt på arbeidet i Solvang.', null],
      ]);
      const { body } = await municipality.get<OutcomeView>('/api/nominations/mine/outcome');
      expect(body.justification).toBe(words);
      expect((await mine()).requests[0]?.publishedAt).toBe(corrections[0]?.at);
      expect((await mails('publication.corrected')).length).toBe(8);
    });

    it('words changed after the sealing are never released under the old seal', async () => {
      expect((await open({ kind: 'text', scope: 'all', nominationId: id('Solvang') })).status).toBe(
        200,
      );
      const put = (words: string) =>
        app.db.query(
          `update justification set text = $2, state = 'sealed', sealed_at = award_now() where nomination_id = $1`,
          [id('Solvang'), words],
        );
      await put('Første.');
      const { id: correction } = await newest();
      await secretary.post(`/api/releases/corrections/${correction}/seal`);
      await app.db.query(
        `update justification set state = 'draft', sealed_at = null where nomination_id = $1`,
        [id('Solvang')],
      );
      await put('Andre.');
      expect(refusal(await release())).toEqual([409, 'not-sealed']);
      expect((await secretary.post(`/api/releases/corrections/${correction}/give-up`)).status).toBe(
        204,
      );
    });

    it('a request can be answered that the text stands', async () => {
      await municipality.post('/api/nominations/mine/corrections', { text: 'Og navnet?' });
      const [request] = (await room()).requests;
      const answer = (reply: string) =>
        secretary.post(`/api/releases/correction-requests/${request?.id}/answer`, {
          reply,
          concernsAssessment: false,
        });
      expect(refusal(await answer(' '))).toEqual([409, 'reason-required']);
      expect((await answer('Navnet er riktig.')).status).toBe(204);
      expect(refusal(await answer('Igjen.'))).toEqual([409, 'already-answered']);
      expect((await mine()).requests[0]).toMatchObject({
        answer: 'stands',
        reply: 'Navnet er riktig.',
      });
      expect((await mine()).ask).toBeNull();
    });
  });

  describe('a prize that is withdrawn', () => {
    it('stays visible as withdrawn, also in the archived year; nobody has won it', async () => {
      await begin('small', 'large');
      await app.db.query(`update edition set phase = 'archived' where id = $1`, [scene.edition.id]);
      expect(refusal(await open({ kind: 'prize-withdrawn', nominationId: id('Nesdal') }))).toEqual([
        409,
        'not-a-winner',
      ]);
      expect(
        (
          await open({
            kind: 'prize-withdrawn',
            nominationId: id('Fjordvik'),
            note: 'Prisen til Fjordvik er trukket tilbake.',
          })
        ).status,
      ).toBe(200);
      expect((await release()).status).toBe(200);
      const { finalists, corrections, winnersReleased } = await classOf('small');
      expect([winnersReleased, finalists.map(({ winner }) => winner)]).toEqual([
        true,
        [false, false, false],
      ]);
      expect(finalists[0]).toMatchObject({
        name: 'Fjordvik',
        prizeWithdrawnAt: corrections[0]?.at,
      });
      expect(finalists[1]?.prizeWithdrawnAt).toBeNull();
      expect(await text('/data/resultater.csv')).toContain(corrections[0]?.at);
    });
  });

  it('followers of the award and of who was told before hear of it once', async () => {
    const [{ municipality_id: nesdal }] = await app.db.query(
      'select municipality_id from nomination where id = $1',
      [id('Nesdal')],
    );
    await app.db.query(
      `insert into follower (email, municipality_id, language, confirmed_at) values
         ('kari@avisa.example', null, 'nb', award_now()), ('per@avisa.example', $1, 'nn', award_now())`,
      [nesdal],
    );
    await app.get(Jobs).minute();
    const before = (await mails('publication.followed')).length;
    await app.db.query(`update edition set phase = 'announced' where id = $1`, [scene.edition.id]);
    expect(
      (await open({ scope: 'all', named: ['Fjordvik', 'Solvang', 'Tinden'].map(id) })).status,
    ).toBe(200);
    expect((await release()).status).toBe(200);
    await Promise.all([app.get(Jobs).minute(), app.get(Jobs).minute()]);
    await app.get(Jobs).minute();
    const told = (await mails('publication.followed')).slice(0);
    expect(
      told
        .filter(({ words }) => (words as { kind: string }).kind === 'corrected')
        .map(({ recipient }) => recipient),
    ).toEqual(expect.arrayContaining(['kari@avisa.example', 'per@avisa.example']));
    expect(told.length).toBe(before + 2);
  });

  it('the database itself keeps what was told and what was corrected', async () => {
    for (const sql of [
      `update correction set note = 'x' where edition_id = $1`,
      `delete from correction where edition_id = $1`,
      `update release set number = 9 where edition_id = $1`,
    ])
      await expect(app.db.query(sql, [scene.edition.id])).rejects.toMatchObject({
        driverError: { code: '42501' },
      });
    await expect(
      app.db.query(
        `insert into decision (edition_id, class_code, kind, number, reason, supersedes_id, finalists_decision_id)
         select edition_id, class_code, kind, 0, 'x', id, finalists_decision_id from decision d
         where edition_id = $1 and class_code = 'small' and kind = 'winner'
           and not exists (select from decision n where n.supersedes_id = d.id)`,
        [scene.edition.id],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'ck_decision_not_released' } });
  });
});
