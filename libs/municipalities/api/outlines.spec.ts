import { readFileSync } from 'node:fs';
import { shipped } from './fixtures/shipped-register';
import { landOfNorway, neighboursOf, placeOf } from './outlines';
import { inForceOn } from './register-state';

interface Drawing {
  attribution: string;
  viewBox: string;
  paths: Record<string, string>;
}

const file = (name: string) =>
  readFileSync(new URL(`outlines/${name}.json`, import.meta.url), 'utf8');
const numbersOn = (date: string) =>
  inForceOn(shipped, date)
    .map(({ version }) => version.number)
    .sort();

/** The corners that a path of relative lines goes through, whole path in one list. */
function corners(path: string): [number, number][] {
  return path
    .split('z')
    .filter((ring) => ring !== '')
    .flatMap((ring) => {
      const [first = [], steps = []] = ring
        .slice(1)
        .split('l')
        .map((part) => (part.match(/-?(?:\d+\.\d+|\.\d+|\d+)/g) ?? []).map(Number));
      let [x = NaN, y = NaN] = first;
      const points: [number, number][] = [[x, y]];
      for (let at = 0; at < steps.length; at += 2) {
        x += steps[at] ?? NaN;
        y += steps[at + 1] ?? NaN;
        points.push([x, y]);
      }
      return points;
    });
}

describe.each([
  ['municipality-outlines-2024', '2024-01-01', 250_000],
  ['norway-map-2024', '2024-01-01', 300_000],
  ['norway-map-2020', '2020-01-01', 300_000],
])('%s', (name, date, bytes) => {
  const text = file(name);
  const drawing = JSON.parse(text) as Drawing;

  it('has a path for every municipality in force and no other, and says whose borders they are', () => {
    expect(Object.keys(drawing.paths).sort()).toEqual(numbersOn(date));
    expect(drawing.attribution).toContain('Kartverket, CC BY 4.0');
  });

  it('is small enough to send', () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes);
  });

  it('draws inside its box, with at least a triangle for each', () => {
    const [, , width = 0, height = 0] = drawing.viewBox.split(' ').map(Number);
    // Corners are rounded to the grid.
    const slack = 0.5;
    const outside = Object.entries(drawing.paths).filter(([, path]) => {
      const points = corners(path);
      const inside = points.every(
        ([x, y]) => x >= -slack && y >= -slack && x <= width + slack && y <= height + slack,
      );
      return points.length < 3 || !inside;
    });
    expect(outside).toEqual([]);
  });
});

it('fills the box of each outline', () => {
  const { paths } = JSON.parse(file('municipality-outlines-2024')) as Drawing;
  const small = Object.entries(paths).filter(([, path]) => {
    const points = corners(path);
    const reach = (at: 0 | 1) => {
      const values = points.map((point) => point[at]);
      return Math.max(...values) - Math.min(...values);
    };
    return Math.max(reach(0), reach(1)) < 90;
  });
  expect(small).toEqual([]);
});

describe('norway-land-2024', () => {
  it('has a middle inside the box for every municipality since 2020, and a coast that fits a page', () => {
    const { viewBox, path } = landOfNorway();
    const [, , width = 0, height = 0] = viewBox.split(' ').map(Number);
    expect(path.length).toBeLessThan(8000);
    for (const date of ['2020-01-01', '2024-01-01'])
      for (const number of numbersOn(date)) {
        const place = placeOf(number);
        expect([number, place !== null]).toEqual([number, true]);
        expect(place?.x).toBeGreaterThan(0);
        expect(place?.x).toBeLessThan(width);
        expect(place?.y).toBeGreaterThan(0);
        expect(place?.y).toBeLessThan(height);
      }
    expect(placeOf('0713')).toBeNull();
    expect(placeOf(null)).toBeNull();
  });

  it('lies as the country does: north is up, east is right', () => {
    const [tromso, oslo, bergen] = [placeOf('5501'), placeOf('0301'), placeOf('4601')];
    expect(tromso?.y).toBeLessThan(oslo?.y ?? 0);
    expect(bergen?.x).toBeLessThan(oslo?.x ?? 0);
  });
});

describe('who borders on whom', () => {
  const numbers = numbersOn('2024-01-01');

  it('is told of every municipality, both ways, and of none that there is not', () => {
    expect(numbers).toHaveLength(357);
    for (const number of numbers)
      for (const other of neighboursOf(number)) {
        expect(numbers).toContain(other);
        expect(neighboursOf(other)).toContain(number);
      }
    expect(neighboursOf('9001')).toEqual([]);
  });

  it.each([
    ['Rauma', '1539', ['1506', '1535', '1578', '3432', '3433']],
    ['Kvitsøy, an island', '1144', []],
  ])('%s', (_name, number, expected) => {
    expect(neighboursOf(number)).toEqual(expected);
  });
});
