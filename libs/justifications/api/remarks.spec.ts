import { randomUUID } from 'node:crypto';
import type { RemarksView, SavedJustification, WriteRemark } from '@award/justifications/contract';
import {
  decideFinalists,
  type DeliberationScene,
  deliberationScene,
  entryOf,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

const TEXT = 'Kommunen fikk 38 årsverk. Bedriftene var med fra første møte.';

describe('remarks to a text of the jury', () => {
  let app: TestApp;
  let at: DeliberationScene;
  let path: string;
  let lockVersion = 0;

  beforeAll(async () => {
    app = await testApp();
    at = await deliberationScene(app, { year: 2031 });
    await meet(at);
    await decideFinalists(at);
    path = `${at.path}/justifications/${ids(at, 'A')[0]}`;
  });
  afterAll(() => app.close());

  type Member = 'leader' | 'ks' | 'nho';
  type Answer = RemarksView & { refusal?: string };
  const save = async (text: string) => {
    const { status, body } = await at.as.ks.put<SavedJustification>(path, {
      lockVersion,
      text,
      stageText: '',
      internalNote: '',
    });
    expect(status).toBe(200);
    lockVersion = body.lockVersion;
    return body.sha256;
  };
  const comment = (more: Partial<WriteRemark> = {}): WriteRemark => ({
    kind: 'comment',
    passage: '',
    body: 'Er dette riktig år?',
    source: null,
    ...more,
  });
  const source = (more: Partial<WriteRemark> = {}): WriteRemark => ({
    kind: 'source',
    passage: 'Kommunen fikk 38 årsverk.',
    body: '',
    source: 'entry',
    ...more,
  });
  const write = (body: WriteRemark, who: Member = 'nho', key: string = randomUUID()) =>
    at.as[who].post<Answer>(`${path}/remarks`, body, { 'idempotency-key': key });
  const read = async (who: Member = 'leader') =>
    (await at.as[who].get<RemarksView>(`${path}/remarks`)).body;
  const settle = (id: string | undefined, who: Member = 'leader') =>
    at.as[who].post<Answer>(`${path}/remarks/${id}/settle`, {});

  it('there is nothing to remark on before anything is written', async () => {
    expect((await write(comment())).body.refusal).toBe('text-too-short');
    expect(await read()).toMatchObject({ remarks: [], sentences: [], withoutSource: [] });
  });

  it('a comment is read by the others and settled by one of them, once', async () => {
    await save(TEXT);
    const key = randomUUID();
    const [first, again] = [
      await write(comment({ passage: '38 årsverk' }), 'nho', key),
      await write(comment({ passage: '38 årsverk' }), 'nho', key),
    ];
    expect(first.status).toBe(201);
    expect(again.body.remarks).toHaveLength(1);
    const [remark] = (await read()).remarks;
    expect(remark).toMatchObject({ passage: '38 årsverk', standing: true, settledAt: null });
    expect((await settle(remark?.id)).body.remarks[0]?.settledAt).not.toBeNull();
    const once = (await settle(remark?.id, 'ks')).body.remarks[0];
    expect(once?.settledBy).toBe((await read()).remarks[0]?.settledBy);
    expect((await settle(randomUUID())).status).toBe(404);
    const [{ count }] = await app.db.query(
      `select count(*)::int from audit where act = 'justification:settle-remark' and edition_id = $1`,
      [at.edition.id],
    );
    expect(count).toBe(1);
  });

  it.each([
    ['an empty comment', comment({ body: ' ' }), 'bad-input'],
    ['words that are not in the text', comment({ passage: '40 årsverk' }), 'text-changed'],
    ['a source of no words', source({ passage: '' }), 'bad-input'],
    ['another source without a name', source({ source: 'elsewhere' }), 'bad-input'],
    ['an assessment of nobody', source({ source: 'assessment' }), 'not-found'],
    [
      'an assessment of somebody else’s',
      source({ source: 'assessment', seatId: randomUUID() }),
      'not-found',
    ],
  ])('%s is refused', async (_, body, refusal) => {
    expect((await write(body)).body.refusal).toBe(refusal);
  });

  it('a source counts while its words stand, and says whether it holds what is quoted', async () => {
    expect((await read()).withoutSource).toHaveLength(2);
    const { assessments } = await read();
    const [assessment] = assessments;
    expect(assessment).toBeDefined();
    await write(source({ body: 'Dette står ikke i forslaget' }));
    await write(
      source({
        passage: 'Bedriftene var med fra første møte.',
        source: 'assessment',
        seatId: assessment?.seatId ?? null,
      }),
    );
    const both = await read();
    expect(both.withoutSource).toEqual([]);
    const sources = both.remarks.filter(({ kind }) => kind === 'source');
    expect(sources.map(({ found }) => found)).toEqual([false, null]);
    expect(sources[1]?.sourceName).toBe(assessment?.name);

    await save('Kommunen fikk 41 årsverk. Bedriftene var med fra første møte.');
    const after = await read();
    expect(after.withoutSource).toEqual(['Kommunen fikk 41 årsverk.']);
    expect(after.remarks.filter(({ standing }) => !standing)).toHaveLength(2);
    await settle(sources[1]?.id);
    expect((await read()).withoutSource).toHaveLength(2);
  });

  it('whoever may not follow the class reads and writes nothing', async () => {
    expect((await app.visitor().get(`${path}/remarks`)).status).toBe(401);
    const { remarks } = await read();
    const earlier = randomUUID();
    expect((await write(comment(), 'nho', earlier)).status).toBe(201);
    await story(app).rule(at.seats.leader, at.seats.nho, entryOf(at, 'A'), at.edition, 'recused');
    const seen = await at.as.nho.get<{ refusal?: string }>(`${path}/remarks`);
    expect(seen.body).toEqual({ refusal: 'recused' });
    expect((await write(comment())).body).toEqual({ refusal: 'recused' });
    // What was answered before is not answered once more to whoever repeats the request.
    expect((await write(comment(), 'nho', earlier)).body).toEqual({ refusal: 'recused' });
    expect((await settle(remarks[0]?.id, 'nho')).body).toEqual({ refusal: 'recused' });
  });

  it('a sealed text takes no more remarks', async () => {
    await app.db.query(
      `update justification set state = 'sealed', sealed_at = award_now() where edition_id = $1`,
      [at.edition.id],
    );
    expect((await write(comment(), 'ks')).body.refusal).toBe('wrong-state');
    expect(await read()).toMatchObject({ mayWrite: 'wrong-state' });
  });
});
