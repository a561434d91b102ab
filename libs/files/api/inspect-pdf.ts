import { Worker } from 'node:worker_threads';
import type { FileFault } from '@award/award';
import type { Finding } from './inspect-file';

const MOST_SECONDS = 20;
const MOST_MEGABYTES = 384;

type Read = { fault: FileFault } | { pages: number; author: boolean };

/** Pages, and whether the document names its author. A reader that takes too long is ended. */
export async function inspectPdf(bytes: Buffer): Promise<Finding> {
  if (!bytes.subarray(-1024).includes('%%EOF', 0, 'latin1')) {
    return { fault: 'damaged' };
  }
  const head = bytes.subarray(0, 1024).toString('latin1').toLowerCase();
  const tail = bytes.subarray(-65_600);
  if (
    /<(?:html|script|svg|body|\?php|!doctype)/.test(head) ||
    tail.includes('PK\x05\x06', 0, 'latin1')
  ) {
    return { fault: 'several-kinds' };
  }
  const read = await readInThread(bytes);
  if ('fault' in read) return read;
  return {
    kind: 'pdf',
    pages: read.pages,
    width: null,
    height: null,
    warnings: read.author ? ['names-author'] : [],
    made: null,
  };
}

function readInThread(bytes: Buffer): Promise<Read> {
  const worker = new Worker(new URL('./pdf-reader/read-pdf.mjs', import.meta.url), {
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    stderr: true,
    stdout: true,
  });
  return new Promise<Read>((done) => {
    const late = setTimeout(() => done({ fault: 'too-much-inside' }), MOST_SECONDS * 1000);
    worker.once('message', (read: Read) => done(read));
    worker.once('error', () => done({ fault: 'damaged' }));
    worker.once('exit', () => {
      clearTimeout(late);
      done({ fault: 'damaged' });
    });
  }).finally(() => worker.terminate());
}
