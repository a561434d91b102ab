import {
  askedCriteria,
  askedSections,
  type Criterion,
  isWritten,
  missingCriteria,
  type ScoringPreset,
  wholeContent,
  wholeForm,
} from '@award/award';
import type {
  MyEntriesView,
  MyEntryView,
  OpenEntryView,
  SheetProgress,
  SheetView,
  StoredSheetView,
} from '@award/scoring/contract';
import type { ListedEntry, ListRow, OpenRow, SituationRow } from './own-sheet.rows';

export function myEntriesView(row: ListRow): MyEntriesView {
  return {
    classCode: row.classCode,
    className: row.className,
    stage: row.stage,
    preset: row.preset,
    scale: { min: row.scaleMin, max: row.scaleMax },
    secondRound: row.secondRound,
    scoringClosesAt: row.scoringClosesAt?.toISOString() ?? null,
    now: row.now.toISOString(),
    entries: row.entries.map((entry) => myEntryView(entry, row.preset, row.criteria)),
  };
}

function myEntryView(
  entry: ListedEntry,
  preset: ScoringPreset,
  criteria: readonly Criterion[],
): MyEntryView {
  return {
    nominationId: entry.nominationId,
    municipalityName: entry.municipalityName,
    countyName: entry.countyName,
    title: entry.title ?? '',
    basis: entry.basis,
    size: entry.size,
    progress: progressOf(entry, preset, criteria),
    stale: entry.stale ?? false,
    asked: entry.asked,
    overall: entry.overall,
    scores: entry.scores,
  };
}

/** How far a sheet has come, by what the preset asks for. */
export function progressOf(
  sheet: {
    state: 'open' | 'locked' | null;
    overall: number | null;
    line: string | null;
    assessed: boolean | null;
    asked: boolean;
    scores: Record<string, number>;
  },
  preset: ScoringPreset,
  criteria: readonly Criterion[],
): SheetProgress {
  if (sheet.state === null) return 'untouched';
  if (sheet.state === 'locked') return 'locked';
  const scores = { ...sheet.scores, overall: sheet.overall };
  const texts = { line: sheet.line ?? '', assessment: sheet.assessed === true ? '.' : '' };
  const written = isWritten(preset, texts, sheet.asked);
  const missing = missingCriteria(scores, askedCriteria(preset, criteria, sheet.asked));
  return written && missing.length === 0 ? 'complete' : 'started';
}

export function openEntryView(row: OpenRow): OpenEntryView {
  return {
    nominationId: row.nominationId,
    classCode: row.classCode,
    className: row.className,
    stage: row.stage,
    preset: row.preset,
    secondRound: row.secondRound,
    asked: row.asked,
    scale: { min: row.scaleMin, max: row.scaleMax },
    municipalityName: row.municipalityName,
    municipalityNumber: row.municipalityNumber,
    countyName: row.countyName,
    population: row.population,
    populationDate: row.populationDate,
    classReason: row.classReason,
    writtenForm: row.writtenForm,
    versionId: row.versionId,
    content: wholeContent(row.content),
    questions: askedSections(wholeForm(row.form)),
    neighbourNames: row.neighbourNames,
    readyFiles: row.readyFiles,
    sheet: sheetView(row, row.versionId),
    note: { lockVersion: row.noteLockVersion ?? 0, text: row.noteText ?? '' },
    previousId: row.previous,
    nextId: row.next,
    position: row.place ?? 0,
    of: row.total ?? 0,
  };
}

function sheetView(row: OpenRow, currentVersionId: string): SheetView {
  return {
    lockVersion: row.lockVersion ?? 0,
    versionId: row.sheetVersionId,
    overall: row.overall,
    line: row.line ?? '',
    assessment: row.assessment ?? '',
    scores: row.scores,
    locked: row.state === 'locked',
    savedAt: row.savedAt?.toISOString() ?? null,
    lockedAt: row.lockedAt?.toISOString() ?? null,
    stale: row.sheetVersionId !== null && row.sheetVersionId !== currentVersionId,
  };
}

/** What is on the server when a save comes too late: shown beside the member's own words. */
export function storedSheet(row: SituationRow): StoredSheetView {
  return {
    lockVersion: row.lockVersion ?? 0,
    overall: row.overall,
    line: row.line ?? '',
    assessment: row.assessment ?? '',
    scores: row.scores,
    locked: row.state === 'locked',
    savedAt: row.savedAt?.toISOString() ?? null,
  };
}
