import {
  countedCriteria,
  type Criterion,
  type House,
  mayOpen,
  mayOpenClass,
  type Scale,
  type ScoringPreset,
  type SetAside,
  setAsideFor,
  type Sheet,
  type Standing,
} from '@award/award';
import type { EditionRow } from '@award/editions/api';
import type { PanelSeat } from '@award/jury/api';

/** One score that was given. `criterion` is a code of the edition's, or `overall`. */
export interface ScoreRow {
  seatId: string;
  nominationId: string;
  criterion: string;
  value: number;
}

/** One sheet as the ranking takes it, with its member's house and the written parts left out. */
export interface ClassSheet extends Sheet {
  readonly setAside: SetAside | null;
  readonly stale: boolean;
}

/** Everything that a ranking of one class is made of. `judge` is a seat id, `entry` a nomination id. */
export interface ScoringInput {
  editionId: string;
  classCode: string;
  preset: ScoringPreset;
  scale: Scale;
  /** All criteria of the edition, in their order. */
  criteria: readonly Criterion[];
  /** What the official ranking counts under the preset. */
  counted: readonly Criterion[];
  /** Finalists of the class. */
  places: number;
  quorum: number;
  ruleHash: string | null;
  /** Entries with the jury, not withdrawn, by id. */
  entries: readonly string[];
  /** Seats whose members score, and those with a sheet. */
  seats: readonly { seatId: string; house: House; active: boolean }[];
  sheets: readonly ClassSheet[];
  rows: readonly ScoreRow[];
  /** Sheets that were to be expected and do not count: not written, not locked, or not complete. */
  missing: readonly { seatId: string; nominationId: string }[];
}

/** A sheet as it is stored. */
export interface StoredSheet {
  seatId: string;
  nominationId: string;
  state: 'open' | 'locked';
  overall: number | null;
  stale: boolean;
  /** The member is asked for more about the entry in the second round. */
  asked: boolean;
  /** The overall score of the first round, once there is a second. */
  firstOverall: number | null;
  /** Something is written in the line, and in the assessment. */
  lined: boolean;
  assessed: boolean;
  scores: Record<string, number>;
}

/** Whether the member of a seat is to read an entry, by what has been handed out. */
export type Assigned = (seatId: string, entry: string) => boolean;

/** Everybody reads everything. */
export const EVERYTHING: Assigned = () => true;

/** What of an edition the ranking of its classes depends on. */
export const JUDGING_RULES = [
  'id',
  'classes',
  'criteria',
  'preset',
  'scaleMin',
  'scaleMax',
  'impartialityScope',
  'quorum',
  'ruleHash',
] as const satisfies readonly (keyof EditionRow)[];
export type JudgingRules = Pick<EditionRow, (typeof JUDGING_RULES)[number]>;

/**
 * What counts and what is set aside, told from what is stored now: a recusal, a withdrawal or a deputy
 * who has stepped in changes the answer without changing a sheet.
 */
export function classInput(
  edition: JudgingRules,
  classCode: string,
  entries: readonly string[],
  seats: readonly PanelSeat[],
  standings: ReadonlyMap<string, Standing>,
  stored: readonly StoredSheet[],
  assigned: Assigned = EVERYTHING,
): ScoringInput {
  const sizeClass = edition.classes.find(({ code }) => code === classCode);
  const standingOf = (seatId: string): Standing =>
    standings.get(seatId) ?? { scope: edition.impartialityScope, entries: {} };
  const living = stored.filter(({ nominationId }) => entries.includes(nominationId));
  const sheets = living.map((sheet) => asSheet(sheet, seats, living, standingOf));
  const criteria = edition.criteria.map(({ code, weight }) => ({ code, weight }));
  return {
    editionId: edition.id,
    classCode,
    preset: edition.preset,
    scale: { min: edition.scaleMin, max: edition.scaleMax },
    criteria,
    counted: countedCriteria(edition.preset, criteria),
    places: sizeClass?.finalists ?? 0,
    quorum: edition.quorum,
    ruleHash: edition.ruleHash,
    entries,
    seats: seats
      .filter((seat) => seat.standing === 'active' || living.some((one) => one.seatId === seat.id))
      .map((seat) => ({
        seatId: seat.id,
        house: seat.house,
        active: seat.standing === 'active',
      })),
    sheets,
    rows: living.map(asItCounts).flatMap(({ seatId, nominationId, overall, scores }) => [
      ...(overall === null ? [] : [{ seatId, nominationId, criterion: 'overall', value: overall }]),
      ...Object.entries(scores).map(([criterion, value]) => ({
        seatId,
        nominationId,
        criterion,
        value,
      })),
    ]),
    missing: missingSheets(entries, seats, standingOf, sheets, assigned),
  };
}

/** Whether the sheet would count: locked, and nothing sets it aside. A locked sheet is complete. */
export function counts(sheet: ClassSheet): boolean {
  return sheet.locked && sheet.setAside === null;
}

/** Whether a sheet is to be expected of the member on the entry: everyone but who is recused from it. */
export function expected(standing: Standing, entry: string): boolean {
  const [class_, own] = [mayOpenClass(standing), mayOpen(standing, entry)];
  return ![class_, own].some((verdict) => !verdict.allowed && verdict.reason === 'recused');
}

function asSheet(
  sheet: StoredSheet,
  seats: readonly PanelSeat[],
  all: readonly StoredSheet[],
  standingOf: (seatId: string) => Standing,
): ClassSheet {
  const { seatId, nominationId: entry } = sheet;
  const counted = asItCounts(sheet);
  const seat = seats.find((one) => one.id === seatId);
  const deputy = seats.find((one) => one.standing === 'active' && one.standsInForId === seatId);
  const replaced =
    deputy !== undefined &&
    mayOpen(standingOf(deputy.id), entry).allowed &&
    all.some(
      (other) =>
        other.seatId === deputy.id &&
        other.nominationId === entry &&
        asItCounts(other).state === 'locked',
    );
  return {
    judge: seatId,
    entry,
    scores: { ...counted.scores, overall: counted.overall },
    locked: counted.state === 'locked',
    stale: sheet.stale,
    setAside: setAsideFor({
      standing: standingOf(seatId),
      entry,
      withdrawn: false,
      left: seat === undefined || seat.standing === 'left' || seat.standing === 'declined',
      replaced,
    }),
  };
}

/** A sheet that is open in the second round counts as it was locked in the first, with its overall score. */
function asItCounts(sheet: StoredSheet): StoredSheet {
  if (sheet.state === 'locked' || sheet.firstOverall === null) return sheet;
  return { ...sheet, state: 'locked', overall: sheet.firstOverall, scores: {} };
}

function missingSheets(
  entries: readonly string[],
  seats: readonly PanelSeat[],
  standingOf: (seatId: string) => Standing,
  sheets: readonly ClassSheet[],
  assigned: Assigned,
): ScoringInput['missing'] {
  const given = new Set(sheets.filter(counts).map((sheet) => `${sheet.judge} ${sheet.entry}`));
  return seats
    .filter((seat) => seat.standing === 'active')
    .flatMap((seat) =>
      entries
        .filter((entry) => expected(standingOf(seat.id), entry) && assigned(seat.id, entry))
        .filter((entry) => !given.has(`${seat.id} ${entry}`))
        .filter((entry) => !given.has(`${seat.standsInForId ?? ''} ${entry}`))
        .map((nominationId) => ({ seatId: seat.id, nominationId })),
    );
}
