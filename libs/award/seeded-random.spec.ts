import { seededRandom, seedOf } from './seeded-random';

const drawn = (count: number, draw: () => number) => {
  const values = Array.from({ length: count }, draw);
  const mean = values.reduce((sum, one) => sum + one, 0) / count;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (count - 1);
  return { values, mean, variance };
};

describe('pseudo-random numbers', () => {
  it('are the same from the same seed and others from another', () => {
    const { normal } = seededRandom(seedOf('small'));
    const again = seededRandom(seedOf('small'));
    const other = seededRandom(seedOf('large'));
    const first = drawn(5, normal).values;
    expect(drawn(5, again.normal).values).toEqual(first);
    expect(drawn(5, other.normal).values).not.toEqual(first);
  });

  it('do not depend on the machine: the first of a seed, to the last digit', () => {
    const { uniform, normal, gamma } = seededRandom(1);
    expect([uniform(), normal(), gamma(4), gamma(0.5)]).toEqual([
      0.6270739405881613, -0.1257526616658271, 3.6799738395134463, 0.0000589426609446645,
    ]);
  });

  it.each<[string, (random: ReturnType<typeof seededRandom>) => number, number, number]>([
    ['uniform', ({ uniform }) => uniform(), 0.5, 1 / 12],
    ['normal', ({ normal }) => normal(), 0, 1],
    ['gamma of shape 4', ({ gamma }) => gamma(4), 4, 4],
    ['gamma of shape 0.5', ({ gamma }) => gamma(0.5), 0.5, 0.5],
  ])('that are %s have its mean and variance', (_, draw, mean, variance) => {
    const random = seededRandom(2026);
    const found = drawn(40_000, () => draw(random));
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / 40_000));
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.06);
  });

  it('that are normal fall within one deviation in 68 of 100, within two in 95', () => {
    const { normal } = seededRandom(7);
    const { values } = drawn(40_000, normal);
    const within = (bound: number) =>
      values.filter((one) => Math.abs(one) < bound).length / values.length;
    expect(Math.abs(within(1) - 0.6827)).toBeLessThan(0.01);
    expect(Math.abs(within(2) - 0.9545)).toBeLessThan(0.005);
  });
});
