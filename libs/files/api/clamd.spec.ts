import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { scanByClamd } from './clamd';
import { EICAR, fakeClamd } from './testing/fake-clamd';

async function* stream(...parts: (Buffer | string)[]): AsyncIterable<Buffer> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

describe('asking clamd', () => {
  it('sends the whole stream in frames, and believes its verdict', async () => {
    const clamd = await fakeClamd();
    const large = Buffer.alloc(3_000_000, 7);
    expect(await scanByClamd(clamd.url, stream(large, 'slutt'))).toBe('clean');
    expect(await scanByClamd(clamd.url, stream('før ', EICAR, ' etter'))).toBe('infected');
    expect(clamd.scanned).toEqual([3_000_005, 10 + 1 + EICAR.length]);
    await clamd.close();
  });

  it('is told when a stream is too long for it', async () => {
    const clamd = await fakeClamd(100_000);
    expect(await scanByClamd(clamd.url, stream(Buffer.alloc(150_000)))).toBe('too-large');
    await clamd.close();
  });

  it.each<[string, string]>([
    ['hangs up at once', ''],
    ['says something else', 'what?\0'],
    ['says OK to something else', 'OK\0'],
    ['fails', 'Access denied. ERROR\0'],
  ])('never takes a file as clean when it %s', async (_case, says) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.resume().end(says);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    expect(await scanByClamd(`tcp://127.0.0.1:${port}`, stream('hei'))).toBe('away');
    await new Promise<void>((closed) => server.close(() => closed()));
  });

  it('is away when nobody is there', async () => {
    expect(await scanByClamd('tcp://127.0.0.1:1', stream('hei'))).toBe('away');
    expect(await scanByClamd('unix:/nowhere/no-such-socket', stream('hei'))).toBe('away');
  });
});
