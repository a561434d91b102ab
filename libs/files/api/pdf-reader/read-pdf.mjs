// Looks into one PDF in a thread of its own, whose time and memory whoever starts it has bounded.
// Answers { fault } or { pages, author }. Reads the structure only: nothing is drawn and nothing is run.
import { parentPort, workerData } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';

const MOST_INFLATED = 256 * 1024 * 1024;
const ONE_STREAM = 32 * 1024 * 1024;

// What runs, sends, opens or carries something. A script is always an action of the kind /JavaScript.
const ACTIVE =
  /\/(?:JavaScript|Launch|SubmitForm|ImportData|RichMedia|Rendition|GoToE|EmbeddedFile|EmbeddedFiles|XFA)\b/;

/** A name may be written with its letters as numbers: /J#61vaScript. */
const plain = (text) =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_all, code) => String.fromCharCode(parseInt(code, 16)));

/** Objects may lie packed in streams; those that cannot be unpacked are not let in unseen. */
function* packedObjects(bytes, text) {
  let room = MOST_INFLATED;
  const begins = /\bstream\r?\n/g;
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    const before = text.slice(Math.max(0, found.index - 4096), found.index);
    const dictionary = plain(before.slice(before.lastIndexOf(' obj')));
    if (!/\/ObjStm\b/.test(dictionary)) continue;
    if (
      /\/Filter/.test(dictionary) &&
      !/\/Filter\s*\[?\s*\/FlateDecode\s*(?:\]|\/|>|$)/.test(dictionary)
    ) {
      yield null;
      continue;
    }
    if (!/\/Filter/.test(dictionary)) continue;
    const from = found.index + found[0].length;
    const end = text.indexOf('endstream', from);
    const packed = bytes.subarray(from, end < 0 ? bytes.length : end);
    const unpacked = inflateSync(packed, { maxOutputLength: ONE_STREAM, finishFlush: 2 });
    room -= unpacked.length;
    if (room < 0) throw new RangeError('too much inside');
    yield plain(unpacked.toString('latin1'));
  }
}

function faultOf(bytes) {
  const text = bytes.toString('latin1');
  const whole = plain(text);
  if (/\/Encrypt\b/.test(whole)) return 'encrypted';
  if (ACTIVE.test(whole)) return 'active-content';
  for (const objects of packedObjects(bytes, text)) {
    if (objects === null || ACTIVE.test(objects)) return 'active-content';
  }
  return null;
}

async function read(bytes) {
  try {
    const fault = faultOf(bytes);
    if (fault) return { fault };
  } catch (error) {
    const tooMuch = error instanceof RangeError || error?.code === 'ERR_BUFFER_TOO_LARGE';
    return { fault: tooMuch ? 'too-much-inside' : 'damaged' };
  }
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false });
    if (await pdf.hasJSActions()) return { fault: 'active-content' };
    const { info } = await pdf.getMetadata();
    return {
      pages: pdf.numPages,
      author: typeof info?.Author === 'string' && info.Author.trim() !== '',
    };
  } catch (error) {
    return { fault: error?.name === 'PasswordException' ? 'encrypted' : 'damaged' };
  }
}

parentPort.postMessage(await read(Buffer.from(workerData)));
