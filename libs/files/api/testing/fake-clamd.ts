import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The harmless text by which scanners are tried, put together here so that no scanner finds this file. */
export const EICAR = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
  'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('');

/**
 * Speaks clamd's own protocol: `zINSTREAM`, frames with their length before them, an empty one at the
 * end, and one line of answer. A stream over `most` bytes is cut off in the middle, as clamd does.
 */
export async function fakeClamd(most = Infinity) {
  const scanned: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let held = Buffer.alloc(0);
    let begun = false;
    const taken: Buffer[] = [];
    socket.on('data', (data: Buffer) => {
      held = Buffer.concat([held, data]);
      if (!begun) {
        if (held.length < 10) return;
        if (held.subarray(0, 10).toString('latin1') !== 'zINSTREAM\0') {
          socket.end('UNKNOWN COMMAND\0');
          return;
        }
        begun = true;
        held = held.subarray(10);
      }
      while (held.length >= 4) {
        const length = held.readUInt32BE(0);
        if (length === 0) {
          const whole = Buffer.concat(taken);
          scanned.push(whole.length);
          socket.end(whole.includes(EICAR) ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0');
          return;
        }
        if (held.length < 4 + length) return;
        taken.push(held.subarray(4, 4 + length));
        held = held.subarray(4 + length);
        if (taken.reduce((sum, part) => sum + part.length, 0) > most) {
          socket.end('INSTREAM size limit exceeded. ERROR\0');
          return;
        }
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `tcp://127.0.0.1:${port}`,
    scanned,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
