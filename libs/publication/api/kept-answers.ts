import { Injectable } from '@nestjs/common';
import { Settings } from '@award/settings/api';
import { PublicWatch } from './public-watch.service';
import { answerHeaders } from './rendering/answer-headers';
import { asTheyAre, encode, ready, type Ready, sizeOf } from './rendering/encoded';
import { SHARED_BRIEFLY } from './rendering/page-headers';

/** What is to be answered at an address, before it is compressed. */
export interface Made {
  status: number;
  body: string | Buffer;
  headers: Readonly<Record<string, string>>;
}

export interface Kept {
  status: number;
  bytes: Ready;
}

const QUALITY = 5;
const MOST_KEPT = 2000;
const MOST_BYTES = 48 * 1024 * 1024;
/** What is compressed already. */
const PACKED = /^(?:application\/zip|image\/)/;

/** Public answers in memory: made once per revision however many ask, and again when the revision has grown. */
@Injectable()
export class KeptAnswers {
  private readonly kept = new Map<string, Kept & { revision: number }>();
  private readonly making = new Map<string, Promise<Kept>>();
  private bytes = 0;
  private readonly headers: Readonly<Record<string, string>>;

  constructor(
    private readonly watch: PublicWatch,
    { secure }: Settings,
  ) {
    this.headers = { ...answerHeaders(secure), 'Cache-Control': SHARED_BRIEFLY };
  }

  /** From memory when it is of the present revision; else made by the first who asks. */
  once(key: string, make: () => Promise<Made>): Promise<Kept> {
    const { revision } = this.watch;
    const kept = this.kept.get(key);
    if (kept && kept.revision === revision) return Promise.resolve(kept);
    const running = `${revision} ${key}`;
    const already = this.making.get(running);
    if (already) return already;
    const made = make()
      .then(async ({ status, body, headers }) => {
        const bytes = Buffer.from(body);
        const encoded = PACKED.test(headers['Content-Type'] ?? '')
          ? asTheyAre(bytes)
          : await encode(bytes, QUALITY);
        const fresh = { status, revision, bytes: ready(encoded, { ...this.headers, ...headers }) };
        this.keep(key, fresh);
        return fresh;
      })
      .finally(() => this.making.delete(running));
    this.making.set(running, made);
    return made;
  }

  /** Whoever asks in many ways for the same must not fill the memory: the oldest gives way. */
  private keep(key: string, made: Kept & { revision: number }): void {
    if (made.status !== 200) return;
    this.drop(key);
    this.kept.set(key, made);
    this.bytes += sizeOf(made.bytes.bytes);
    for (const oldest of this.kept.keys()) {
      const enough = this.kept.size <= MOST_KEPT && this.bytes <= MOST_BYTES;
      if (enough || oldest === key) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const made = this.kept.get(key);
    if (made === undefined) return;
    this.kept.delete(key);
    this.bytes -= sizeOf(made.bytes.bytes);
  }
}
