import type { ClassStage } from './edition-phases';
import {
  countedCriteria,
  DEFAULT_CRITERIA,
  DEFAULT_SCALE,
  mayCloseScoring,
  mayLockSheet,
  mayOpenScoring,
  mayReadAllSheets,
  mayReopenSheet,
  maySkipScoring,
  mayStoreScores,
  mayWriteSheet,
  missingCriteria,
  onScale,
  OVERALL,
  type Scores,
  type SheetSituation,
} from './score-sheet-rules';
import { no, type Verdict, yes } from './verdict';

const ALL: Scores = Object.fromEntries(DEFAULT_CRITERIA.map(({ code }) => [code, 4]));

const sheet = (change: Partial<SheetSituation> = {}): SheetSituation => ({
  stage: 'scoring',
  open: yes,
  assigned: true,
  locked: false,
  ...change,
});

describe('a score', () => {
  it.each<[string, number, boolean]>([
    ['1 is on the scale', 1, true],
    ['6 is on the scale', 6, true],
    ['0 is not', 0, false],
    ['7 is not', 7, false],
    ['half points are not', 3.5, false],
    ['nothing at all is not', Number.NaN, false],
  ])('%s', (_, score, expected) => {
    expect(onScale(score, DEFAULT_SCALE)).toBe(expected);
  });

  it.each<[string, Scores, Verdict]>([
    ['given for every criterion is stored', ALL, yes],
    ['left open is stored as open', { ...ALL, 'able-to-change': null }, yes],
    ['given overall is stored', { [OVERALL]: 5 }, yes],
    ['given for nothing is stored: an empty sheet', {}, yes],
    ['off the scale is not', { ...ALL, 'able-to-change': 7 }, no('out-of-scale')],
    ['for an unknown criterion is not', { charm: 3 }, no('bad-input')],
  ])('%s', (_, scores, expected) => {
    expect(mayStoreScores(scores, DEFAULT_CRITERIA, DEFAULT_SCALE)).toEqual(expected);
  });
});

describe('what a sheet still lacks', () => {
  it.each<[string, Scores, readonly string[]]>([
    ['is nothing when all is scored', ALL, []],
    ['is what is open', { ...ALL, 'able-to-change': null }, ['able-to-change']],
    ['is everything on an empty sheet', {}, DEFAULT_CRITERIA.map(({ code }) => code)],
  ])('%s', (_, scores, expected) => {
    expect(missingCriteria(scores, DEFAULT_CRITERIA)).toEqual(expected);
  });

  it('is the overall score alone in the simple preset', () => {
    const counted = countedCriteria('simple', DEFAULT_CRITERIA);
    expect(missingCriteria({}, counted)).toEqual([OVERALL]);
    expect(countedCriteria('full', DEFAULT_CRITERIA)).toEqual(DEFAULT_CRITERIA);
  });
});

const BOTH = { line: 'Solid.', assessment: 'Godt arbeid.' };

