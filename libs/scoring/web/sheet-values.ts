import {
  type Basis,
  askedCriteria,
  missingCriteria,
  OVERALL,
  characters,
  SHEET_LIMITS,
} from '@award/award';
import type { CriterionView } from '@award/editions/contract';
import type {
  CriteriaView,
  OpenEntryView,
  SaveSheet,
  StoredSheetView,
} from '@award/scoring/contract';
import { inLocale, type Problem } from '@award/ui/web';
import type { Stored } from './autosave';

/** What a member writes on a sheet. `scores` holds the criteria that have been scored. */
export interface SheetValues {
  readonly overall: number | null;
  readonly line: string;
  readonly assessment: string;
  readonly scores: Readonly<Record<string, number>>;
}

export function valuesOf(sheet: SheetValues): SheetValues {
  const { overall, line, assessment, scores } = sheet;
  return { overall, line, assessment, scores: sorted(scores) };
}

/** The scores with one set, or taken back with null; in a fixed order, so that equal sheets look equal. */
export function withScore(
  scores: SheetValues['scores'],
  criterion: string,
  value: number | null,
): SheetValues['scores'] {
  const others = Object.entries(scores).filter(([code]) => code !== criterion);
  return sorted(Object.fromEntries(value === null ? others : [...others, [criterion, value]]));
}

export function saveBody(values: SheetValues, lockVersion: number, versionId: string): SaveSheet {
  const { overall, line, assessment } = values;
  const scores = Object.entries(values.scores).map(([criterion, value]) => ({ criterion, value }));
  return { lockVersion, versionId, overall, line, assessment, scores };
}

/** What the server holds, out of the details of a `stale-save`. */
export function storedIn(details: Readonly<Record<string, unknown>>): Stored<SheetValues> | null {
  const stored = details['stored'] as StoredSheetView | undefined;
  if (!stored) return null;
  return {
    value: valuesOf(stored),
    lockVersion: stored.lockVersion,
    savedAt: stored.savedAt,
  };
}

/** What is still to do before the sheet can be submitted, with a link to each. */
export function whatIsMissing(
  values: SheetValues,
  { preset, criteria }: CriteriaView,
  locale: string,
  more = false,
): Problem[] {
  const scores = { ...values.scores, [OVERALL]: values.overall };
  const open = missingCriteria(scores, askedCriteria(preset, criteria, more)).map((code) => ({
    id: scoreId(code, null),
    text:
      code === OVERALL
        ? $localize`:@@scoring.missing.overall:Gi en samlet vurdering`
        : $localize`:@@scoring.missing.criterion:Gi poeng for ${nameOf(code, criteria, locale)}:criterion:`,
  }));
  return [...open, ...missingWords(values, preset, more), ...tooLong(values)];
}

/** The id of the first choice of a criterion's scale, or of the one that is chosen. */
export function scoreId(criterion: string, value: number | null): string {
  return `score-${criterion}-${value ?? 'first'}`;
}

/** Level texts of a criterion for what the entry builds on, by the score, lowest first. */
export function levelsOf(
  criterion: CriterionView,
  basis: Basis | null,
  locale: string,
): { score: number; words: string }[] {
  const levels = (basis ? criterion.levels[basis] : undefined) ?? [];
  return [...levels]
    .sort((one, other) => one.score - other.score)
    .map(({ score, words }) => ({ score, words: inLocale(words, locale) }));
}

/** How to read the criterion for this entry: by what it builds on, then by its size class. */
export function guidanceOf(
  criterion: CriterionView,
  entry: Pick<OpenEntryView, 'content' | 'classCode'>,
  locale: string,
): string[] {
  const { perBasis, perClass } = criterion.guidance;
  const basis = entry.content.basis;
  return [
    inLocale(basis ? perBasis?.[basis] : undefined, locale),
    inLocale(perClass?.[entry.classCode], locale),
  ].filter((text) => text !== '');
}

function missingWords(
  values: SheetValues,
  preset: CriteriaView['preset'],
  more: boolean,
): Problem[] {
  const line = preset === 'simple' && values.line.trim() === '';
  const assessment = (preset === 'full' || more) && values.assessment.trim() === '';
  return [
    ...(line
      ? [{ id: 'sheet-line', text: $localize`:@@scoring.missing.line:Skriv en setning om hvorfor` }]
      : []),
    ...(assessment
      ? [
          {
            id: 'sheet-assessment',
            text: $localize`:@@scoring.missing.assessment:Skriv en vurdering`,
          },
        ]
      : []),
  ];
}

function tooLong(values: SheetValues): Problem[] {
  return [
    ...(characters(values.line) > SHEET_LIMITS.line
      ? [{ id: 'sheet-line', text: $localize`:@@scoring.too-long.line:Kort ned setningen` }]
      : []),
    ...(characters(values.assessment) > SHEET_LIMITS.assessment
      ? [
          {
            id: 'sheet-assessment',
            text: $localize`:@@scoring.too-long.assessment:Kort ned vurderingen`,
          },
        ]
      : []),
  ];
}

function nameOf(code: string, criteria: readonly CriterionView[], locale: string): string {
  return inLocale(criteria.find((one) => one.code === code)?.name, locale);
}

function sorted(scores: SheetValues['scores']): SheetValues['scores'] {
  return Object.fromEntries(
    Object.entries(scores).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
