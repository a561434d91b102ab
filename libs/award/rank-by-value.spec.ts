import { ranksOf } from './rank-by-value';

describe('ranks by value', () => {
  it('are 1, 2, 2, 4, and equal within a billionth', () => {
    expect(ranksOf(['a', 'b', 'c', 'd'], [1, 3, 3 + 1e-12, 4], 'higher')).toEqual([
      { entry: 'd', rank: 1 },
      { entry: 'c', rank: 2 },
      { entry: 'b', rank: 2 },
      { entry: 'a', rank: 4 },
    ]);
  });

  it('turn round where the lowest is best', () => {
    expect(ranksOf(['a', 'b'], [1, 3], 'lower').map(({ entry }) => entry)).toEqual(['a', 'b']);
  });
});
