import { webcrypto } from 'node:crypto';
import { HttpErrorResponse } from '@angular/common/http';
import type { BeginFile, FileView } from '@award/files/contract';
import { type FileRoutes, PIECE_BYTES, Upload } from './upload';

const view = (change: Partial<FileView> = {}): FileView => ({
  id: 'file',
  state: 'uploading',
  received: 0,
  expected: 0,
  kind: null,
  bytes: null,
  sha256: null,
  pages: null,
  width: null,
  height: null,
  warnings: [],
  fault: null,
  ...change,
});

const refused = (status: number, refusal?: string) =>
  new HttpErrorResponse({ status, error: refusal ? { refusal } : null });

/** A server that holds what has come, and fails where it is told to. */
function server(size: number, before = 0) {
  const done: string[] = [];
  const failures: unknown[] = [];
  let received = before;
  let completed: Partial<FileView> = { state: 'ready', kind: 'pdf', bytes: size, sha256: 'sum' };
  const told = (change: Partial<FileView> = {}) => view({ received, expected: size, ...change });
  const answer = async (what: string, act: () => FileView): Promise<FileView> => {
    done.push(what);
    const failure = failures.shift();
    await Promise.resolve();
    if (failure) throw failure;
    return act();
  };
  const routes: FileRoutes & { begun: BeginFile | null } = {
    begun: null,
    begin: (body) => {
      routes.begun = body;
      return answer('begin', told);
    },
    one: () => answer('one', told),
    append: (_id, offset, piece) =>
      answer(`append ${offset}`, () => {
        if (offset !== received) throw refused(409, 'file-offset');
        received += piece.size;
        return told();
      }),
    complete: () => answer('complete', () => told(completed)),
  };
  return {
    routes,
    done,
    failures,
    completesAs: (change: Partial<FileView>) => (completed = change),
    receives: (bytes: number) => (received = bytes),
  };
}

describe('sending a file', () => {
  beforeAll(() => {
    Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle });
    Blob.prototype.arrayBuffer ??= function (this: Blob) {
      return new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result as ArrayBuffer);
        reader.readAsArrayBuffer(this);
      });
    };
  });
  const fileOf = (size: number) => new File(['x'.repeat(size)], 'plan.pdf');
  const size = 2 * PIECE_BYTES + 5;

  /** Lets everything happen that does not wait for time. */
  const settle = async () => {
    for (let at = 0; at < 20; at++) await new Promise((later) => setTimeout(later));
  };

  it('goes piece by piece, named by its sum', async () => {
    const { routes, done } = server(size);
    const upload = new Upload(fileOf(size), routes);
    const sent = upload.run();
    await settle();
    expect(await sent).toMatchObject({ state: 'ready', kind: 'pdf' });
    expect(done).toEqual([
      'begin',
      'append 0',
      `append ${PIECE_BYTES}`,
      `append ${2 * PIECE_BYTES}`,
      'complete',
    ]);
    expect(routes.begun?.bytes).toBe(size);
    expect(routes.begun?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(upload.state()).toBe('done');
  });

  it('goes on with what the server has from before', async () => {
    const { routes, done } = server(size, 2 * PIECE_BYTES);
    await Promise.all([new Upload(fileOf(size), routes).run(), settle()]);
    expect(done).toEqual(['begin', `append ${2 * PIECE_BYTES}`, 'complete']);
  });

  it('waits when the line breaks, asks how far it came, and goes on by itself', async () => {
    const { routes, done, failures, receives } = server(size);
    failures.push(null, null, refused(0));
    const upload = new Upload(fileOf(size), routes);
    const sent = upload.run();
    await settle();
    expect(upload.state()).toBe('waiting');
    expect(done).toEqual(['begin', 'append 0', `append ${PIECE_BYTES}`]);
    receives(PIECE_BYTES + 100);
    upload.goOn();
    await settle();
    expect(await sent).not.toBeNull();
    expect(done.slice(3)).toEqual(['one', `append ${PIECE_BYTES + 100}`, 'complete']);
  });

  it('takes up what another window has sent meanwhile', async () => {
    const { routes, done, failures } = server(size, PIECE_BYTES);
    failures.push(null, refused(409, 'file-offset'));
    await Promise.all([new Upload(fileOf(size), routes).run(), settle()]);
    expect(done).toEqual([
      'begin',
      `append ${PIECE_BYTES}`,
      'one',
      `append ${PIECE_BYTES}`,
      `append ${2 * PIECE_BYTES}`,
      'complete',
    ]);
  });

  it('tells why a file was not let in', async () => {
    const { routes, completesAs } = server(3);
    completesAs({ state: 'refused', fault: 'macros' });
    const upload = new Upload(fileOf(3), routes);
    const [sent] = await Promise.all([upload.run(), settle()]);
    expect([sent, upload.state(), upload.fault()]).toEqual([null, 'stopped', 'macros']);
  });

  it('stops for good when it may not be sent', async () => {
    const { routes, failures, done } = server(3);
    failures.push(refused(409, 'past-deadline'));
    const upload = new Upload(fileOf(3), routes);
    await Promise.all([upload.run(), settle()]);
    expect([upload.state(), upload.refusal(), done]).toEqual([
      'stopped',
      'past-deadline',
      ['begin'],
    ]);
  });

  it('sends nothing more when it is given up', async () => {
    const { routes, failures, done } = server(size);
    failures.push(null, refused(0));
    const upload = new Upload(fileOf(size), routes);
    const sent = upload.run();
    await settle();
    upload.cancel();
    await settle();
    expect(await sent).toBeNull();
    expect(done).toEqual(['begin', 'append 0']);
  });
});