describe('a sheet', () => {
  it.each<[string, SheetSituation, Verdict, Verdict]>([
    ['is written in while scoring is open', sheet(), yes, no('sheet-not-locked')],
    ['is reopened when it is locked', sheet({ locked: true }), no('sheet-locked'), yes],
    [
      'rests before scoring opens',
      sheet({ stage: 'waiting' }),
      no('wrong-stage'),
      no('wrong-stage'),
    ],
    [
      'rests when scoring is closed',
      sheet({ stage: 'deliberation', locked: true }),
      no('scoring-closed'),
      no('scoring-closed'),
    ],
    ['of a recused member is closed', sheet({ open: no('recused') }), no('recused'), no('recused')],
    [
      'of an undeclared member too',
      sheet({ open: no('undeclared') }),
      no('undeclared'),
      no('undeclared'),
    ],
    [
      'of somebody not assigned too',
      sheet({ assigned: false }),
      no('not-assigned'),
      no('not-assigned'),
    ],
  ])('%s', (_, given, write, reopen) => {
    expect(mayWriteSheet(given)).toEqual(write);
    expect(mayReopenSheet(given)).toEqual(reopen);
  });

  it.each<[string, 'simple' | 'full', Scores, string, Partial<SheetSituation>, Verdict]>([
    ['is locked when all is scored and written', 'full', ALL, 'Godt arbeid.', {}, yes],
    [
      'is not with one criterion open',
      'full',
      { ...ALL, 'able-to-change': null },
      'x',
      {},
      no('sheet-incomplete'),
    ],
    ['is not without a written assessment', 'full', ALL, ' ', {}, no('sheet-incomplete')],
    ['is locked with one score and a line', 'simple', { [OVERALL]: 4 }, 'Solid.', {}, yes],
    [
      'is not on criteria alone in the simple preset',
      'simple',
      ALL,
      'x',
      {},
      no('sheet-incomplete'),
    ],
    ['is not locked twice', 'full', ALL, 'x', { locked: true }, no('sheet-locked')],
    [
      'is not locked after closing',
      'full',
      ALL,
      'x',
      { stage: 'deliberation' },
      no('scoring-closed'),
    ],
  ])('%s', (_, preset, scores, written, change, expected) => {
    const texts = { line: written, assessment: written };
    const given = { ...sheet(change), preset, criteria: DEFAULT_CRITERIA, scores, written: texts };
    expect(mayLockSheet(given)).toEqual(expected);
  });

  it.each<[string, Scores, { line: string; assessment: string }, boolean, Verdict]>([
    ['all criteria and both texts', { ...ALL, overall: 4 }, BOTH, true, yes],
    ['not the overall score alone', { overall: 4 }, BOTH, true, no('sheet-incomplete')],
    ['not without the overall score', ALL, BOTH, true, no('sheet-incomplete')],
    [
      'not without an assessment',
      { ...ALL, overall: 4 },
      { line: 'Solid.', assessment: ' ' },
      true,
      no('sheet-incomplete'),
    ],
    [
      'nothing of what it did not ask for',
      { ...ALL, overall: 4 },
      BOTH,
      false,
      no('scoring-closed'),
    ],
  ])('in the second round takes %s', (_, scores, written, askedForMore, expected) => {
    const given = sheet({ secondRound: true, askedForMore });
    const asked = { ...given, preset: 'simple' as const, criteria: DEFAULT_CRITERIA };
    expect(mayLockSheet({ ...asked, scores, written })).toEqual(expected);
    expect(mayReopenSheet({ ...given, locked: true }).allowed).toBe(askedForMore);
  });

  it.each<[string, ClassStage, Verdict, Verdict]>([
    ['of others is not read while scoring is open', 'scoring', yes, no('scoring-open')],
    ['of others is not read before', 'waiting', yes, no('scoring-open')],
    ['of others is read after closing', 'deliberation', yes, yes],
    ['of others is never read by a recused member', 'winner-sealed', no('recused'), no('recused')],
  ])('%s', (_, stage, aggregate, expected) => {
    expect(mayReadAllSheets(stage, aggregate)).toEqual(expected);
  });
});

describe('the scoring of a class', () => {
  const opening = {
    stage: 'waiting' as ClassStage,
    unsettledEntries: 0,
    bothHouses: yes,
    criteria: DEFAULT_CRITERIA,
  };

  it.each<[string, Partial<typeof opening>, Verdict]>([
    ['opens when all is settled', {}, yes],
    ['opens only once', { stage: 'scoring' }, no('wrong-stage')],
    ['waits for the last check', { unsettledEntries: 1 }, no('eligibility-open')],
    ['waits for both houses', { bothHouses: no('house-empty') }, no('house-empty')],
    [
      'is content with one criterion that counts',
      {
        criteria: [
          { code: 'a', weight: 0 },
          { code: 'b', weight: 1 },
        ],
      },
      yes,
    ],
    [
      'waits for a criterion that counts',
      { criteria: [{ code: 'a', weight: 0 }] },
      no('zero-weights'),
    ],
  ])('%s', (_, change, expected) => {
    expect(mayOpenScoring({ ...opening, ...change })).toEqual(expected);
  });

  it.each<[string, number, Partial<typeof opening>, Verdict]>([
    ['is skipped with as many entries as finalists', 3, {}, yes],
    ['is skipped with none', 0, {}, yes],
    ['is not with one more', 4, {}, no('missing-sheets')],
    ['is not with a check open', 3, { unsettledEntries: 1 }, no('eligibility-open')],
    ['is not once it is open', 3, { stage: 'scoring' }, no('wrong-stage')],
    ['is not with one house', 3, { bothHouses: no('house-empty') }, no('house-empty')],
  ])('%s', (_, entries, change, expected) => {
    expect(maySkipScoring({ ...opening, ...change, entries, finalists: 3 })).toEqual(expected);
  });

  it.each<[string, ClassStage, number, number, boolean, Verdict]>([
    ['closes when every sheet is in', 'scoring', 0, 0, false, yes],
    ['is not blocked by missing sheets that are acknowledged', 'scoring', 0, 5, true, yes],
    ['is held until they are', 'scoring', 0, 5, false, no('missing-sheets')],
    ['waits for grounds to be ruled on', 'scoring', 1, 0, true, no('unresolved-declarations')],
    ['closes only once', 'deliberation', 0, 0, true, no('scoring-closed')],
    ['does not close before it opens', 'waiting', 0, 0, true, no('scoring-closed')],
  ])('%s', (_, stage, groundsAwaitingRuling, missingSheets, acknowledged, expected) => {
    const closing = { stage, groundsAwaitingRuling, missingSheets, acknowledged };
    expect(mayCloseScoring(closing)).toEqual(expected);
  });
});
