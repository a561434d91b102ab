/**
 * A score sheet is one member's view of one entry. A criterion left open is missing, never zero.
 * Nobody sees another's sheet before the class's scoring is closed, and a missing sheet never
 * blocks the meeting: the leader closes with open eyes, and the minutes list what is missing.
 */
import type { ClassStage } from './edition-phases';
import { stageAllows, STAGE_RIGHTS } from './phase-rights';
import { allOf, needs, no, type Verdict } from './verdict';

/** `simple`: one overall score and a line for every entry. `full`: all criteria and an assessment. */
export const SCORING_PRESETS = ['simple', 'full'] as const;
export type ScoringPreset = (typeof SCORING_PRESETS)[number];

/** The criterion that the simple preset scores. */
export const OVERALL = 'overall';

/** A criterion with its weight: a whole number from 0 to 1000, where 0 is shown but not counted. */
export interface Criterion {
  readonly code: string;
  readonly weight: number;
}

/** Whole-number scores from `min` to `max`, both included. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** The scale of this award unless the edition says otherwise. */
export const DEFAULT_SCALE: Scale = { min: 1, max: 6 };

/** The five criteria of this award, of equal weight. Data of the edition. */
export const DEFAULT_CRITERIA: readonly Criterion[] = [
  { code: 'works-together', weight: 1 },
  { code: 'active-towards-business', weight: 1 },
  { code: 'able-to-change', weight: 1 },
  { code: 'documented-results', weight: 1 },
  { code: 'others-can-learn', weight: 1 },
];

/** Limits of what a member writes on a sheet, in characters. */
export const SHEET_LIMITS = { line: 300, assessment: 4000, note: 8000 } as const;

/** What the server stores at most, in characters: a text that is too long to submit is still kept. */
export const SHEET_STORED_LIMITS = { line: 1200, assessment: 16_000, note: 8000 } as const;

/** What the official ranking counts: the overall score alone, or the edition's criteria. */
export function countedCriteria(
  preset: ScoringPreset,
  criteria: readonly Criterion[],
): readonly Criterion[] {
  return preset === 'simple' ? [{ code: OVERALL, weight: 1 }] : criteria;
}

/** Scores by criterion code; a criterion that is absent or null has not been scored. */
export type Scores = Readonly<Record<string, number | null>>;

/** The criteria of a view that have no score yet, in the view's order. */
export function missingCriteria(scores: Scores, criteria: readonly Criterion[]): readonly string[] {
  return criteria.map((one) => one.code).filter((code) => (scores[code] ?? null) === null);
}

/** Whether every score that is given is a whole number on the scale, for a criterion that is known. */
export function mayStoreScores(scores: Scores, known: readonly Criterion[], scale: Scale): Verdict {
  const codes = new Set([OVERALL, ...known.map((one) => one.code)]);
  const entries = Object.entries(scores);
  return allOf(
    needs(
      entries.every(([code]) => codes.has(code)),
      'bad-input',
    ),
    needs(
      entries.every(([, score]) => score === null || onScale(score, scale)),
      'out-of-scale',
    ),
  );
}

/** What is known when a member wants to do something with a sheet. */
export interface SheetSituation {
  readonly stage: ClassStage;
  /** `mayOpen` of impartiality-rules.ts for this member and entry. */
  readonly open: Verdict;
  readonly assigned: boolean;
  readonly locked: boolean;
  /** The class is in its second round, and whether the member is asked for more about the entry in it. */
  readonly secondRound?: boolean;
  readonly askedForMore?: boolean;
}

/** Whether the member may write in the sheet. */
export function mayWriteSheet(sheet: SheetSituation): Verdict {
  return allOf(reaches(sheet), needs(!sheet.locked, 'sheet-locked'));
}

/**
 * What a sheet has to hold: what the preset asks for, and in the second round the overall score with all
 * criteria.
 */
export function askedCriteria(
  preset: ScoringPreset,
  criteria: readonly Criterion[],
  askedForMore: boolean,
): readonly Criterion[] {
  const counted = countedCriteria(preset, criteria);
  return askedForMore && preset === 'simple' ? [...counted, ...criteria] : counted;
}

/** Whether enough is written: the one line (simple), the assessment (full), or both in the second round. */
export function isWritten(
  preset: ScoringPreset,
  written: { readonly line: string; readonly assessment: string },
  askedForMore: boolean,
): boolean {
  const [line, assessment] = [written.line.trim() !== '', written.assessment.trim() !== ''];
  if (preset === 'full') return assessment;
  return line && (assessment || !askedForMore);
}

