/**
 * What has been told is never edited: it is corrected by a new release that takes the place of the
 * one before, with a public line that says so. A correction of the announcement names who it should
 * have been; one of a text publishes words that both houses have signed anew; a prize that is
 * withdrawn stays visible as withdrawn. All three need a reason, a public note and two keys.
 */
import type { EditionPhase } from './edition-phases';
import { MOST_FINALISTS, MOST_WINNERS } from './decision-rules';
import { phaseAllows } from './phase-rights';
import { allOf, needs, type Verdict } from './verdict';

export const CORRECTION_KINDS = ['announcement', 'text', 'prize-withdrawn'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** Limits of what is written about a correction, in characters. */
export const CORRECTION_LIMITS = { note: 500, reason: 2000, request: 4000, reply: 2000 } as const;

/** An entry of the class as it has been told. */
export interface ToldEntry {
  readonly entry: string;
  readonly finalist: boolean;
  readonly winner: boolean;
  readonly withdrawn: boolean;
}

/** What stands when somebody wants to correct. `class` is the class that it is about. */
export interface CorrectionSituation {
  readonly phase: EditionPhase;
  /** The scope has been released by this system; a result carried over as published has not. */
  readonly released: boolean;
  /** Another correction of the same scope is under way. */
  readonly another: boolean;
  /** The class's entries: finalists as told, and for a correction of finalists every assessed entry. */
  readonly entries: readonly ToldEntry[];
}

export interface WantedCorrection {
  readonly kind: CorrectionKind;
  /** `all` for the finalists of every class, otherwise the class whose winner it is. */
  readonly scope: string;
  readonly class: string;
  /** The entry that a text or a withdrawn prize belongs to. */
  readonly entry: string | null;
  /** Who it should have been, in order; null unless the announcement is corrected. */
  readonly named: readonly string[] | null;
  readonly note: string;
  readonly reason: string;
}

/** Whether the correction may be opened like this. */
export function mayOpenCorrection(
  wanted: WantedCorrection,
  situation: CorrectionSituation,
): Verdict {
  return allOf(
    phaseAllows(situation.phase, 'correctRelease'),
    needs(situation.released, 'not-released'),
    needs(!situation.another, 'correction-open'),
    rightScope(wanted),
    needs(wanted.note.trim() !== '' && wanted.reason.trim() !== '', 'reason-required'),
    ...(wanted.named === null ? [] : named(wanted, wanted.named, situation.entries)),
    ...(wanted.kind === 'announcement' ? [] : [rightEntry(wanted, situation.entries)]),
  );
}

function rightScope({ kind, scope, class: code, entry, named }: WantedCorrection): Verdict {
  const scopes = { announcement: ['all', code], text: ['all'], 'prize-withdrawn': [code] }[kind];
  return allOf(
    needs(scopes.includes(scope), 'unknown-class'),
    needs((named !== null) === (kind === 'announcement'), 'bad-input'),
    needs((entry !== null) === (kind !== 'announcement'), 'bad-input'),
  );
}

/** A winner is one of the finalists; whoever has won stays one; nobody who has withdrawn is named anew. */
function named(
  { scope }: WantedCorrection,
  names: readonly string[],
  entries: readonly ToldEntry[],
): Verdict[] {
  const ofFinalists = scope === 'all';
  const known = new Map(entries.map((one) => [one.entry, one]));
  const told = (one: ToldEntry | undefined) => (ofFinalists ? one?.finalist : one?.winner) ?? false;
  return [
    needs(new Set(names).size === names.length, 'named-twice'),
    needs(
      names.every((name) => known.has(name)),
      'not-in-class',
    ),
    needs(
      ofFinalists || names.every((name) => known.get(name)?.finalist === true),
      'not-a-finalist',
    ),
    needs(
      names.every((name) => told(known.get(name)) || known.get(name)?.withdrawn !== true),
      'entry-withdrawn',
    ),
    needs(
      !ofFinalists || entries.every(({ entry, winner }) => !winner || names.includes(entry)),
      'not-a-finalist',
    ),
    ofFinalists
      ? needs(names.length <= MOST_FINALISTS, 'wrong-number-of-finalists')
      : needs(names.length <= MOST_WINNERS, 'wrong-number-of-winners'),
  ];
}

function rightEntry({ kind, entry }: WantedCorrection, entries: readonly ToldEntry[]): Verdict {
  const one = entries.find((told) => told.entry === entry);
  return kind === 'text'
    ? needs(one?.finalist === true, 'not-a-finalist')
    : needs(one?.winner === true, 'not-a-winner');
}

/**
 * Whether a municipality may ask for a correction of what has been told of it: its own entry is a
 * finalist that has been released, it has not withdrawn, and no request of its own is waiting.
 */
export function mayAskCorrection(asking: {
  readonly phase: EditionPhase;
  readonly told: boolean;
  readonly withdrawn: boolean;
  readonly waiting: boolean;
  readonly text: string;
}): Verdict {
  return allOf(
    phaseAllows(asking.phase, 'correctRelease'),
    needs(asking.told, 'not-released'),
    needs(!asking.withdrawn, 'entry-withdrawn'),
    needs(!asking.waiting, 'already-asked'),
    needs(asking.text.trim() !== '', 'reason-required'),
  );
}
