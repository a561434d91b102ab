import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { DEFAULT_FILE_LIMITS } from '@award/award';
import { Jobs } from '@award/jobs/api';
import { type FileSettings, Settings } from '@award/settings/api';
import { pdf, picture, sha256 } from '../../../apps/api/testing/sample-files';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { FileSettling } from './file-settling.service';
import { FileStores } from './file-stores';
import { FileSweep } from './file-sweep.service';
import { Files } from './files.service';
import { EICAR, fakeClamd } from './testing/fake-clamd';
import { smallS3 } from './testing/small-s3';

const MB = 1024 * 1024;

/** A whole PDF of so many bytes: what fills it is a stream that nobody reads. */
function largePdf(bytes: number): Buffer {
  const filling = randomBytes(bytes)
    .toString('latin1')
    .replaceAll(/[#/]|PK/g, '.');
  return pdf({ objects: [`<</Length ${filling.length}>>\nstream\n${filling}\nendstream`] });
}

async function* pieces(bytes: Buffer, size = 100_000): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}

describe('files', () => {
  let app: TestApp;
  let s3: Awaited<ReturnType<typeof smallS3>>;
  let personId: string;

  beforeAll(async () => {
    app = await testApp();
    s3 = await smallS3();
    const [made] = await app.db.query(`insert into person (name) values ('Kari') returning id`);
    personId = made.id;
  });
  afterAll(async () => {
    await app.close();
    await s3.close();
  });

  /** The area as an installation with these settings has it, on the server's own connections. */
  function made(settings: Partial<FileSettings> = {}) {
    const db = app.get(DataSource);
    const all = { clamdUrl: null, s3: null, ...settings };
    const told = Object.assign(Object.create(app.get(Settings)), { files: all }) as Settings;
    const stores = new FileStores(db, told);
    const settling = new FileSettling(db, stores, told);
    const sweep = new FileSweep(db, settling, stores, {
      register: () => undefined,
    } as unknown as Jobs);
    return { files: new Files(db, settling), stores, sweep };
  }

  async function begin(files: Files, bytes: Buffer, sum = sha256(bytes)) {
    return app.get(DataSource).transaction((tx) =>
      files.begin(tx, {
        bytes: bytes.length,
        sha256: sum,
        personId,
        limits: DEFAULT_FILE_LIMITS,
        already: [],
      }),
    );
  }

  async function sent(files: Files, bytes: Buffer) {
    const { id } = await begin(files, bytes);
    await files.append(id, 0, pieces(bytes));
    return files.complete(id);
  }

  async function stored(stores: FileStores, id: string, from?: number, to?: number) {
    const [row] = await app.db.query('select storage, bytes, sha256 from file where id = $1', [id]);
    const parts: Buffer[] = [];
    const kept = { id, bytes: row.bytes, sha256: row.sha256 };
    const source = stores.of(row.storage).read(kept, from ?? 0, to ?? row.bytes - 1);
    for await (const part of source) parts.push(part);
    return Buffer.concat(parts);
  }

  const rowsOf = async (id: string) => {
    const [row] = await app.db.query(
      'select count(*)::int as pieces, coalesce(max(octet_length(bytes)), 0) as largest from file_chunk where file_id = $1',
      [id],
    );
    return row;
  };

  describe.each<['database' | 's3']>([['database'], ['s3']])('in the store %s', (name) => {
    const here = () => made(name === 's3' ? { s3: s3.settings } : {});

    it('come back byte for byte, whole and in any part', async () => {
      const { files, stores } = here();
      const bytes = largePdf(9 * MB);
      const file = await sent(files, bytes);
      expect(file).toMatchObject({ state: 'ready', kind: 'pdf', bytes: bytes.length, pages: 1 });
      expect(file.sha256).toBe(sha256(bytes));
      expect((await stored(stores, file.id)).equals(bytes)).toBe(true);
      for (const [from, to] of [
        [0, 0],
        [524_287, 524_288],
        [8 * MB - 5, 8 * MB + 77],
        [bytes.length - 3, bytes.length - 1],
      ] as const) {
        expect(await stored(stores, file.id, from, to)).toEqual(bytes.subarray(from, to + 1));
      }
      const { pieces: rows, largest } = await rowsOf(file.id);
      expect([rows > 0, largest <= 524_288]).toEqual([name === 'database', true]);
    });

    it('keep the picture that was made, and nothing of the one that was sent', async () => {
      const { files, stores } = here();
      const original = await picture();
      const file = await sent(files, original);
      expect(file).toMatchObject({ state: 'ready', kind: 'jpeg', width: 640, height: 480 });
      const kept = await stored(stores, file.id);
      expect([kept.length, sha256(kept)]).toEqual([file.bytes, file.sha256]);
      expect([original.includes('Kanarifugl'), kept.includes('Kanarifugl')]).toEqual([true, false]);
    });

    it('are taken away with their bytes when nobody refers to them, and not before', async () => {
      const { files, stores, sweep } = here();
      const file = await sent(files, pdf({ pages: 2 }));
      await sweep.sweep();
      expect((await stored(stores, file.id)).length).toBe(file.bytes);
      await app.get(DataSource).transaction((tx) => files.release(tx, [file.id]));
      await expect(files.view(file.id)).rejects.toMatchObject({ refusal: 'not-found' });
      await sweep.sweep();
      expect(await app.db.query('select id from file where id = $1', [file.id])).toEqual([]);
      expect(await rowsOf(file.id)).toEqual({ pieces: 0, largest: 0 });
      expect([...s3.objects.keys()].some((key) => key.endsWith(file.id))).toBe(false);
    });
  });

  it('go in parts to S3 above eight megabytes, and wait in the database while it is away', async () => {
    const { files, stores, sweep } = made({ s3: s3.settings });
    s3.seen.length = 0;
    s3.faults.next = 100;
    const bytes = largePdf(9 * MB);
    const waiting = await sent(files, bytes);
    expect(waiting.state).toBe('scanning');
    s3.faults.next = 0;
    s3.seen.length = 0;
    await sweep.sweep();
    expect(await files.view(waiting.id)).toMatchObject({ state: 'ready' });
    expect(s3.seen).toEqual(['POST object', 'PUT part', 'PUT part', 'POST part']);
    expect(s3.uploads.size).toBe(0);
    expect((await stored(stores, waiting.id)).equals(bytes)).toBe(true);
  });

  it('are refused a wrong secret by S3, and lie where they are', async () => {
    const { files } = made({ s3: { ...s3.settings, secret: 'another' } });
    const file = await sent(files, pdf({ pages: 3 }));
    expect(file.state).toBe('scanning');
    expect((await rowsOf(file.id)).pieces).toBe(1);
  });

  it('go on where the line broke', async () => {
    const { files } = made();
    const bytes = largePdf(3 * MB);
    const { id } = await begin(files, bytes);
    const breaking = async function* () {
      yield bytes.subarray(0, 700_000);
      await Promise.resolve();
      throw new Error('aborted');
    };
    await expect(files.append(id, 0, breaking())).rejects.toMatchObject({ refusal: 'unavailable' });
    const { received } = await files.view(id);
    expect(received).toBe(700_000);
    await expect(files.complete(id)).rejects.toMatchObject({ refusal: 'file-offset' });
    await files.append(id, received, pieces(bytes.subarray(received)));
    expect((await files.complete(id)).sha256).toBe(sha256(bytes));
  });

  it('take each byte once when it is sent from two places', async () => {
    const { files } = made();
    const bytes = largePdf(2 * MB);
    const { id } = await begin(files, bytes);
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () => files.append(id, 0, pieces(bytes))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ refusal: 'file-offset' });
    const completed = await Promise.allSettled(Array.from({ length: 4 }, () => files.complete(id)));
    expect(completed.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await files.complete(id)).toMatchObject({ state: 'ready', sha256: sha256(bytes) });
  });

  it('are not let in when what came is not what was promised', async () => {
    const { files } = made();
    const { id } = await begin(files, pdf(), sha256(Buffer.from('noe annet')));
    await files.append(id, 0, pieces(pdf()));
    expect(await files.complete(id)).toMatchObject({ state: 'refused', fault: 'not-as-sent' });
    expect(await rowsOf(id)).toEqual({ pieces: 0, largest: 0 });
    const small = await begin(files, pdf());
    const more = Buffer.concat([pdf(), pdf()]);
    await expect(files.append(small.id, 0, pieces(more))).rejects.toMatchObject({
      refusal: 'file-offset',
    });
  });

  it('wait for the scanner, are refused by it, and are clean only when it says so', async () => {
    const clamd = await fakeClamd();
    const scanned = made({ clamdUrl: clamd.url });
    expect(await sent(scanned.files, pdf())).toMatchObject({ state: 'ready' });
    const infected = pdf({ objects: [`(${EICAR})`] });
    expect(await sent(scanned.files, infected)).toMatchObject({ state: 'refused', fault: 'virus' });
    await clamd.close();
    const unscanned = await sent(scanned.files, pdf({ pages: 7 }));
    expect(unscanned.state).toBe('scanning');
    await scanned.sweep.sweep();
    expect((await scanned.files.view(unscanned.id)).state).toBe('scanning');
    const again = await fakeClamd();
    await made({ clamdUrl: again.url }).sweep.sweep();
    expect((await scanned.files.view(unscanned.id)).state).toBe('ready');
    await again.close();
  });

  it('are given up when nobody goes on with them for a day, and revived when a check was cut short', async () => {
    const { files, sweep } = made();
    const { id } = await begin(files, pdf());
    const cut = await begin(files, pdf({ pages: 5 }));
    await app.db.query(
      `update file set touched_at = clock_timestamp() - interval '25 hours' where id = $1`,
      [id],
    );
    await app.db.query(
      `update file set state = 'checking', touched_at = clock_timestamp() - interval '6 minutes' where id = $1`,
      [cut.id],
    );
    await sweep.sweep();
    expect(await app.db.query('select id from file where id = $1', [id])).toEqual([]);
    expect((await files.view(cut.id)).state).toBe('uploading');
  });
});
