import { curvePoints } from './population-curve';
import { boundsWords, hostOf, localAddress, paragraphs } from './public-words';

describe('public words', () => {
  it.each([
    [null, 15_000, 'Færre enn 15\u00a0000 innbyggere'],
    [15_000, null, '15\u00a0000 innbyggere eller flere'],
    [5000, 15_000, 'Fra 5\u00a0000 til 15\u00a0000 innbyggere'],
    [null, null, 'Alle kommuner'],
  ])('tell the bounds %p to %p as %p', (min, max, words) => {
    expect(boundsWords(min, max, 'nb')).toBe(words);
  });

  it.each([
    ['Ett avsnitt.', ['Ett avsnitt.']],
    ['Ett.\n\nTo.\n \nTre.\n', ['Ett.', 'To.', 'Tre.']],
    ['', []],
  ])('part %p into paragraphs', (text, parts) => {
    expect(paragraphs(text)).toEqual(parts);
  });

  it('name a source by its host, and a page by its language', () => {
    expect(hostOf('https://www.ks.no/a/b?c=1')).toBe('ks.no');
    expect([localAddress('nb', '/kommuner'), localAddress('nn', '/kommuner')]).toEqual([
      '/kommuner',
      '/nn/kommuner',
    ]);
  });
});

describe('the population curve', () => {
  it('goes from the least to the most, oldest first', () => {
    const points = curvePoints([
      { on: '2024-01-01', count: 1000 },
      { on: '2025-01-01', count: 1100 },
      { on: '2026-01-01', count: 900 },
    ]);
    expect(points.map(({ year }) => year)).toEqual(['2024', '2025', '2026']);
    expect(points[1]?.y).toBeLessThan(points[0]?.y ?? 0);
    expect(points[2]?.y).toBeGreaterThan(points[0]?.y ?? 0);
    expect(points[0]?.x).toBeLessThan(points[2]?.x ?? 0);
  });

  it('stays flat in its box when nothing changes', () => {
    const points = curvePoints([
      { on: '2025-01-01', count: 500 },
      { on: '2026-01-01', count: 500 },
    ]);
    expect(new Set(points.map(({ y }) => y)).size).toBe(1);
    expect(points.every(({ x, y }) => x <= 640 && y <= 200 && Number.isFinite(y))).toBe(true);
  });
});
