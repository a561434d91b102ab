import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { isImage, MEDIA_TYPES } from '@award/award';
import { Refused } from '@award/access/api';
import { FILE, type FileRow } from './file-sql';
import { FileStores } from './file-stores';

/** Nothing in a file may run, load or be framed by others, wherever a browser opens it. */
const SANDBOX =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** Answers with a file's bytes. Asks nobody's right: the owning area has. */
@Injectable()
export class FileSending {
  constructor(
    private readonly db: DataSource,
    private readonly stores: FileStores,
  ) {}

  /**
   * Streams the file, or the one range that is asked for. Only what is ready is sent: a file that has
   * not been scanned is answered with `file-not-ready`. `show` is for pictures and PDFs alone.
   */
  async send(
    request: Request,
    response: Response,
    id: string,
    options: { name: string; show: boolean },
  ): Promise<void> {
    const [row]: FileRow[] = await this.db.query(FILE, [id]);
    if (!row) throw new Refused('not-found');
    const { kind, bytes, sha256 } = row;
    if (row.state !== 'ready' || kind === null || bytes === null || sha256 === null) {
      throw new Refused('file-not-ready', { state: row.state });
    }
    const shown = options.show && (kind === 'pdf' || isImage(kind));
    response.setHeader('Content-Type', MEDIA_TYPES[kind]);
    response.setHeader(
      'Content-Disposition',
      `${shown ? 'inline' : 'attachment'}; filename="${options.name}"`,
    );
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', SANDBOX);
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('Accept-Ranges', 'bytes');
    response.setHeader('ETag', `"${sha256}"`);
    const range = rangeOf(request, `"${sha256}"`, bytes);
    if (range === 'outside') {
      response.setHeader('Content-Range', `bytes */${bytes}`);
      response.status(416).end();
      return;
    }
    const { from, to } = range ?? { from: 0, to: bytes - 1 };
    if (range) {
      response.status(206);
      response.setHeader('Content-Range', `bytes ${from}-${to}/${bytes}`);
    }
    response.setHeader('Content-Length', to - from + 1);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const source = this.stores.of(row.storage).read({ id, bytes, sha256 }, from, to);
    // A reader who leaves breaks the stream, and a store that fails leaves it short: both end it here.
    await pipeline(Readable.from(source), response).catch(() => response.destroy());
  }

  /** All the bytes of what is ready, as they are stored: for the archive. */
  async bytesOf(id: string): Promise<AsyncIterable<Buffer>> {
    const [row]: FileRow[] = await this.db.query(FILE, [id]);
    const { state, bytes, sha256, storage } = row ?? {};
    if (!row || state !== 'ready' || bytes == null || sha256 == null || !storage)
      throw new Refused('file-not-ready', { state });
    return this.stores.of(storage).read({ id, bytes, sha256 }, 0, bytes - 1);
  }
}

/** One range of bytes; several, or another unit, are answered with the whole. */
function rangeOf(
  request: Request,
  tag: string,
  bytes: number,
): { from: number; to: number } | 'outside' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.range ?? '');
  const unless = request.headers['if-range'];
  if (!asked || (unless !== undefined && unless !== tag)) return null;
  const [, first = '', last = ''] = asked;
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== '' && last !== '' && Number(last) < from) return null;
  return from >= bytes || (first === '' && Number(last) === 0) ? 'outside' : { from, to };
}
