import { createHash, randomUUID } from 'node:crypto';
import http from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import type { Visitor } from '../demo/visitor';

/** Somebody who is not cleared, with a browser of their own. */
export interface Caller {
  name: string;
  visitor: Visitor;
  /** Sent with all that is asked, such as the token of a personal link. */
  headers?: Readonly<Record<string, string>>;
  /** What the caller is told of while it is a secret to the others. Where it stands in an answer, it may be another. */
  told?: RegExp;
}

/** What is asked, if it is more than to read an address. */
export interface Ask {
  method: string;
  path: string;
  /** As it is sent, so that it may be broken. */
  body?: string;
  headers?: Readonly<Record<string, string>>;
}

/** Words or an id that nobody who is not cleared may read before its time. */
export interface Secret {
  what: string;
  text: string;
}

/** An answer by its parts: the status, each header, and a mark of the bytes. */
export type Parts = Record<string, string>;

/** What everybody was answered at one moment. */
export interface Look {
  /** By caller and address. */
  answers: Map<string, Parts>;
  /** How many of the answers to each caller opened something. */
  opened: Map<string, number>;
  /** Where a secret stood in the open. */
  told: string[];
}

/** Counts on by itself in every answer. */
const UNEQUAL_BY_NATURE = new Set(['date']);
/** A session's id and an asking's mark are drawn anew in each answer that begins one. What else the cookie says must be the same. */
const SESSION_ID = /((?:sid|asking)=)[^;]+/;
/** The live answer counts the clock on from the last time that the database told it. */
const CLOCK = /"now":"[^"]+"/g;

/**
 * Asks as everybody who is not cleared. Two looks are compared by status, every header and the bytes; a secret is looked
 * for in each answer by itself.
 */
export class LeakScan {
  readonly addresses: readonly string[];

  constructor(
    readonly callers: readonly Caller[],
    private readonly asks: readonly (string | Ask)[],
  ) {
    this.addresses = asks.map(nameOf);
  }

  /** The same questions by the same browsers to another server. */
  at(url: string): LeakScan {
    const callers = this.callers.map((caller) => ({ ...caller, visitor: caller.visitor.at(url) }));
    return new LeakScan(callers, this.asks);
  }

  async look(secrets: readonly Secret[] = []): Promise<Look> {
    const look: Look = { answers: new Map(), opened: new Map(), told: [] };
    await Promise.all(this.callers.map((caller) => this.lookAs(caller, secrets, look)));
    look.told.sort();
    return look;
  }

  private async lookAs(caller: Caller, secrets: readonly Secret[], look: Look): Promise<void> {
    const { name, told } = caller;
    const forms = secrets.map(({ what, text }) => ({ what, forms: formsOf(text) }));
    let opened = 0;
    for (const ask of this.asks) {
      const { status, headers, bytes } = await answerTo(caller, ask);
      look.answers.set(`${name} ${nameOf(ask)}`, partsOf(status, headers, bytes, told));
      if (status === 200) opened += 1;
      if (forms.length === 0) continue;
      const packed = headers.some(([key, value]) => key === 'content-encoding' && value === 'br');
      const text = (packed ? brotliDecompressSync(bytes) : bytes).toString();
      for (const secret of forms)
        if (secret.forms.some((form) => text.includes(form)))
          look.told.push(`${name} ${nameOf(ask)}: ${secret.what}`);
    }
    look.opened.set(name, opened);
  }
}

const nameOf = (ask: string | Ask) =>
  typeof ask === 'string'
    ? ask
    : [ask.method, ask.path, ...Object.values(ask.headers ?? {}), ask.body ?? '']
        .join(' ')
        .trimEnd();

interface Answered {
  status: number;
  headers: [string, string][];
  bytes: Buffer;
}

/** The bytes as they came, and no redirect followed. A server may close a kept connection just as it is used again. */
function answerTo(caller: Caller, asked: string | Ask, again = false): Promise<Answered> {
  const ask = typeof asked === 'string' ? { method: 'GET', path: asked } : asked;
  const { url, headers } = caller.visitor.wire(ask.path);
  const act = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(ask.body ?? '')),
    'idempotency-key': randomUUID(),
  };
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method: ask.method,
        headers: {
          ...headers,
          ...caller.headers,
          ...(ask.method === 'GET' ? {} : act),
          ...ask.headers,
        },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: pairsOf(answer.rawHeaders),
            bytes: Buffer.concat(pieces),
          }),
        );
      },
    );
    request.on('error', (error) => {
      if (request.reusedSocket && !again) resolve(answerTo(caller, asked, true));
      else reject(error);
    });
    request.end(ask.body);
  });
}

/** Names in small letters, and one pair of those that are sent several times. */
function pairsOf(raw: readonly string[]): [string, string][] {
  const headers = new Map<string, string>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at]?.toLowerCase() ?? '';
    const before = headers.get(name);
    const value = raw[at + 1] ?? '';
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return [...headers];
}

/** An answer by what could tell something. */
export function partsOf(
  status: number,
  headers: Iterable<[string, string]>,
  bytes: Buffer,
  told?: RegExp,
): Parts {
  const whole = bytes.toString('latin1').replace(CLOCK, '"now":""');
  const text = told ? whole.replace(told, '') : whole;
  const parts: Parts = {
    status: String(status),
    body: createHash('sha256').update(text, 'latin1').digest('base64'),
  };
  for (const [name, value] of headers)
    if (!UNEQUAL_BY_NATURE.has(name) && !(text !== whole && name === 'content-length'))
      parts[`header ${name}`] = value.replace(SESSION_ID, '$1');
  return parts;
}

/** `caller address: part` of all that differs, but for the callers that are spared. What one look lacks differs too. */
export function differences(before: Look, after: Look, spared: readonly string[] = []): string[] {
  const asked = new Set([...before.answers.keys(), ...after.answers.keys()]);
  return [...asked].flatMap((one) => {
    if (spared.includes(one.slice(0, one.indexOf(' ')))) return [];
    const was = before.answers.get(one) ?? {};
    const is = after.answers.get(one) ?? {};
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((part) => was[part] !== is[part])
      .map((part) => `${one}: ${part}`);
  });
}

/** As it is, or as it stands in JSON. */
export function holds(answer: string, secret: string): boolean {
  return formsOf(secret).some((form) => answer.includes(form));
}

const formsOf = (secret: string): string[] => [
  ...new Set([secret, JSON.stringify(secret).slice(1, -1)]),
];

/** What stands in the one list and not in the other, as many times as it stands there more often. */
export function onlyIn(one: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return one.filter((line) => {
    const times = left.get(line) ?? 0;
    left.set(line, times - 1);
    return times <= 0;
  });
}
