import { randomUUID } from 'node:crypto';
import type { CheckedEntryView } from '@award/eligibility/contract';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { checkingScene } from '../../../apps/api/testing/checking-scene';

describe('moving an entry to another class', () => {
  let app: TestApp;
  let s: Awaited<ReturnType<typeof checkingScene>>;
  beforeAll(async () => {
    app = await testApp();
    s = await checkingScene(app);
  });
  afterAll(() => app.close());

  const waiver = { classCode: 'large', ground: 'waiver', reason: 'Regionsenter' };

  it('is done before scoring with a reason that is kept, told and logged', async () => {
    const { id, name } = await s.entry('eligible', { population: 14900 });
    expect((await s.act(s.secretary, id, 'reclassify', waiver)).body).toEqual({
      classCode: 'large',
    });
    expect(await s.seen(id)).toMatchObject({
      classCode: 'large',
      population: 14900,
      reclassifications: [
        {
          from: 'small',
          to: 'large',
          ground: 'waiver',
          reason: 'Regionsenter',
          decidedBy: 'Sekretær',
        },
      ],
    });
    expect(await s.mailsOf('eligibility-reclassified', id)).toEqual([
      {
        recipient: 'kari@kommune.example',
        language: 'nb',
        words: { municipality: name, className: 'Store kommuner' },
      },
    ]);
    expect(await s.logOf(id, 'nomination:reclassify')).toEqual([
      { role: 'secretary', facts: { from: 'small', to: 'large', ground: 'waiver' } },
    ]);
  });

  it.each<[string, object, string]>([
    ['without a reason', { ...waiver, reason: '  ' }, 'reason-required'],
    ['to the class it has', { ...waiver, classCode: 'small' }, 'unknown-class'],
    ['to a class there is not', { ...waiver, classCode: 'medium' }, 'unknown-class'],
    ['on a ground there is not', { ...waiver, ground: 'wish' }, 'bad-input'],
  ])('is refused %s', async (_case, body, refusal) => {
    const { id } = await s.entry('eligible');
    expect((await s.act(s.secretary, id, 'reclassify', body)).body).toMatchObject({ refusal });
  });

  it('is the secretary’s alone', async () => {
    const { id } = await s.entry('eligible');
    expect((await s.act(s.officer, id, 'reclassify', waiver)).status).toBe(403);
    expect((await s.officer.get<CheckedEntryView>(s.at(id))).body.acts).toEqual(['reopen-check']);
  });

  it('is refused when either class has begun to score, or the jury has ruled on the entry', async () => {
    const { id } = await s.entry('eligible');
    const stage = (code: string, value: string) =>
      app.db.query('update edition_class set stage = $3 where edition_id = $1 and code = $2', [
        s.edition.id,
        code,
        value,
      ]);
    for (const code of ['small', 'large']) {
      await stage(code, 'scoring');
      expect((await s.act(s.secretary, id, 'reclassify', waiver)).body).toEqual({
        refusal: 'wrong-stage',
      });
      expect((await s.seen(id)).acts).not.toContain('reclassify');
      await stage(code, 'waiting');
    }
    const leader = await s.scene.seat(s.edition, 'small', `Leder ${randomUUID()}`, {
      role: 'leader',
    });
    const member = await s.scene.seat(s.edition, 'small', `Medlem ${randomUUID()}`);
    await app.db.query(
      `insert into ruling (seat_id, nomination_id, edition_id, class_code, outcome, ruled_by)
         values ($1, $2, $3, 'small', 'recused', $4)`,
      [member.id, id, s.edition.id, leader.id],
    );
    expect((await s.act(s.secretary, id, 'reclassify', waiver)).body).toEqual({
      refusal: 'wrong-stage',
    });
  });

  it('happens once', async () => {
    const { id } = await s.entry('submitted');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => s.act(s.secretary, id, 'reclassify', waiver)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await s.logOf(id, 'nomination:reclassify')).toHaveLength(1);
    expect(await s.mailsOf('eligibility-reclassified', id)).toHaveLength(1);
  });
});
