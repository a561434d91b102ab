/**
 * A release makes what is sealed visible, once. Two different people arm it; then it goes at its
 * time, or by one press on stage. Stopping holds it until it is armed anew by two.
 */
import { receivedInTime } from './deadline';
import { allOf, needs, type Verdict } from './verdict';

/** How many different people arm a release. */
export const KEYS_NEEDED = 2;

/**
 * Whether a key may still be turned for this time: with a time that has passed, the last key would
 * publish at once, which nobody means by turning it. `releaseAt` is null for a press only.
 */
export function timeStands(releaseAt: Date | null, at: Date): Verdict {
  return needs(releaseAt === null || at.getTime() < releaseAt.getTime(), 'release-time-passed');
}

/**
 * Whether the person may turn a key. `sealedBy` is who sealed what is to be released, null when it
 * is not sealed; `armedBy` are those who have turned theirs. Who sealed may hold one of the keys.
 */
export function mayArm(
  person: string,
  sealedBy: string | null,
  armedBy: readonly string[],
  released = false,
): Verdict {
  return allOf(
    needs(!released, 'already-released'),
    needs(sealedBy !== null, 'not-sealed'),
    needs(!armedBy.includes(person), 'same-person-twice'),
    needs(new Set(armedBy).size < KEYS_NEEDED, 'already-armed'),
  );
}

/**
 * Whether a person to whom the classes `closed` are closed may bring out what tells of the classes
 * `covers`: seal it, set its time, turn a key for it or press. A brake never asks this: whoever may stop
 * a release, take its time off or take the seal back may do so whatever is closed to them.
 */
export function mayBringOut(covers: readonly string[], closed: readonly string[]): Verdict {
  return needs(!covers.some((code) => closed.includes(code)), 'recused');
}

/** A right to turn keys or to give rights, and who gave it; null for the operator's command. */
export interface KeyGrant {
  readonly person: string;
  readonly by: string | null;
  /** Living, and it turns a key of the release in question. */
  readonly arms: boolean;
  /** It gives, or once gave, such rights to others. */
  readonly gives: boolean;
}

/**
 * Whether no one person stands behind two of the keys: whoever gives a key to somebody, or gives two
 * away, may be all of them under other addresses. A person whom the operator has given the right, or
 * two people who do not stand behind each other, stands for themselves.
 */
export function keysApart(people: readonly string[], grants: readonly KeyGrant[]): Verdict {
  const behind = people.map((person) => standsBehind(person, 'arms', grants, []));
  const shared = behind.some((one, at) =>
    behind.slice(at + 1).some((other) => [...one].some((person) => other.has(person))),
  );
  return needs(!shared, 'keys-from-one-hand');
}

/** Everybody who could alone have made this person's right: themselves, and who is behind all the grants of it. */
function standsBehind(
  person: string,
  right: 'arms' | 'gives',
  grants: readonly KeyGrant[],
  path: readonly string[],
): ReadonlySet<string> {
  const further = [...path, person];
  const givers = grants
    .filter((grant) => grant.person === person && grant[right])
    .filter(({ by }) => by === null || !further.includes(by))
    .map(({ by }) =>
      by === null ? new Set<string>() : standsBehind(by, 'gives', grants, further),
    );
  const [first, ...others] = givers;
  const behindAll = others.reduce<ReadonlySet<string>>(
    (all, one) => new Set([...all].filter((by) => one.has(by))),
    first ?? new Set(),
  );
  return new Set([person, ...behindAll]);
}

/** A release as it stands. `releaseAt` is null for one that goes by a press on stage only. */
export interface ReleaseSituation {
  /** The database's clock. */
  readonly at: Date;
  /** Everything that the release tells is sealed and signed off. */
  readonly sealed: boolean;
  readonly armedBy: readonly string[];
  readonly releaseAt: Date | null;
  readonly released: boolean;
  readonly stopped: boolean;
}

/** Whether the release may happen now: by the clock when its time has come, or by a press. */
export function mayRelease(
  { at, sealed, armedBy, releaseAt, released, stopped }: ReleaseSituation,
  by: 'clock' | 'press',
): Verdict {
  return allOf(
    needs(!released, 'already-released'),
    needs(sealed, 'not-sealed'),
    needs(!stopped, 'release-stopped'),
    needs(new Set(armedBy).size >= KEYS_NEEDED, 'not-armed'),
    needs(
      by === 'press' || (releaseAt !== null && receivedInTime(releaseAt, at)),
      'before-release-time',
    ),
  );
}
