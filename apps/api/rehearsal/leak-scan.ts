import { createHash, randomUUID } from 'node:crypto';
import type { Visitor } from '../demo/visitor';

/** Somebody who is not cleared, with a browser of their own. */
export interface Caller {
  name: string;
  visitor: Visitor;
  /** What the caller is told of while it is a secret to the others. Where it stands in an answer, it may be another. */
  told?: RegExp;
}

/** What is asked, if it is more than to read an address. */
export interface Ask {
  method: string;
  path: string;
  /** As it is sent, so that it may be broken. */
  body: string;
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

  private async lookAs({ name, visitor, told }: Caller, secrets: readonly Secret[], look: Look) {
    let opened = 0;
    for (const ask of this.asks) {
      const { status, headers, bytes } =
        typeof ask === 'string' ? await visitor.getBytes(ask) : await sent(visitor, ask);
      look.answers.set(`${name} ${nameOf(ask)}`, partsOf(status, headers, bytes, told));
      if (status === 200) opened += 1;
      const text = bytes.toString();
      for (const secret of secrets)
        if (holds(text, secret.text)) look.told.push(`${name} ${nameOf(ask)}: ${secret.what}`);
    }
    look.opened.set(name, opened);
  }
}

const nameOf = (ask: string | Ask) =>
  typeof ask === 'string' ? ask : `${ask.method} ${ask.path} ${ask.body}`.trimEnd();

async function sent(visitor: Visitor, { method, path, body }: Ask) {
  const { url, headers } = visitor.wire(path);
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    ...(body === '' ? {} : { body }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes };
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
  return answer.includes(secret) || answer.includes(JSON.stringify(secret).slice(1, -1));
}

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
