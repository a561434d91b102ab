import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { decide, type DecidedScene, judgedEdition } from '../../../../apps/api/testing/decided';
import { photograph, withPictures } from '../../../../apps/api/testing/entry-pictures';
import { sha256 } from '../../../../apps/api/testing/sample-files';
import { story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import type { Visitor } from '../../../../apps/api/demo/visitor';
import type { Attachment } from '@award/award';
import type { FileView } from '@award/files/contract';
import type {
  EditionPageView,
  ImagesView,
  PressPageView,
  PublicImage,
  ReleaseRoomView,
} from '@award/publication/contract';

const UNKNOWN = '/bilder/00000000-0000-4000-8000-000000000000/960.webp';

describe('the pictures of the finalists', () => {
  let app: TestApp;
  let scene: DecidedScene;
  let secretary: Visitor;
  let keyholder: Visitor;
  let sent: Attachment[];
  let unready: Attachment;

  beforeAll(async () => {
    app = await testApp();
    scene = await judgedEdition(app, 2027);
    await decide(app, scene);
    await story(app).holder('secretary', 'secretary');
    await story(app).holder('keyholder', 'release-keyholder');
    secretary = await app.visitor().signInAs('secretary');
    keyholder = await app.visitor().signInAs('keyholder');
    const [fjordvik, nesdal] = scene.small;
    if (!fjordvik || !nesdal || !scene.small[3]) throw new Error('no scene');
    sent = await withPictures(app, fjordvik, [{}, { mayPublish: false }]);
    [unready] = (await withPictures(app, nesdal, [{ photographer: ' ' }])) as [Attachment];
    await withPictures(app, scene.small[3]);
  }, 60_000);
  afterAll(() => app.close());

  const root = () => `/api/images/editions/${scene.edition.id}`;
  const seal = (scope: string) =>
    secretary.post(`/api/releases/${scene.edition.id}/seal`, { scope, releaseAt: null });
  const room = async () =>
    (await secretary.get<ReleaseRoomView>(`/api/releases/${scene.edition.id}`)).body;
  const choose = (leaveOut: boolean, ...fileIds: string[]) =>
    secretary.post<ImagesView>(`${root()}/choose`, { fileIds, leaveOut });
  const view = async () => (await secretary.get<ImagesView>(root())).body;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(app.url + path, { headers });
  const page = async () =>
    (await app.visitor().get<EditionPageView>('/api/public/editions/2027')).body;
  const shown = async (): Promise<PublicImage[]> =>
    (await page()).classes.flatMap(({ finalists }) => finalists.flatMap(({ images }) => images));
  const kit = async () =>
    unzipSync(new Uint8Array(await (await get('/presse/2027.zip')).arrayBuffer()));
  const acts = async () =>
    (await app.db.query(`select act from audit where act like 'image:%' order by seq`)).map(
      ({ act }: { act: string }) => act,
    );

  it('only finalists are asked about, and what lacks a photographer holds the sealing', async () => {
    expect(
      (await view()).offered.map((one) => [one.municipality, one.missing, one.leftOut]),
    ).toEqual([
      ['Fjordvik', [], false],
      ['Nesdal', ['photographer'], false],
    ]);
    const answer = await seal('all');
    expect([answer.status, answer.body]).toEqual([409, { refusal: 'image-unready' }]);
    const [item] = (await room()).items;
    expect(
      item?.conditions.filter(({ code }) => code === 'images-ready').map(({ met }) => met),
    ).toEqual([false, true]);
  });

  it('one click leaves it out, and the rest is sealed with what it is told with', async () => {
    const answer = await choose(true, unready.fileId);
    expect(answer.body.offered[1]).toMatchObject({ municipality: 'Nesdal', leftOut: true });
    expect((await seal('all')).status).toBe(200);
    const [{ payload }] = await app.db.query(`select payload from sealed_record`);
    const first = sent[0] as Attachment;
    expect(payload.entries.map(({ images }: { images: object[] }) => images).flat()).toEqual([
      {
        file: first.fileId,
        sha256: first.sha256,
        altText: 'To personer ved kaien',
        photographer: 'Kari Nordli',
        caption: 'Kaien i Fjordvik',
      },
    ]);
    expect(await acts()).toEqual(['image:leave-out']);
  });

  it('what is sealed is no longer chosen', async () => {
    expect((await choose(false, unready.fileId)).body).toEqual({ refusal: 'already-sealed' });
    expect((await view()).sealed).toBe(true);
  });

  it('the sizes are there before the release, and no address leads to them', async () => {
    const made: { name: string; width: number; weight: number }[] = await app.db.query(
      `select name, width, octet_length(bytes) as weight from image_size order by width`,
    );
    expect(made.map(({ name, width }) => [name, width])).toEqual([
      ['480', 480],
      ['960', 960],
      ['1600', 1600],
      ['press', 2000],
    ]);
    const [small, middle] = made;
    expect(small?.weight).toBeLessThan(30_000);
    expect(middle?.weight).toBeLessThan(80_000);
    const answers = new Set<string>();
    for (const path of [
      UNKNOWN,
      `/bilder/${sent[0]?.fileId}/960.webp`,
      `/bilder/${scene.small[0]?.id}/480.webp`,
      `/bilder/${scene.edition.id}/presse.jpg`,
      '/bilder/',
    ]) {
      const answer = await get(path);
      const headers = [...answer.headers].filter(([name]) => name !== 'date');
      answers.add(JSON.stringify([answer.status, headers, await answer.text()]));
    }
    expect([...answers].length).toBe(1);
    expect([...answers][0]).toContain('404');
    expect((await app.db.query('select 1 from published_image')).length).toBe(0);
  });

  it('with the release they are on the page, at addresses of their own, and asked for anew each time', async () => {
    for (const holder of [secretary, keyholder]) {
      const { sealed } = (await room()).items[0] ?? {};
      const body = { sha256: sealed?.sha256, releaseAt: null };
      expect((await holder.post(`/api/releases/records/${sealed?.id}/arm`, body)).status).toBe(204);
    }
    const recordIds = [(await room()).items[0]?.sealed?.id];
    await secretary.post(`/api/releases/${scene.edition.id}/press`, { recordIds });
    const images = await shown();
    expect(images).toEqual([
      {
        src: expect.stringMatching(/^\/bilder\/[0-9a-f-]{36}\/960\.webp$/),
        srcset: expect.stringMatching(/480\.webp 480w, .*960\.webp 960w, .*1600\.webp 1600w$/),
        width: 960,
        height: 624,
        altText: 'To personer ved kaien',
        photographer: 'Kari Nordli',
        caption: 'Kaien i Fjordvik',
      },
    ]);
    const [{ src } = { src: '' }] = images;
    expect(src).not.toContain(sent[0]?.fileId);
    const first = await get(src);
    expect([
      first.status,
      first.headers.get('content-type'),
      first.headers.get('cache-control'),
    ]).toEqual([200, 'image/webp', 'public, max-age=0, s-maxage=5']);
    expect((await sharp(Buffer.from(await first.arrayBuffer())).metadata()).width).toBe(960);
    const tag = first.headers.get('etag') ?? '';
    expect((await get(src, { 'if-none-match': tag })).status).toBe(304);
    expect((await get(src.replace('960', '700'))).status).toBe(404);
  });

  it('the press takes them away, each with its caption', async () => {
    const { body } = await app.visitor().get<PressPageView>('/api/public/press');
    expect(body.images[0]?.download).toMatchObject({ name: 'fjordvik-bilde-1.jpg', width: 2000 });
    const answer = await get(body.images[0]?.download.path ?? '');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.headers.get('content-type'), bytes.length]).toEqual([
      'image/jpeg',
      body.images[0]?.download.bytes,
    ]);
    const files = await kit();
    expect(sha256(Buffer.from(files['bilder/fjordvik-bilde-1.jpg'] ?? []))).toBe(sha256(bytes));
    expect(strFromU8(files['bilder/bildetekster.txt'] ?? new Uint8Array())).toBe(
      'fjordvik-bilde-1.jpg\nKaien i Fjordvik. Foto: Kari Nordli\n',
    );
  });

  describe('when one was wrong', () => {
    let before: PublicImage;
    let id: string;
    let fileId: string;
    const words = {
      caption: 'Torget',
      altText: 'Et torg med boder',
      photographer: 'Ola Vik',
      rightToUse: true,
      shownAgree: true,
    };

    it('another takes its place at once, and the old address is gone', async () => {
      [before] = (await shown()) as [PublicImage];
      id = /[0-9a-f-]{36}/.exec(before.src)?.[0] ?? '';
      const bytes = await photograph(1200, 1500);
      const files = `/api/images/${id}/files`;
      const begun = await secretary.post<FileView>(files, {
        bytes: bytes.length,
        sha256: sha256(bytes),
      });
      fileId = begun.body.id;
      const early = await secretary.post(`/api/images/${id}/replace`, {
        ...words,
        fileId,
        reason: 'Feil bilde',
      });
      expect(early.body).toMatchObject({ refusal: 'file-not-ready' });
      await secretary.putBytes(`${files}/${fileId}/content?offset=0`, bytes);
      await secretary.post(`${files}/${fileId}/complete`);
      const without = { ...words, fileId, reason: 'Feil bilde', shownAgree: false };
      expect((await secretary.post(`/api/images/${id}/replace`, without)).body).toEqual({
        refusal: 'bad-input',
        fields: [{ path: 'shownAgree', reason: 'missing' }],
      });
      const [, ...refused] = await Promise.all(
        Array.from({ length: 4 }, () =>
          secretary.post<ImagesView>(`/api/images/${id}/replace`, {
            ...words,
            fileId,
            reason: 'Feil bilde',
          }),
        ),
      ).then((answers) => answers.sort((one, other) => one.status - other.status));
      expect(refused.map(({ body }) => body)).toEqual(
        Array.from({ length: 3 }, () => ({ refusal: 'image-withdrawn' })),
      );
      expect(await shown()).toEqual([
        expect.objectContaining({
          caption: 'Torget',
          photographer: 'Ola Vik',
          width: 768,
          height: 960,
        }),
      ]);
      const old = await get(before.src, { 'if-none-match': '*' });
      expect([old.status, await old.text()]).toEqual([410, 'Gone\n']);
      expect(Object.keys(await kit()).filter((name) => name.startsWith('bilder/'))).toEqual([
        'bilder/fjordvik-bilde-1.jpg',
        'bilder/bildetekster.txt',
      ]);
      expect(await acts()).toEqual(['image:leave-out', 'image:replace']);
    });

    it('or none does, and the reason stands with it but not in the log', async () => {
      const [now] = (await shown()) as [PublicImage];
      const next = /[0-9a-f-]{36}/.exec(now.src)?.[0] ?? '';
      const withdraw = (reason: string) =>
        secretary.post<ImagesView>(`/api/images/${next}/withdraw`, { reason });
      expect((await withdraw('  nei ')).body).toEqual({ refusal: 'reason-required' });
      const { body } = await withdraw('Han på bildet vil ikke lenger være med.');
      expect(body.published.map((one) => [one.src, one.replaced, one.reason])).toEqual([
        [null, true, 'Feil bilde'],
        [null, false, 'Han på bildet vil ikke lenger være med.'],
      ]);
      expect(await shown()).toEqual([]);
      expect((await get(now.src)).status).toBe(410);
      expect(Object.keys(await kit()).filter((name) => name.startsWith('bilder/'))).toEqual([]);
      expect(await app.db.query('select 1 from image_size where file_id = $1', [fileId])).toEqual(
        [],
      );
      const log = await app.db.query(`select facts from audit where act like 'image:%'`);
      expect(JSON.stringify(log)).not.toContain('vil ikke');
    });

    it('the row itself cannot be rewritten, and nobody else may do it', async () => {
      await expect(
        app.db.query(`update published_image set photographer = 'X' where id = $1`, [id]),
      ).rejects.toMatchObject({ driverError: { code: '42501' } });
      for (const visitor of [keyholder, app.visitor()])
        expect([401, 403]).toContain(
          (await visitor.post(`/api/images/${id}/withdraw`, { reason: 'Feil bilde' })).status,
        );
    });
  });

  it('a finalist that withdraws takes its pictures along', async () => {
    const large = scene.large[0];
    if (!large) throw new Error('no entry');
    const [made] = await withPictures(app, large);
    await app.db.query(
      `insert into image_size (file_id, name, kind, width, height, sha256, bytes) values ($1, '960', 'webp', 960, 600, 'x', 'x')`,
      [made?.fileId],
    );
    await app.db.query(
      `insert into published_image (edition_id, class_code, nomination_id, file_id, position, alt_text, photographer, caption)
       values ($1, 'large', $2, $3, 1, 'a', 'b', 'c')`,
      [scene.edition.id, large.id, made?.fileId],
    );
    const { src = '' } = (await eventually(shown))[0] ?? {};
    expect((await get(src)).status).toBe(200);
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [large.id]);
    expect(await shown()).toHaveLength(1);
    await app.db.query(
      `insert into hidden_text (nomination_id, edition_id, asked_by) values ($1, $2, gen_random_uuid())`,
      [large.id, scene.edition.id],
    );
    expect(await eventually(shown, 0)).toEqual([]);
    expect((await get(src)).status).toBe(410);
  });
});

/** The server hears of a change behind its back within a beat. */
async function eventually<T>(ask: () => Promise<T[]>, wanted = 1): Promise<T[]> {
  for (const end = performance.now() + 5000; performance.now() < end;) {
    const found = await ask();
    if (found.length === wanted) return found;
    await new Promise((later) => setTimeout(later, 50));
  }
  return ask();
}
