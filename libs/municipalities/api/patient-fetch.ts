const TRIES = 5;
const FIRST_WAIT_MS = 4000;
/** However long a register asks for: the command can be run again, and goes on where it stopped. */
const LONGEST_WAIT_MS = 60_000;

const pause = (ms: number) => new Promise<void>((later) => setTimeout(later, ms));

/**
 * The JSON of a register. What passes by itself (no answer, too many requests, a fault on their side) is asked again,
 * after as long as the register says in `Retry-After` (seconds), else ever longer; anything else is refused at once.
 * Throws with the address and what was answered. `wait` and `patienceMs`, how long one answer may take, are for tests.
 */
export async function patientFetch(
  url: string,
  wait: (ms: number) => Promise<void> = pause,
  patienceMs = LONGEST_WAIT_MS,
): Promise<unknown> {
  for (let tried = 1; ; tried += 1) {
    const answer = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    }).catch((error: unknown) => {
      if (tried < TRIES) return null;
      throw new Error(`${url} did not answer: ${(error as Error).message}`);
    });
    if (answer?.ok) return jsonOf(url, answer);
    await answer?.body?.cancel();
    if (answer !== null && answer.status !== 429 && answer.status < 500)
      throw new Error(`${url} answered ${answer.status}`);
    if (tried >= TRIES) throw new Error(`${url} answered ${answer?.status ?? 'nothing'}`);
    await wait(waitAfter(answer, tried));
  }
}

async function jsonOf(url: string, answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${url} answered something that is not JSON: ${text.slice(0, 80)}`);
  }
}

function waitAfter(answer: Response | null, tried: number): number {
  const asked = Number(answer?.headers.get('retry-after') ?? Number.NaN);
  const wait = asked > 0 ? asked * 1000 : FIRST_WAIT_MS * 2 ** (tried - 1);
  return Math.min(wait, LONGEST_WAIT_MS);
}
