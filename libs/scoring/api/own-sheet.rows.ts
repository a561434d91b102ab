import {
  type Basis,
  type ClassStage,
  type Criterion,
  type EntryStanding,
  needs,
  type NominationContent,
  type NominationForm,
  type Refusal,
  type ScoringPreset,
  type SheetSituation,
  type Verdict,
  allOf,
  no,
  yes,
} from '@award/award';
import type { Words } from '@award/editions/contract';

type Closed = 'recused' | 'undeclared' | 'ruling-awaited' | null;

export interface ListRow {
  classCode: string;
  className: Words;
  stage: ClassStage;
  preset: ScoringPreset;
  scaleMin: number;
  scaleMax: number;
  secondRound: boolean;
  scoringClosesAt: Date | null;
  now: Date;
  closed: Closed;
  criteria: Criterion[];
  entries: ListedEntry[];
}

export interface ListedEntry {
  nominationId: string;
  municipalityName: string;
  countyName: string;
  title: string | null;
  basis: Basis | null;
  size: number;
  overall: number | null;
  state: 'open' | 'locked' | null;
  line: string | null;
  assessed: boolean | null;
  stale: boolean | null;
  asked: boolean;
  scores: Record<string, number>;
}

/** Columns of an entry are null when it is not for this member. */
export interface OpenRow {
  classCode: string;
  className: Words;
  stage: ClassStage;
  preset: ScoringPreset;
  scaleMin: number;
  scaleMax: number;
  secondRound: boolean;
  asked: boolean;
  closed: Closed;
  standing: EntryStanding | null;
  place: number | null;
  total: number | null;
  previous: string | null;
  next: string | null;
  nominationId: string;
  municipalityName: string;
  municipalityNumber: string;
  countyName: string;
  population: number;
  populationDate: string;
  classReason: string | null;
  writtenForm: 'nb' | 'nn';
  versionId: string;
  content: Partial<NominationContent>;
  form: Partial<NominationForm>;
  neighbourNames: string[];
  readyFiles: string[];
  lockVersion: number | null;
  sheetVersionId: string | null;
  overall: number | null;
  line: string | null;
  assessment: string | null;
  state: 'open' | 'locked' | null;
  savedAt: Date | null;
  lockedAt: Date | null;
  scores: Record<string, number>;
  noteText: string | null;
  noteLockVersion: number | null;
}

export interface SituationRow {
  seatId: string;
  preset: ScoringPreset;
  scaleMin: number;
  scaleMax: number;
  stage: ClassStage;
  secondRound: boolean;
  asked: boolean;
  closed: Closed;
  standing: EntryStanding | null;
  assigned: boolean;
  knownVersion: boolean;
  criteria: Criterion[] | null;
  sheetId: string | null;
  state: 'open' | 'locked' | null;
  lockVersion: number | null;
  versionId: string | null;
  overall: number | null;
  line: string | null;
  assessment: string | null;
  savedAt: Date | null;
  scores: Record<string, number>;
}

/** What `mayOpen` answers, from the columns in which SQL has already answered it. */
export function opens(row: { closed: Closed; standing: EntryStanding | null }): Verdict {
  const closed: Refusal | null = row.closed;
  return allOf(
    row.standing === null ? no('not-found') : yes,
    needs(row.standing !== 'recused', 'recused'),
    closed === null ? yes : no(closed),
    needs(row.standing !== 'ground-awaiting-ruling', 'ruling-awaited'),
  );
}

export function situation(row: SituationRow): SheetSituation {
  return {
    stage: row.stage,
    open: opens(row),
    assigned: row.assigned,
    locked: row.state === 'locked',
    secondRound: row.secondRound,
    askedForMore: row.asked,
  };
}
