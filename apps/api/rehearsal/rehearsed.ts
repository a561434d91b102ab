import type { Answer } from '../demo/visitor';
import type { SampleYear } from '../demo/sample-year/sample-year';
import type { BrokenLine, DeadlineLine, RefusedAct } from './report';

const MOST_TRIES = 5;

/** The edition that is rehearsed, and the account that is kept of it. */
export interface Rehearsed {
  year: SampleYear;
  /** What the clock does for one work, now. */
  run: (work: string) => Promise<void>;
  deadlines: DeadlineLine[];
  /** Deadlines that this edition leaves no room or nobody for, and why. */
  notTried: string[];
}

/** What is tried at one deadline: on each side an act, and how it must be met. */
export interface Tried {
  seconds: -1 | 1;
  tried: string;
  expected: 'accepted' | 'refused';
  act: () => Promise<Answer>;
}

/**
 * Tries acts a second before and a second after an instant, in this order. The clock runs on: an act that came late
 * because the machine was busy is tried again.
 */
export async function atDeadline(
  { year, deadlines }: Rehearsed,
  deadline: string,
  instant: string | Date,
  tries: readonly Tried[],
): Promise<void> {
  const at = new Date(instant).toISOString();
  for (const { seconds, tried, expected, act } of tries) {
    let answer: Answer;
    let turn = 0;
    do {
      await year.db.query('delete from rate_limit');
      await year.db.query(
        `update installation set clock_offset = $1::timestamptz + make_interval(secs => $2) - clock_timestamp()`,
        [at, seconds],
      );
      answer = await act();
    } while (
      met(answer) !== expected &&
      seconds < 0 &&
      ++turn < MOST_TRIES &&
      (await hasPassed(year, at))
    );
    const got = met(answer);
    deadlines.push({ deadline, at, seconds, tried, expected, got, why: reasonOf(answer) });
  }
}

const met = ({ status }: Answer) => (status < 400 ? 'accepted' : 'refused');

async function hasPassed({ db }: SampleYear, at: string): Promise<boolean> {
  const [{ passed }] = await db.query('select award_now() > $1::timestamptz as passed', [at]);
  return passed;
}

function reasonOf({ status, body }: Answer): string | null {
  if (status < 400) return null;
  const { refusal } = (body ?? {}) as { refusal?: string };
  return refusal ?? String(status);
}

/** The fields that were refused and why, where the answer names them. */
function fieldsOf({ body }: Answer): string | null {
  const { refusal, fields } = (body ?? {}) as {
    refusal?: string;
    fields?: { path: string; reason: string }[];
  };
  if (!refusal || !fields?.length) return null;
  return `${refusal}: ${fields.map(({ path, reason }) => `${path} ${reason}`).join(', ')}`;
}

/** What is true then, as an answer: for what the clock does by itself. */
export async function whether(holds: () => Promise<boolean>, refusal: string): Promise<Answer> {
  return (await holds())
    ? { status: 200, body: null, headers: new Headers() }
    : { status: 409, body: { refusal }, headers: new Headers() };
}

/** Keeps an account of every act that is refused, by what was asked and why. */
export class RefusedActs {
  private readonly acts = new Map<string, RefusedAct>();
  /** The last act that was refused, which is the one that the year broke at if it stopped there. */
  last: Pick<BrokenLine, 'act' | 'who' | 'why'> | null = null;

  readonly heard = (who: string, method: string, path: string, answer: Answer): void => {
    const why = reasonOf(answer);
    if (why === null) return;
    this.last = { act: `${method} ${withoutIds(path)}`, who, why: fieldsOf(answer) ?? why };
    if (method === 'GET') return;
    const act = `${method} ${withoutIds(path)}`;
    const known = this.acts.get(`${act} ${why}`);
    const line = known ?? { act, why, who: [], times: 0 };
    line.times += 1;
    if (!line.who.includes(who)) line.who.push(who);
    this.acts.set(`${act} ${why}`, line);
  };

  get all(): RefusedAct[] {
    return [...this.acts.values()].sort((a, b) => a.act.localeCompare(b.act));
  }
}

const withoutIds = (path: string) =>
  path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '');
