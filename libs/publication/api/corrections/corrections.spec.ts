import { createHash } from 'node:crypto';
import { story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import { refusalOf, ToldEdition } from '../../../../apps/api/testing/told';
import type { Visitor } from '../../../../apps/api/demo/visitor';
import { Jobs } from '@award/jobs/api';
import type { MyCorrectionsView, OutcomeView } from '@award/publication/contract';

describe('when something told has to change', () => {
  let app: TestApp;
  let told: ToldEdition;
  let year = 2030;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const begin = async (...scopes: string[]) => {
    told = await ToldEdition.begin(app, (year += 1), ...scopes);
  };
  const decided = async () =>
    (
      await app.db.query(
        `select v.name from decision d join decision_entry e on e.decision_id = d.id join nomination n on n.id = e.nomination_id
         join municipality_version v on v.municipality_id = n.municipality_id
         where d.edition_id = $1 and d.class_code = 'small' and d.kind = 'winner'
           and not exists (select from decision x where x.supersedes_id = d.id)`,
        [told.scene.edition.id],
      )
    ).map(({ name }: { name: string }) => name);

  describe('a wrong name', () => {
    it('nothing public changes while a correction is opened, sealed and armed', async () => {
      await begin('small');
      expect(await told.shown('small')).toEqual(['Fjordvik vant', 'Nesdal', 'Solvang']);
      const before = await told.everything();
      const opened = await told.open({ named: [told.id('Nesdal')] });
      expect(opened.status).toBe(200);
      const { sealed, acts } = await told.newest();
      expect(acts).toMatchObject({ seal: 'already-sealed', arm: null, release: 'not-armed' });
      expect(refusalOf(await told.press(sealed?.id ?? ''))).toEqual([409, 'not-armed']);
      if (sealed) await told.turn(sealed);
      expect(await told.everything()).toEqual(before);
      expect(await decided()).toEqual(['Fjordvik']);
    });

    it('then page, live, feed, open data and decision tell the right one, and say that it is corrected', async () => {
      expect((await told.press((await told.newest()).sealed?.id ?? '')).status).toBe(200);
      expect(await told.shown('small')).toEqual(['Nesdal vant', 'Fjordvik', 'Solvang']);
      expect((await told.classOf('small')).corrections).toEqual([
        { kind: 'announcement', note: 'Vinneren er Nesdal.', at: expect.any(String) },
      ]);
      expect((await told.classOf('large')).corrections).toEqual([]);
      for (const path of ['/nyheter.atom', '/api/public/live', '/data/resultater.json'])
        expect(await told.text(path)).toContain('Vinneren er Nesdal.');
      expect(await told.text('/nyheter.atom')).toContain(`Rettet i kåringen ${year}`);
      expect(await told.text('/api/public/press')).toContain('Nesdal vant');
      expect(await decided()).toEqual(['Nesdal']);
      expect((await told.newest()).released).toMatchObject({
        by: `secretary-${year}`,
        mailsQueued: 3,
      });
    });

    it('the same recipients are told once, in no word an outcome, and the log keeps both', async () => {
      const corrected = await told.mails('publication.corrected');
      expect(corrected.map(({ recipient }) => recipient)).toEqual([
        'post@fjordvik.example',
        'post@nesdal.example',
        'post@solvang.example',
      ]);
      expect(new Set(corrected.flatMap(({ words }) => Object.keys(words)))).toEqual(
        new Set(['award', 'municipality', 'year']),
      );
      const acts = await app.db.query(
        `select act, facts ->> 'number' as number from audit where edition_id = $1
           and act in ('release:winners', 'release:correct') order by seq`,
        [told.scene.edition.id],
      );
      expect(acts).toEqual([
        { act: 'release:winners', number: '1' },
        { act: 'release:correct', number: '2' },
        { act: 'release:winners', number: '2' },
      ]);
      const { sealed } = await told.newest();
      const again = await Promise.all(
        Array.from({ length: 8 }, () => told.press(sealed?.id ?? '')),
      );
      expect(new Set(again.map(({ status }) => status))).toEqual(new Set([409]));
      expect(await told.mails('publication.corrected')).toEqual(corrected);
    });

    it('can be corrected once more, and the other class is released as before', async () => {
      expect(
        (await told.open({ named: [told.id('Fjordvik')], note: 'Fjordvik vant likevel.' })).status,
      ).toBe(200);
      expect((await told.release()).status).toBe(200);
      expect(await told.shown('small')).toEqual(['Fjordvik vant', 'Nesdal', 'Solvang']);
      expect((await told.classOf('small')).corrections.map(({ note }) => note)).toEqual([
        'Fjordvik vant likevel.',
        'Vinneren er Nesdal.',
      ]);
      await told.tell('large');
      expect(await told.shown('large')).toEqual(['Storby vant', 'Havna', 'Elvestad']);
      expect((await told.page()).edition.line).toBe('winners-announced');
    });

    it('a finalist is put right in the same way, and a winner stays a winner', async () => {
      const named = ['Fjordvik', 'Nesdal', 'Tinden'].map((name) => told.id(name));
      expect((await told.open({ scope: 'all', named })).status).toBe(200);
      expect((await told.release()).status).toBe(200);
      expect(await told.shown('small')).toEqual(['Fjordvik vant', 'Nesdal', 'Tinden']);
      expect(await told.shown('large')).toEqual(['Storby vant', 'Havna', 'Elvestad']);
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
      const [status, code] = refusalOf(
        await told.open({ ...order, named: named?.map((name) => told.id(name)) ?? null }),
      );
      expect([code === 'bad-input' ? 409 : status, code]).toEqual(expected);
    });

    it('is for the secretariat to open, and tells a jury’s leader no names', async () => {
      expect((await told.open({ named: [told.id('Nesdal')] })).status).toBe(200);
      expect(refusalOf(await told.open({ named: [told.id('Nesdal')] }))).toEqual([
        409,
        'correction-open',
      ]);
      await story(app).holder(`leader-${year}`, 'jury-leader', {
        editionId: told.scene.edition.id,
        classCode: 'small',
      });
      const leader = await app.visitor().signInAs(`leader-${year}`);
      expect(refusalOf(await leader.post(`${told.root}/corrections`, {}))).toEqual([
        403,
        'not-permitted',
      ]);
      const seen = await told.room(leader);
      expect([seen.correctable, seen.requests]).toEqual([[], []]);
      expect(JSON.stringify(seen.corrections[0])).not.toContain(told.id('Nesdal'));
      const { id: correction } = await told.newest();
      expect(
        (await told.secretary.post(`/api/releases/corrections/${correction}/give-up`)).status,
      ).toBe(204);
      expect((await told.room()).corrections.map((one) => one.released !== null)).toEqual([
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
      const { municipalityId } = told.scene.small[1] ?? { municipalityId: '' };
      await story(app).holder(`nesdal-${year}`, 'municipality-submitter', {
        editionId: told.scene.edition.id,
        municipalityId,
      });
      municipality = await app.visitor().signInAs(`nesdal-${year}`);
      expect((await mine()).ask).toBeNull();
      const ask = (words: string) =>
        municipality.post('/api/nominations/mine/corrections', { text: words });
      expect(refusalOf(await ask(' '))).toEqual([409, 'reason-required']);
      expect((await ask('Vi har 40 bedrifter, ikke 14.')).status).toBe(204);
      expect(refusalOf(await ask('En gang til.'))).toEqual([409, 'already-asked']);
      const [other] = (await told.room()).requests;
      expect(other).toMatchObject({ municipality: 'Nesdal', answer: null });
    });

    it('the text is taken up again; it cannot be sealed before both houses have signed it', async () => {
      const before = await told.everything();
      const [request] = (await told.room()).requests;
      for (const [name, state] of [
        ['ola', 'accepted'],
        ['kari', 'left'],
      ])
        await story(app).seat(told.scene.edition, 'small', `${name}-${year}`, {
          house: 'NHO',
          state,
        });
      const opened = await told.open({
        kind: 'text',
        scope: 'all',
        nominationId: told.id('Nesdal'),
        note: 'Antall bedrifter er rettet.',
        requestId: request?.id,
        concernsAssessment: true,
      });
      expect(opened.status).toBe(200);
      const { id: correction, acts } = await told.newest();
      expect(acts).toMatchObject({ seal: 'not-signed-off', arm: 'not-sealed' });
      expect(
        refusalOf(await told.secretary.post(`/api/releases/corrections/${correction}/seal`)),
      ).toEqual([409, 'not-signed-off']);
      expect((await mine()).requests).toMatchObject([{ answer: 'mended', publishedAt: null }]);
      expect(
        (await told.mails('publication.correction-members')).map(({ recipient }) => recipient),
      ).toEqual([`ola.${year}@people.example`]);
      expect(await told.everything()).toEqual(before);
      const [kept] = await app.db.query(
        `select s.action from justification j join justification_step s on s.justification_id = j.id where j.nomination_id = $1`,
        [told.id('Nesdal')],
      );
      expect(kept).toEqual({ action: 'reopen' });
    });

    it('then it is released with the day of the correction, and only that text', async () => {
      const words = 'Juryen legger vekt på de 40 bedriftene i Nesdal.';
      await app.db.query(
        `update justification set text = $2, sha256 = $3, state = 'sealed', sealed_at = award_now() where nomination_id = $1`,
        [told.id('Nesdal'), words, createHash('sha256').update(words).digest('hex')],
      );
      const { id: correction } = await told.newest();
      expect(
        (await told.secretary.post(`/api/releases/corrections/${correction}/seal`)).status,
      ).toBe(204);
      expect((await told.newest()).text).toBe(words);
      expect((await told.release()).status).toBe(200);
      const { finalists, corrections } = await told.classOf('small');
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
      expect((await told.mails('publication.corrected')).length).toBe(8);
    });

    it('words changed after the sealing are never released under the old seal', async () => {
      expect(
        (await told.open({ kind: 'text', scope: 'all', nominationId: told.id('Solvang') })).status,
      ).toBe(200);
      const put = (words: string) =>
        app.db.query(
          `update justification set text = $2, state = 'sealed', sealed_at = award_now() where nomination_id = $1`,
          [told.id('Solvang'), words],
        );
      await put('Første.');
      const { id: correction } = await told.newest();
      await told.secretary.post(`/api/releases/corrections/${correction}/seal`);
      await app.db.query(
        `update justification set state = 'draft', sealed_at = null where nomination_id = $1`,
        [told.id('Solvang')],
      );
      await put('Andre.');
      expect(refusalOf(await told.release())).toEqual([409, 'not-sealed']);
      expect(
        (await told.secretary.post(`/api/releases/corrections/${correction}/give-up`)).status,
      ).toBe(204);
    });

    it('a request can be answered that the text stands', async () => {
      await municipality.post('/api/nominations/mine/corrections', { text: 'Og navnet?' });
      const [request] = (await told.room()).requests;
      const answer = (reply: string) =>
        told.secretary.post(`/api/releases/correction-requests/${request?.id}/answer`, {
          reply,
          concernsAssessment: false,
        });
      expect(refusalOf(await answer(' '))).toEqual([409, 'reason-required']);
      expect((await answer('Navnet er riktig.')).status).toBe(204);
      expect(refusalOf(await answer('Igjen.'))).toEqual([409, 'already-answered']);
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
      await app.db.query(`update edition set phase = 'archived' where id = $1`, [
        told.scene.edition.id,
      ]);
      expect(
        refusalOf(await told.open({ kind: 'prize-withdrawn', nominationId: told.id('Nesdal') })),
      ).toEqual([409, 'not-a-winner']);
      expect(
        (
          await told.open({
            kind: 'prize-withdrawn',
            nominationId: told.id('Fjordvik'),
            note: 'Prisen til Fjordvik er trukket tilbake.',
          })
        ).status,
      ).toBe(200);
      expect((await told.release()).status).toBe(200);
      const { finalists, corrections, winnersReleased } = await told.classOf('small');
      expect([winnersReleased, finalists.map(({ winner }) => winner)]).toEqual([
        true,
        [false, false, false],
      ]);
      expect(finalists[0]).toMatchObject({
        name: 'Fjordvik',
        prizeWithdrawnAt: corrections[0]?.at,
      });
      expect(finalists[1]?.prizeWithdrawnAt).toBeNull();
      expect(await told.text('/data/resultater.csv')).toContain(corrections[0]?.at);
    });
  });

  it('followers of the award and of who was told before hear of it once', async () => {
    const [{ municipality_id: nesdal }] = await app.db.query(
      'select municipality_id from nomination where id = $1',
      [told.id('Nesdal')],
    );
    await app.db.query(
      `insert into follower (email, municipality_id, language, confirmed_at) values
         ('kari@avisa.example', null, 'nb', award_now()), ('per@avisa.example', $1, 'nn', award_now())`,
      [nesdal],
    );
    await app.get(Jobs).minute();
    const before = (await told.mails('publication.followed')).length;
    await app.db.query(`update edition set phase = 'announced' where id = $1`, [
      told.scene.edition.id,
    ]);
    expect(
      (
        await told.open({
          scope: 'all',
          named: ['Fjordvik', 'Solvang', 'Tinden'].map((name) => told.id(name)),
        })
      ).status,
    ).toBe(200);
    expect((await told.release()).status).toBe(200);
    await Promise.all([app.get(Jobs).minute(), app.get(Jobs).minute()]);
    await app.get(Jobs).minute();
    const heard = await told.mails('publication.followed');
    expect(
      heard.filter(({ words }) => words.kind === 'corrected').map(({ recipient }) => recipient),
    ).toEqual(expect.arrayContaining(['kari@avisa.example', 'per@avisa.example']));
    expect(heard.length).toBe(before + 2);
  });

  it('the database itself keeps what was told and what was corrected', async () => {
    for (const sql of [
      `update correction set note = 'x' where edition_id = $1`,
      `delete from correction where edition_id = $1`,
      `update release set number = 9 where edition_id = $1`,
    ])
      await expect(app.db.query(sql, [told.scene.edition.id])).rejects.toMatchObject({
        driverError: { code: '42501' },
      });
    await expect(
      app.db.query(
        `insert into decision (edition_id, class_code, kind, number, reason, supersedes_id, finalists_decision_id)
         select edition_id, class_code, kind, 0, 'x', id, finalists_decision_id from decision d
         where edition_id = $1 and class_code = 'small' and kind = 'winner'
           and not exists (select from decision n where n.supersedes_id = d.id)`,
        [told.scene.edition.id],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'ck_decision_not_released' } });
  });
});
