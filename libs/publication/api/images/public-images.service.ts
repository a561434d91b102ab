import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Settings } from '@award/settings/api';
import { PublicDatabase } from '../public-database';
import { PublicWatch } from '../public-watch.service';
import { answerHeaders } from '../rendering/answer-headers';
import { asTheyAre, ready, type Ready, send } from '../rendering/encoded';
import { SHARED_BRIEFLY } from '../rendering/page-headers';

const ROOT = '/bilder/';
const ADDRESS =
  /^\/bilder\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(?:(480|960|1600)\.webp|presse\.jpg)$/;
const MOST_BYTES = 48 * 1024 * 1024;
const TYPES = { webp: 'image/webp', jpeg: 'image/jpeg' } as const;

/** Whether each picture that was ever published stands, or is gone with its entry or by itself. */
const STANDING = `
select i.id, i.gone or r.nomination_id is null or r.text_hidden as gone
from public_image i left join released_entry r on r.nomination_id = i.nomination_id and r.edition_id = i.edition_id`;

const BYTES = `select kind, bytes from public_image_size where image_id = $1 and name = $2`;

/**
 * Published pictures by their addresses. What was never published is not there, whatever the address;
 * what was taken away is gone. The bytes never change, so that a browser that has them is only told
 * that they still stand: it asks each time, because a picture may be taken away at any moment.
 */
@Injectable()
export class PublicImages {
  private standing: { revision: number; gone: Promise<ReadonlyMap<string, boolean>> } | null = null;
  private readonly kept = new Map<string, Ready>();
  private readonly making = new Map<string, Promise<Ready | null>>();
  private bytes = 0;
  private readonly refusals: Readonly<Record<404 | 410, Ready>>;
  private readonly headers: Readonly<Record<string, string>>;

  constructor(
    private readonly db: PublicDatabase,
    private readonly watch: PublicWatch,
    { secure }: Settings,
  ) {
    this.headers = { ...answerHeaders(secure), 'Cache-Control': SHARED_BRIEFLY };
    const refused = (words: string) =>
      ready(asTheyAre(Buffer.from(`${words}\n`)), {
        ...this.headers,
        'Content-Type': 'text/plain; charset=utf-8',
      });
    this.refusals = { 404: refused('Not found'), 410: refused('Gone') };
  }

  takes(url: string): boolean {
    return url.startsWith(ROOT);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.watch.behind) await this.watch.catchUp();
    const [path = ''] = (request.url ?? '').split('?', 1);
    const [, id, width] = ADDRESS.exec(path) ?? [];
    const gone = id === undefined ? undefined : (await this.known()).get(id);
    if (id === undefined || gone === undefined)
      return send(request, response, 404, this.refusals[404]);
    if (gone) return send(request, response, 410, this.refusals[410]);
    const image = await this.image(id, width ?? 'press');
    if (image) send(request, response, 200, image);
    else send(request, response, 410, this.refusals[410]);
  }

  private known(): Promise<ReadonlyMap<string, boolean>> {
    const { revision } = this.watch;
    if (this.standing?.revision !== revision) {
      const gone = this.db
        .query<{ id: string; gone: boolean }[]>(STANDING)
        .then((rows) => new Map(rows.map((row) => [row.id, row.gone])));
      gone.catch(() => {
        if (this.standing?.gone === gone) this.standing = null;
      });
      this.standing = { revision, gone };
    }
    return this.standing.gone;
  }

  private image(id: string, name: string): Promise<Ready | null> {
    const key = `${id} ${name}`;
    const kept = this.kept.get(key);
    if (kept) return Promise.resolve(kept);
    const making = this.making.get(key) ?? this.fetch(id, name, key);
    this.making.set(key, making);
    return making.finally(() => this.making.delete(key));
  }

  private async fetch(id: string, name: string, key: string): Promise<Ready | null> {
    const [row]: { kind: keyof typeof TYPES; bytes: Buffer }[] = await this.db.query(BYTES, [
      id,
      name,
    ]);
    if (!row) return null;
    const image = ready(asTheyAre(row.bytes), { ...this.headers, 'Content-Type': TYPES[row.kind] });
    this.kept.set(key, image);
    this.bytes += row.bytes.length;
    for (const [oldest, { bytes }] of this.kept) {
      if (this.bytes <= MOST_BYTES) break;
      this.kept.delete(oldest);
      this.bytes -= bytes.plain.length;
    }
    return image;
  }
}
