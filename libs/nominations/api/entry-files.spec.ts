import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { Attachment } from '@award/award';
import type { FileView } from '@award/files/contract';
import type { MyEntryView, SavedView, VersionView } from '@award/nominations/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { pdf, picture, sha256 } from '../../../apps/api/testing/sample-files';
import { completeContent, type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { FileKeeping } from './file-keeping.service';

type Refusable<T> = T & { refusal?: string; details?: { received?: number }; fields?: object[] };

const attached = (file: FileView, change: Partial<Attachment> = {}): Attachment => ({
  fileId: file.id,
  kind: file.kind ?? 'pdf',
  bytes: file.bytes ?? 0,
  sha256: file.sha256 ?? '',
  pages: file.pages,
  label: 'Næringsplanen',
  altText: '',
  photographer: '',
  rightToUse: false,
  shownAgree: false,
  mayPublish: false,
  ...change,
});

describe('the files of an entry', () => {
  let app: TestApp;
  let scene: ReturnType<typeof story>;
  let edition: SceneEdition;
  let editor: Visitor;
  let submitter: Visitor;
  let viewer: Visitor;
  let stranger: Visitor;
  let entryId: string;
  let strangersId: string;

  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    edition = await scene.edition({ phase: 'open' });
    const rauma = await scene.municipality('Vågå Øvre', 7100);
    const arendal = await scene.municipality('Arendal', 15_000);
    const scope = { editionId: edition.id, municipalityId: rauma };
    await scene.holder('Anne', 'municipality-editor', scope);
    await scene.holder('Siri', 'municipality-submitter', scope);
    await scene.holder('Vera', 'municipality-viewer', scope);
    await scene.holder('Arne', 'municipality-editor', {
      editionId: edition.id,
      municipalityId: arendal,
    });
    editor = await app.visitor().signInAs('Anne');
    submitter = await app.visitor().signInAs('Siri');
    viewer = await app.visitor().signInAs('Vera');
    stranger = await app.visitor().signInAs('Arne');
    entryId = (await editor.post<MyEntryView>('/api/nominations/mine')).body.entry?.id ?? '';
    strangersId = (await stranger.post<MyEntryView>('/api/nominations/mine')).body.entry?.id ?? '';
  });
  afterAll(() => app.close());

  const files = (rest = '', id = entryId) => `/api/nominations/${id}/files${rest}`;
  const begin = (bytes: Buffer, who = editor, id = entryId) =>
    who.post<Refusable<FileView>>(files('', id), { bytes: bytes.length, sha256: sha256(bytes) });
  const put = (fileId: string, bytes: Buffer, offset = 0, who = editor) =>
    who.putBytes<Refusable<FileView>>(files(`/${fileId}/content?offset=${offset}`), bytes);
  const complete = (fileId: string, who = editor) =>
    who.post<Refusable<FileView>>(files(`/${fileId}/complete`));
  const sent = async (bytes: Buffer) => {
    const { id } = (await begin(bytes)).body;
    await put(id, bytes);
    return (await complete(id)).body;
  };
  const save = async (attachments: object[], who = editor) => {
    const { entry } = (await who.get<MyEntryView>('/api/nominations/mine')).body;
    return who.put<Refusable<SavedView>>(`/api/nominations/${entryId}`, {
      content: { ...completeContent(), attachments },
      writtenForm: 'nb',
      lockVersion: entry?.lockVersion,
    });
  };

  it('are sent in pieces, checked, and told of as they are stored', async () => {
    const bytes = pdf({ pages: 3, info: '/Author(Kari)' });
    const begun = await begin(bytes);
    expect(begun.body).toMatchObject({ state: 'uploading', received: 0, expected: bytes.length });
    const { id } = begun.body;
    expect((await put(id, bytes.subarray(0, 100))).body.received).toBe(100);
    const wrong = await put(id, bytes.subarray(50), 50);
    expect([wrong.status, wrong.body.refusal, wrong.body.details?.received]).toEqual([
      409,
      'file-offset',
      100,
    ]);
    expect((await complete(id)).body.refusal).toBe('file-offset');
    expect((await begin(bytes)).body).toMatchObject({ id, received: 100 });
    await put(id, bytes.subarray(100), 100);
    const { body } = await complete(id);
    expect(body).toMatchObject({ state: 'ready', kind: 'pdf', pages: 3, sha256: sha256(bytes) });
    expect(body.warnings).toEqual(['names-author']);
    expect((await complete(id)).body).toEqual(body);
    expect((await viewer.get<FileView[]>(files())).body).toContainEqual(body);
  });

  it('go on where they were when the line is cut in the middle of 50 MB', async () => {
    const filling = randomBytes(49_900_000)
      .toString('latin1')
      .replaceAll(/[#/]|PK/g, '.');
    const bytes = pdf({
      objects: [`<</Length ${filling.length}>>\nstream\n${filling}\nendstream`],
    });
    const { id } = (await begin(bytes)).body;
    await cutOff(editor, files(`/${id}/content?offset=0`), bytes, 20_000_000);
    const { received } = (await editor.get<FileView>(files(`/${id}`))).body;
    expect(received).toBeGreaterThan(1024 * 1024);
    expect(received).toBeLessThan(bytes.length);
    await put(id, bytes.subarray(received), received);
    expect((await complete(id)).body).toMatchObject({ state: 'ready', sha256: sha256(bytes) });
    const back = await editor.getBytes(files(`/${id}/content`));
    expect(back.bytes.equals(bytes)).toBe(true);
  }, 120_000);

  it('are served as what they are, in a sandbox, under a name from a rule', async () => {
    const bytes = pdf({ pages: 2 });
    const file = await sent(bytes);
    expect((await save([attached(file)])).status).toBe(200);
    const saved = await viewer.getBytes(files(`/${file.id}/content`));
    expect(saved.bytes.equals(bytes)).toBe(true);
    expect(Object.fromEntries(saved.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="vaga-ovre-vedlegg-1.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none';/),
      'cache-control': 'private, no-store',
      'content-length': String(bytes.length),
    });
    const shown = await viewer.getBytes(files(`/${file.id}/content?show=1`));
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
  });

  it.each<[string, string, number, string | null, [number, number] | null]>([
    ['a part', 'bytes=10-19', 206, 'bytes 10-19/', [10, 20]],
    ['from somewhere on', 'bytes=100-', 206, 'bytes 100-', [100, Infinity]],
    ['the last part', 'bytes=-5', 206, 'bytes ', [-5, Infinity]],
    ['beyond the end', 'bytes=99999-', 416, 'bytes */', [0, 0]],
    ['several parts', 'bytes=0-1,5-6', 200, null, null],
    ['nonsense', 'bytes=9-3', 200, null, null],
  ])('are served in ranges: %s', async (_case, range, status, told, part) => {
    const bytes = pdf({ pages: 4 });
    const file = await sent(bytes);
    const answer = await editor.getBytes(files(`/${file.id}/content`), { range });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-range')?.startsWith(told ?? '-') ?? null).toBe(
      told === null ? null : true,
    );
    expect(answer.bytes.equals(part ? bytes.subarray(...part) : bytes)).toBe(true);
  });

  it('are nobody else’s: not to begin, go on with, see, open, list or remove', async () => {
    const file = await sent(pdf({ pages: 5 }));
    for (const path of [files(`/${file.id}`), files(`/${file.id}/content`), files()]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await app.visitor().get(path)).status).toBe(401);
    }
    const across = `/${file.id}`;
    expect((await stranger.get(files(across, strangersId))).status).toBe(404);
    expect((await stranger.get(files(`${across}/content`, strangersId))).status).toBe(404);
    expect((await stranger.delete(files(across, strangersId))).status).toBe(404);
    expect((await stranger.post(files(`${across}/complete`, strangersId))).status).toBe(404);
    expect((await begin(pdf(), stranger)).status).toBe(404);
    expect((await put(file.id, pdf(), 0, stranger)).status).toBe(404);
    expect((await begin(pdf(), viewer)).body.refusal).toBe('not-permitted');
    const theirs = { content: { ...completeContent(), attachments: [attached(file)] } };
    const stolen = await stranger.put<Refusable<SavedView>>(`/api/nominations/${strangersId}`, {
      ...theirs,
      writtenForm: 'nb',
      lockVersion: 1,
    });
    expect([stolen.status, stolen.body.fields]).toEqual([
      400,
      [{ path: 'content.attachments.0.fileId', reason: 'unknown' }],
    ]);
  });

  it.each<[string, (file: FileView) => object, string]>([
    ['another sum', (file) => attached(file, { sha256: '0'.repeat(64) }), 'not-as-stored'],
    ['another size', (file) => attached(file, { bytes: 1 }), 'not-as-stored'],
    ['another kind', (file) => attached(file, { kind: 'docx' }), 'not-as-stored'],
    ['more pages', (file) => attached(file, { pages: 99 }), 'not-as-stored'],
    [
      'a file that nobody sent',
      (file) => attached(file, { fileId: '00000000-0000-4000-8000-000000000000' }),
      'unknown',
    ],
  ])('are listed as they are stored: not with %s', async (_case, change, reason) => {
    const file = await sent(pdf({ pages: 6 }));
    const refused = await save([change(file)]);
    expect([refused.status, refused.body.fields]).toEqual([
      400,
      [{ path: 'content.attachments.0.fileId', reason }],
    ]);
  });

  it('are not listed before they have come whole, nor when they were not let in', async () => {
    const { body: half } = await begin(pdf({ pages: 7 }));
    expect((await save([attached(half)])).body.fields).toContainEqual({
      path: 'content.attachments.0.bytes',
      reason: 'min',
    });
    const facts = { bytes: 1, sha256: '0'.repeat(64) };
    expect((await save([attached(half, facts)])).body.fields).toEqual([
      { path: 'content.attachments.0.fileId', reason: 'unknown' },
    ]);
    const bad = await sent(Buffer.from('<svg onload="alert(1)"/>'));
    expect(bad).toMatchObject({ state: 'refused', fault: 'kind-unknown' });
    expect((await save([attached(bad, facts)])).body.fields).toEqual([
      { path: 'content.attachments.0.fileId', reason: 'kind-unknown' },
    ]);
    expect((await editor.get(files(`/${bad.id}/content`))).body).toMatchObject({
      refusal: 'file-not-ready',
    });
  });

  it('ask of a picture what it shows, who took it, and that it may be used', async () => {
    const image = await sent(await picture());
    await save([attached(image, { mayPublish: true })]);
    const { entry } = (await editor.get<MyEntryView>('/api/nominations/mine')).body;
    expect(entry?.missing.map(({ field }) => field)).toEqual([
      'attachments.0.altText',
      'attachments.0.photographer',
      'attachments.0.rightToUse',
      'attachments.0.shownAgree',
    ]);
  });

  it('freeze with the version that is sent: list, sums and bytes', async () => {
    const file = await sent(pdf({ pages: 8 }));
    const saved = await save([attached(file)], submitter);
    const sending = await submitter.post<Refusable<{ sha256: string; versionNumber: number }>>(
      `/api/nominations/${entryId}/submit`,
      { lockVersion: saved.body.lockVersion },
    );
    expect(sending.status).toBe(200);
    const version = await viewer.get<VersionView>(
      `/api/nominations/${entryId}/versions/${sending.body.versionNumber}`,
    );
    expect(version.body.content.attachments).toEqual([attached(file)]);
    expect(version.body.sha256).toBe(sending.body.sha256);
    expect((await editor.delete(files(`/${file.id}`))).body).toEqual({ removed: false });
    expect((await begin(pdf({ pages: 9 }))).body.refusal).toBe('wrong-state');
    await submitter.post(`/api/nominations/${entryId}/take-back`);
    await save([]);
    await app.db.query(`update file set touched_at = clock_timestamp() - interval '15 days'`);
    await app.get(FileKeeping).letGo();
    expect((await editor.getBytes(files(`/${file.id}/content`))).status).toBe(200);
  });

  it('are let go of when they never became part of the entry', async () => {
    const file = await sent(pdf({ pages: 10 }));
    await app.get(FileKeeping).letGo();
    expect((await editor.get(files(`/${file.id}`))).status).toBe(200);
    await app.db.query(
      `update file set touched_at = clock_timestamp() - interval '15 days' where id = $1`,
      [file.id],
    );
    await app.get(FileKeeping).letGo();
    expect((await editor.get(files(`/${file.id}`))).status).toBe(404);
    const other = await sent(pdf({ pages: 11 }));
    expect((await editor.delete(files(`/${other.id}`))).body).toEqual({ removed: true });
    expect((await editor.get(files(`/${other.id}`))).status).toBe(404);
  });

  it('stay within what the edition takes: bytes of one, bytes of all, also when begun at once', async () => {
    await app.db.query('update edition set form = $2 where id = $1', [
      edition.id,
      JSON.stringify({ files: { mostBytes: 4000, mostFiles: 1, groups: ['pdf'] } }),
    ]);
    await app.db.query('update file set released = true');
    expect((await begin(Buffer.alloc(4001, 1))).body.refusal).toBe('too-large');
    const tries = await Promise.all(
      Array.from({ length: 6 }, (_, at) => begin(Buffer.alloc(3000, at + 1))),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 200, 413, 413, 413, 413]);
    expect(tries.find(({ status }) => status === 413)?.body.refusal).toBe('too-many-files');
    await app.db.query('update file set released = true');
    expect(await sent(await picture())).toMatchObject({ fault: 'kind-not-accepted' });
  });
});

/** Sends so much of a request's body and then cuts the line. */
async function cutOff(who: Visitor, path: string, bytes: Buffer, after: number): Promise<void> {
  const { url, headers } = who.wire(path);
  await new Promise<void>((done) => {
    const request = httpRequest(url, {
      method: 'PUT',
      headers: {
        ...headers,
        'content-type': 'application/octet-stream',
        'content-length': bytes.length,
      },
    });
    request.on('error', () => done());
    request.on('close', () => done());
    request.write(bytes.subarray(0, after), () => setTimeout(() => request.destroy(), 300));
  });
  await new Promise((later) => setTimeout(later, 500));
}
