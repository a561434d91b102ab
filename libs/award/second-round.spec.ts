import type { Scoring } from './score-aggregation';
import {
  contestedEntries,
  hasSecondRound,
  mayOpenSecondRound,
  secondLook,
  withoutHidden,
} from './second-round';
import { OVERALL } from './score-sheet-rules';

/** Rows are entries, columns judges; a dot is a missing sheet. */
function scoring(rows: Record<string, string>, places = 3): Scoring {
  return {
    entries: Object.keys(rows),
    criteria: [{ code: OVERALL, weight: 1 }],
    scale: { min: 1, max: 6 },
    places,
    sheets: Object.entries(rows).flatMap(([entry, scores]) =>
      [...scores].flatMap((score, at) =>
        score === '.'
          ? []
          : [{ judge: `j${at}`, entry, scores: { [OVERALL]: Number(score) }, locked: true }],
      ),
    ),
  };
}

const TEN = {
  a: '6666',
  b: '6665',
  c: '5545',
  d: '5454',
  e: '4545',
  f: '3333',
  g: '2223',
  h: '2222',
  i: '1112',
  j: '1111',
};

describe('who gets a second look', () => {
  it('is the leading six and the contested ones under the simple preset', () => {
    expect(secondLook(scoring(TEN), 'simple', 'small')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('is the contested ones alone under the full preset', () => {
    expect(secondLook(scoring(TEN), 'full', 'small')).toEqual(['c', 'd', 'e']);
    expect(contestedEntries(scoring(TEN), 'small')).toEqual(['c', 'd', 'e']);
  });

  it('takes in everybody who shares the sixth place', () => {
    const tied = { ...TEN, f: '2222', g: '2222' };
    expect(secondLook(scoring(tied), 'simple', 'small')).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
    ]);
  });

  it('reaches below the sixth place where that is contested', () => {
    const level = Object.fromEntries(
      [...'abcdefghij'].map((id, at) => [id, at < 8 ? '4343' : '1111']),
    );
    expect(secondLook(scoring(level), 'simple', 'small')).toEqual([...'abcdefgh']);
  });

  it('is everything when the class is no larger than six, scored or not', () => {
    expect(secondLook(scoring({ a: '65', b: '43' }), 'simple', 'small')).toEqual(['a', 'b']);
    expect(secondLook(scoring({ a: '..', b: '..' }), 'simple', 'small')).toEqual(['a', 'b']);
  });

  it('asks by ties and single members where one judge leaves no chances to draw', () => {
    const one = scoring({ a: '6', b: '5', c: '5', d: '1' }, 2);
    expect(contestedEntries(one, 'small')).toEqual(['a', 'b', 'c']);
  });

  it('is the same whatever is hidden, for whom it is hidden from', () => {
    const one = withoutHidden(scoring(TEN), ['c']);
    const other = withoutHidden(scoring({ ...TEN, c: '1166' }), ['c']);
    expect(other).toEqual(one);
    expect(secondLook(one, 'simple', 'small')).not.toContain('c');
  });

  it('is the same each time, and whatever the order of rows', () => {
    const turned = scoring(Object.fromEntries(Object.entries(TEN).reverse()));
    expect(secondLook(turned, 'full', 'small')).toEqual(secondLook(scoring(TEN), 'full', 'small'));
  });
});

describe('opening the second round', () => {
  const fine = {
    stage: 'scoring' as const,
    opened: false,
    groundsAwaitingRuling: 0,
    missingSheets: 0,
    acknowledged: false,
    quorum: { allowed: true } as const,
    asks: true,
  };
  it('is allowed when the first could be closed', () => {
    expect(mayOpenSecondRound(fine)).toEqual({ allowed: true });
    expect(mayOpenSecondRound({ ...fine, missingSheets: 2, acknowledged: true }).allowed).toBe(
      true,
    );
  });
  it.each([
    ['scoring has not opened', { stage: 'waiting' as const }, 'wrong-stage'],
    ['scoring is closed', { stage: 'deliberation' as const }, 'wrong-stage'],
    ['there has been one', { opened: true }, 'wrong-stage'],
    ['a ground is not ruled on', { groundsAwaitingRuling: 1 }, 'unresolved-declarations'],
    [
      'an entry has too few sheets',
      { quorum: { allowed: false, reason: 'quorum-missing' } as const },
      'quorum-missing',
    ],
    ['nobody would be asked', { asks: false }, 'wrong-stage'],
    ['what is missing is not acknowledged', { missingSheets: 2 }, 'missing-sheets'],
  ])('is refused when %s', (_case, change, reason) => {
    expect(mayOpenSecondRound({ ...fine, ...change })).toEqual({ allowed: false, reason });
  });
  it.each([
    ['simple', true, true],
    ['simple', false, true],
    ['full', false, true],
    ['full', true, false],
  ] as const)('under %s, everybody reading all %s: %s', (preset, all, has) => {
    expect(hasSecondRound(preset, all)).toBe(has);
  });
});
