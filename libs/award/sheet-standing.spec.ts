import { type EntryStanding, type RecusalScope } from './impartiality-rules';
import { panelChange } from './panel-rules';
import { SHEET_LIMITS } from './score-sheet-rules';
import { fitsSheet, setAsideFor, sheetQuorum } from './sheet-standing';

const standing = (scope: RecusalScope, rauma: EntryStanding, other: EntryStanding) => ({
  scope,
  entries: { rauma, other },
});

describe('which sheets are set aside', () => {
  it.each([
    ['a clear member’s sheet counts', 'class', 'clear', 'clear', {}, null],
    ['a member ruled impartial counts', 'class', 'ruled-impartial', 'clear', {}, null],
    ['a recused member’s sheet does not', 'class', 'recused', 'clear', {}, 'recused'],
    ['nor the sheets on the rivals', 'class', 'clear', 'recused', {}, 'recused'],
    ['with entry scope the rivals’ sheets count', 'entry', 'clear', 'recused', {}, null],
    ['with entry scope the own one does not', 'entry', 'recused', 'clear', {}, 'recused'],
    [
      'a ground waits for its ruling',
      'class',
      'ground-awaiting-ruling',
      'clear',
      {},
      'ruling-awaited',
    ],
    ['a rival’s ground too', 'class', 'clear', 'ground-awaiting-ruling', {}, 'ruling-awaited'],
    ['what is undeclared is not clear', 'entry', 'clear', 'undeclared', {}, 'ruling-awaited'],
    ['who has left the panel has no say', 'class', 'clear', 'clear', { left: true }, 'left'],
    ['the deputy’s sheet stands in', 'class', 'clear', 'clear', { replaced: true }, 'replaced'],
    [
      'recusal is told before replacement',
      'class',
      'recused',
      'clear',
      { replaced: true },
      'recused',
    ],
    [
      'a withdrawn entry has no sheets',
      'class',
      'recused',
      'clear',
      { withdrawn: true },
      'withdrawn',
    ],
  ] as const)('%s', (_sentence, scope, rauma, other, facts, expected) => {
    const sheet = { standing: standing(scope, rauma, other), entry: 'rauma' };
    expect(
      setAsideFor({ ...sheet, withdrawn: false, left: false, replaced: false, ...facts }),
    ).toBe(expected);
  });
});

describe('what can be submitted', () => {
  it.each([
    ['a line at its limit', SHEET_LIMITS.line, SHEET_LIMITS.assessment, true],
    ['a line one too long', SHEET_LIMITS.line + 1, 0, false],
    ['an assessment one too long', 1, SHEET_LIMITS.assessment + 1, false],
  ])('%s', (_sentence, line, assessment, allowed) => {
    const verdict = fitsSheet({ line: 'å'.repeat(line), assessment: 'å'.repeat(assessment) });
    expect(verdict).toEqual(allowed ? { allowed } : { allowed, reason: 'text-too-long' });
  });
});

describe('the registered quorum of sheets', () => {
  it.each([
    ['every entry has enough', [3, 5], 3, true],
    ['one entry has one too few', [3, 2], 3, false],
    ['a class without entries lacks none', [], 3, true],
    ['no demand is always met', [0, 0], 0, true],
  ])('%s', (_sentence, counts, quorum, allowed) => {
    expect(sheetQuorum(counts, quorum).allowed).toBe(allowed);
  });
});

describe('changing a panel', () => {
  it.each([
    ['freely before scoring', 'waiting', null, true],
    ['not without a reason while scoring', 'scoring', null, false],
    ['not with an empty reason', 'scoring', '  ', false],
    ['with a reason while scoring', 'scoring', 'Syk', true],
    ['with a reason while deliberating', 'deliberation', 'Syk', true],
  ] as const)('%s', (_sentence, stage, reason, allowed) => {
    expect(panelChange(stage, reason).allowed).toBe(allowed);
  });
});
