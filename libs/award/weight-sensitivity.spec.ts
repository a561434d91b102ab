import {
  type CriterionMeans,
  placesUnderDrawnWeights,
  tippingPoint,
  weightedMeans,
} from './weight-sensitivity';

const entry = (name: string, a: number, b: number, c = 4): CriterionMeans => ({
  entry: name,
  means: { a, b, c },
});
const EQUAL = ['a', 'b', 'c'].map((code) => ({ code, weight: 1 }));

/** P is sure; Q is third with 4.33 and R fourth with 4, weak in a and strong in b. */
const FIELD = [
  entry('o', 6, 6),
  entry('p', 6, 5),
  entry('q', 5, 4),
  entry('r', 3, 5),
  entry('s', 1, 1),
];

describe('the tipping point', () => {
  it('is the smallest shift that brings an entry level with the last place', () => {
    const found = tippingPoint(FIELD, EQUAL, 3);
    expect(found).toMatchObject({ entry: 'r', over: 'q', from: 'a', to: 'b' });
    expect(found?.before).toBeCloseTo(1 / 3, 12);
    expect(found?.after).toBeCloseTo(1 / 3 + 1 / 9, 12);
    const shifted = [
      { code: 'a', weight: 1 - 1 / 3 },
      { code: 'b', weight: 1 + 1 / 3 },
      { code: 'c', weight: 1 },
    ];
    const means = weightedMeans(FIELD, shifted);
    expect(means[2]).toBeCloseTo(means[3], 12);
  });

  it.each<[string, Parameters<typeof tippingPoint>]>([
    ['nothing is below', [FIELD, EQUAL, 5]],
    ['the line is tied', [[...FIELD, entry('t', 5, 4)], EQUAL, 3]],
    ['no criterion favours who is below', [[entry('o', 6, 6, 6), entry('p', 1, 1, 1)], EQUAL, 1]],
    ['nobody is there', [[], EQUAL, 3]],
  ])('is not there when %s', (_, given) => {
    expect(tippingPoint(...given)).toBeNull();
  });

  it('turns round where the lowest is best', () => {
    const turned = FIELD.map(({ entry: name, means }) => entry(name, -means['a'], -means['b'], -4));
    expect(tippingPoint(turned, EQUAL, 3, 'lower')).toMatchObject({ entry: 'r', over: 'q' });
  });
});

describe('drawn weights', () => {
  it('leave the sure within, the hopeless outside and tell the share of the open', () => {
    const shares = placesUnderDrawnWeights(FIELD, EQUAL, 3);
    const of = (name: string) => shares.find((one) => one.entry === name)?.share ?? NaN;
    expect([of('o'), of('p'), of('s')]).toEqual([1, 1, 0]);
    expect(of('q')).toBeGreaterThan(0.6);
    expect(of('r')).toBeGreaterThan(0.05);
    expect(of('q') + of('r')).toBeCloseTo(1, 12);
  });

  it('are the same for the same figures', () => {
    expect(placesUnderDrawnWeights(FIELD, EQUAL, 3)).toEqual(
      placesUnderDrawnWeights(FIELD, EQUAL, 3),
    );
  });

  it('stay at nothing for a criterion that weighs nothing', () => {
    const criteria = [
      { code: 'a', weight: 1 },
      { code: 'b', weight: 0 },
    ];
    const two = [entry('q', 5, 1), entry('r', 3, 6)];
    expect(placesUnderDrawnWeights(two, criteria, 1)).toEqual([
      { entry: 'q', share: 1 },
      { entry: 'r', share: 0 },
    ]);
  });
});