/** Whether the member may submit and lock: all that is asked for scored, and something written. */
export function mayLockSheet(
  sheet: SheetSituation & {
    readonly preset: ScoringPreset;
    readonly criteria: readonly Criterion[];
    readonly scores: Scores;
    readonly written: { readonly line: string; readonly assessment: string };
  },
): Verdict {
  const more = sheet.askedForMore ?? false;
  const asked = askedCriteria(sheet.preset, sheet.criteria, more);
  return allOf(
    mayWriteSheet(sheet),
    needs(missingCriteria(sheet.scores, asked).length === 0, 'sheet-incomplete'),
    needs(isWritten(sheet.preset, sheet.written, more), 'sheet-incomplete'),
  );
}

/** Whether the member may reopen an own locked sheet: until the class's scoring is closed. */
export function mayReopenSheet(sheet: SheetSituation): Verdict {
  return allOf(reaches(sheet), needs(sheet.locked, 'sheet-not-locked'));
}

/** Whether sheets of others may be read: after closing, by who may see the class as a whole. */
export function mayReadAllSheets(stage: ClassStage, aggregate: Verdict): Verdict {
  return allOf(needs(STAGE_RIGHTS[stage].readAllSheets, 'scoring-open'), aggregate);
}

/** A reason shorter than this says nothing; longer than this is no reason but a text. In characters. */
export const BREAK_GLASS_REASON = { min: 20, max: 500 } as const;

/** Whether the sheets may be read before closing, in need: while they are hidden at all, and with a reason. */
export function mayBreakGlass(stage: ClassStage, reason: string): Verdict {
  return allOf(
    needs(stage === 'scoring', 'wrong-stage'),
    needs(reason.trim().length >= BREAK_GLASS_REASON.min, 'reason-required'),
  );
}

/** Whether scoring of a class may open. */
export function mayOpenScoring(opening: {
  readonly stage: ClassStage;
  /** Entries of the class still held, submitted, in the check or returned. */
  readonly unsettledEntries: number;
  readonly bothHouses: Verdict;
  readonly criteria: readonly Criterion[];
}): Verdict {
  return allOf(
    needs(opening.stage === 'waiting', 'wrong-stage'),
    needs(opening.unsettledEntries === 0, 'eligibility-open'),
    opening.bothHouses,
    needs(
      opening.criteria.some((one) => one.weight > 0),
      'zero-weights',
    ),
  );
}

/** Whether a class with at most as many entries as finalists may go to its meeting unscored. */
export function maySkipScoring(opening: {
  readonly stage: ClassStage;
  readonly unsettledEntries: number;
  readonly bothHouses: Verdict;
  readonly entries: number;
  readonly finalists: number;
}): Verdict {
  return allOf(
    needs(opening.stage === 'waiting', 'wrong-stage'),
    needs(opening.unsettledEntries === 0, 'eligibility-open'),
    opening.bothHouses,
    needs(opening.entries <= opening.finalists, 'missing-sheets'),
  );
}

/**
 * Whether the leader may close the scoring of a class. Grounds that nobody has ruled on must be
 * ruled first, for they decide which sheets count. Missing sheets must be acknowledged: they are
 * shown with the effect on each entry, and do not block.
 */
export function mayCloseScoring(closing: {
  readonly stage: ClassStage;
  readonly groundsAwaitingRuling: number;
  readonly missingSheets: number;
  readonly acknowledged: boolean;
}): Verdict {
  return allOf(
    needs(closing.stage === 'scoring', 'scoring-closed'),
    needs(closing.groundsAwaitingRuling === 0, 'unresolved-declarations'),
    needs(closing.missingSheets === 0 || closing.acknowledged, 'missing-sheets'),
  );
}

/** Whether a score is a whole number on the scale. */
export function onScale(score: number, scale: Scale): boolean {
  return Number.isInteger(score) && score >= scale.min && score <= scale.max;
}

function reaches(sheet: SheetSituation): Verdict {
  return allOf(
    sheet.open,
    needs(sheet.assigned, 'not-assigned'),
    stageAllows(sheet.stage, 'openSheets').allowed
      ? { allowed: true }
      : no(sheet.stage === 'waiting' ? 'wrong-stage' : 'scoring-closed'),
    needs(!sheet.secondRound || sheet.askedForMore === true, 'scoring-closed'),
  );
}
