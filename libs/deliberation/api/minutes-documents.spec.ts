import { extractText } from 'unpdf';
import { contentHash } from '@award/nominations/api';
import {
  deliberationScene,
  type DeliberationScene,
  finalistsOrder,
  ids,
  meet,
} from '../../../apps/api/testing/deliberation-scene';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { MinutesPapers } from './minutes-papers';
import { MINUTES_WORDS } from './minutes-words';

const REASON = 'Juryen la vekt på čđŋšŧž og samarbeid over tid. «Godt begrunnet.»';

describe('minutes as documents', () => {
  let app: TestApp;
  let at: DeliberationScene;
  let minutesId: string;
  beforeAll(async () => {
    app = await testApp();
    at = await deliberationScene(app);
    await meet(at);
    const decided = await at.as.leader.post(`${at.path}/decisions/finalists`, {
      ...(finalistsOrder(at) as object),
      reason: REASON,
      dissent: 'Ett medlem ville hatt D.',
      votesFor: 3,
      votesAgainst: 1,
    });
    expect(decided.body).not.toHaveProperty('refusal');
    const made = await at.as.leader.post<{ id: string }>(`${at.path}/minutes`);
    minutesId = made.body.id;
  });
  afterAll(() => app.close());

  const read = async (pdf: Buffer) =>
    (await extractText(new Uint8Array(pdf), { mergePages: true })).text.replace(/\s+/g, ' ');

  it.each(['nb', 'nn', 'en'] as const)(
    'tell in %s what was decided, and by whom',
    async (language) => {
      const { status, body, headers } = await at.as.ks.file(
        `/api/minutes/${minutesId}/pdf?language=${language}`,
      );
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toContain('-2027-small-');
      expect(body.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const text = await read(body);
      const words = MINUTES_WORDS[language];
      for (const one of [words.minutes, words.attendance, words.finalists, words.notApproved])
        expect(text).toContain(one);
      for (const letter of 'ABC') expect(text).toContain(`Eksempel ${letter}`);
      for (const one of [...REASON.split(' '), 'Ett medlem ville hatt D.'])
        expect(text).toContain(one);
      for (const { key } of Object.values(at.seats)) expect(text).toContain(key);
      const [{ sha256, content }] = await app.db.query(
        'select sha256, content from minutes where id = $1',
        [minutesId],
      );
      for (const hash of [
        sha256,
        ...content.rankings.map(({ inputHash }: { inputHash: string }) => inputHash),
      ])
        expect(text).toContain(hash);
    },
  );

  it('come as data, whose hash can be made again', async () => {
    const { status, body, headers } = await at.as.nho.file(`/api/minutes/${minutesId}/json`);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="protokoll-2027-small-/,
    );
    const paper = JSON.parse(body.toString());
    expect(contentHash(paper.content)).toBe(paper.sha256);
    expect(paper.seats[at.seats.ks.id]).toEqual({ name: at.seats.ks.key });
    expect(paper.content.decisions[0].finalists).toEqual(ids(at, 'ABC'));
  });

  it('are for nobody outside the class', async () => {
    for (const kind of ['pdf', 'json']) {
      expect((await at.as.other.file(`/api/minutes/${minutesId}/${kind}`)).status).toBe(404);
      expect((await app.visitor().file(`/api/minutes/${minutesId}/${kind}`)).status).toBe(401);
    }
  });

  it('are produced for the archive as PDF/A-2a, all of them', async () => {
    const kept = await app.get(MinutesPapers).forArchive(app.db, at.edition.id);
    const [{ count }] = await app.db.query('select count(*)::int from minutes');
    expect(kept).toHaveLength(count);
    expect(new Set(kept.map(({ name }) => name)).size).toBe(count);
    for (const { pdf, paper } of kept) {
      expect(pdf.toString('latin1')).toMatch(/<pdfaid:part>2<.*<pdfaid:conformance>A</s);
      expect(await read(pdf)).toContain(paper.sha256);
    }
  });
});
