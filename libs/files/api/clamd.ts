import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** What the scanner says: `away` when it gave no verdict, and is to be asked again. */
export type ScanVerdict = 'clean' | 'infected' | 'too-large' | 'away';

const TIMEOUT_MS = 60_000;
const FRAME_BYTES = 131_072;

/**
 * Asks clamd about a stream of bytes (INSTREAM). `address` is `tcp://host:port` or `unix:/path`.
 * Never answers `clean` unless clamd has said so about the whole stream.
 */
export async function scanByClamd(
  address: string,
  source: AsyncIterable<Buffer>,
): Promise<ScanVerdict> {
  const socket = open(address);
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd gave no answer')));
  const answer = readAll(socket);
  // The answer is awaited below; until then a lost connection must not be an unhandled rejection.
  answer.catch(() => undefined);
  try {
    await write(socket, Buffer.from('zINSTREAM\0'));
    for await (const bytes of source) {
      for (let at = 0; at < bytes.length; at += FRAME_BYTES) {
        const frame = bytes.subarray(at, at + FRAME_BYTES);
        await write(socket, Buffer.concat([lengthOf(frame.length), frame]));
      }
    }
    await write(socket, lengthOf(0));
  } catch {
    // clamd hangs up in the middle when a stream is too long for it: its answer tells.
  }
  try {
    return verdictOf(await answer);
  } catch {
    return 'away';
  } finally {
    socket.destroy();
  }
}

function verdictOf(answer: string): ScanVerdict {
  const said = answer.replace(/[\0\n]+$/, '');
  if (said === 'stream: OK') return 'clean';
  if (said.endsWith(' FOUND')) return 'infected';
  return said.includes('size limit exceeded') ? 'too-large' : 'away';
}

function open(address: string): Socket {
  if (address.startsWith('unix:')) return connect(address.slice('unix:'.length));
  const { hostname, port } = new URL(address);
  return connect(Number(port || 3310), hostname);
}

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  if (socket.destroyed || socket.errored) throw new Error('clamd has hung up');
  if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
}

async function readAll(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('latin1');
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
