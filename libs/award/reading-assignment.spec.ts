import fc from 'fast-check';
import { HOUSES } from './panel-rules';
import { assignReadings, type Reader, type Reading, type ReadingOrder } from './reading-assignment';

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${String(at).padStart(3, '0')}`);
const panel = (ks: number, nho: number): Reader[] => [
  ...ids('k', ks).map((seat) => ({ seat, house: 'KS' as const })),
  ...ids('n', nho).map((seat) => ({ seat, house: 'NHO' as const })),
];

/** What the order of the goals says of an assignment: less is better, the first difference decides. */
function goals(order: ReadingOrder, added: readonly Reading[]): number[] {
  const houses = new Map(order.readers.map(({ seat, house }) => [seat, house]));
  const barred = (one: Reading) =>
    order.barred.some(({ seat, entry }) => seat === one.seat && entry === one.entry);
  const all = [...order.given.filter((one) => houses.has(one.seat) && !barred(one)), ...added];
  const squares = (counts: number[]) => counts.reduce((sum, count) => sum + count * count, 0);
  return [
    -all.length,
    squares(
      order.entries.flatMap((entry) =>
        HOUSES.map(
          (house) =>
            all.filter((one) => one.entry === entry && houses.get(one.seat) === house).length,
        ),
      ),
    ),
    squares(order.readers.map(({ seat }) => all.filter((one) => one.seat === seat).length)),
  ];
}

function everyAssignment(order: ReadingOrder): Reading[][] {
  const has = (list: readonly Reading[], seat: string, entry: string) =>
    list.some((one) => one.seat === seat && one.entry === entry);
  return order.entries.reduce<Reading[][]>(
    (sofar, entry) => {
      const open = order.readers.filter(
        ({ seat }) => !has(order.barred, seat, entry) && !has(order.given, seat, entry),
      );
      const had = order.given.filter(
        (one) =>
          one.entry === entry &&
          !has(order.barred, one.seat, entry) &&
          order.readers.some(({ seat }) => seat === one.seat),
      ).length;
      const choices = subsets(open.map(({ seat }) => seat)).filter(
        (seats) => seats.length + had <= Math.max(order.readings, had),
      );
      return sofar.flatMap((some) =>
        choices.map((seats) => [...some, ...seats.map((seat) => ({ seat, entry }))]),
      );
    },
    [[]],
  );
}

function subsets(all: readonly string[]): string[][] {
  return all.reduce<string[][]>(
    (some, one) => [...some, ...some.map((set) => [...set, one])],
    [[]],
  );
}

const smallOrder: fc.Arbitrary<ReadingOrder> = fc
  .record({
    entries: fc.integer({ min: 1, max: 3 }).map((count) => ids('e', count)),
    houses: fc.array(fc.constantFrom(...HOUSES), { minLength: 1, maxLength: 4 }),
    readings: fc.integer({ min: 1, max: 3 }),
    barred: fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { maxLength: 4 }),
    given: fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(2)), {
      maxLength: 3,
      selector: (pair) => pair.join(),
    }),
  })
  .map(({ entries, houses, readings, barred, given }) => {
    const readers = houses.map((house, at) => ({ seat: `s${at}`, house }));
    const pair = ([seat, entry]: [number, number]) => ({ seat: `s${seat}`, entry: `e00${entry}` });
    const inside = (one: Reading) => entries.includes(one.entry);
    return {
      entries,
      readers,
      readings,
      barred: barred.map(pair).filter(inside),
      given: given.map(pair).filter(inside),
    };
  });

describe('who reads what', () => {
  it('is as good as the best of all assignments', () => {
    fc.assert(
      fc.property(smallOrder, (order) => {
        const { added } = assignReadings(order);
        const best = everyAssignment(order)
          .map((one) => goals(order, one))
          .reduce((a, b) => (compare(a, b) <= 0 ? a : b));
        expect(goals(order, added)).toEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  it('gives nobody an entry twice, nor one that the member is barred from', () => {
    fc.assert(
      fc.property(smallOrder, (order) => {
        const { added, short } = assignReadings(order);
        const keys = [...added, ...order.given].map(({ seat, entry }) => `${seat} ${entry}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const one of order.barred) expect(added).not.toContainEqual(one);
        for (const { readings } of short) expect(readings).toBeLessThan(order.readings);
      }),
    );
  });

  it('does not depend on the order in which seats and entries are given', () => {
    const order = { readings: 4, barred: [], given: [] };
    const one = assignReadings({ ...order, entries: ids('e', 30), readers: panel(4, 4) });
    const other = assignReadings({
      ...order,
      entries: ids('e', 30).reverse(),
      readers: panel(4, 4).reverse(),
    });
    expect(other).toEqual(one);
  });

  it('halves the readings between the houses and gives everybody the same, in sets that mix', () => {
    const readers = panel(4, 4);
    const { added, short } = assignReadings({
      entries: ids('e', 30),
      readers,
      readings: 4,
      barred: [],
      given: [],
    });
    expect(short).toEqual([]);
    for (const entry of ids('e', 30)) {
      const mine = added.filter((one) => one.entry === entry);
      expect(mine.filter(({ seat }) => seat.startsWith('k'))).toHaveLength(2);
      expect(mine).toHaveLength(4);
    }
    for (const { seat } of readers)
      expect(added.filter((one) => one.seat === seat)).toHaveLength(15);
    const together = new Set(
      ids('e', 30).map((entry) =>
        added
          .filter((one) => one.entry === entry)
          .map(({ seat }) => seat)
          .join(),
      ),
    );
    expect(together.size).toBeGreaterThan(8);
  });

  it('says which entries cannot have enough readers', () => {
    const { added, short } = assignReadings({
      entries: ['a', 'b'],
      readers: panel(1, 1),
      readings: 2,
      barred: [{ seat: 'k000', entry: 'b' }],
      given: [],
    });
    expect(added).toHaveLength(3);
    expect(short).toEqual([{ entry: 'b', readings: 1 }]);
  });

  it('assigns 357 entries to 40 members with recusals in less than a second of work', () => {
    const readers = panel(20, 20);
    const entries = ids('e', 357);
    const barred = readers.flatMap(({ seat }, at) =>
      entries
        .filter((_, place) => (place * 7 + at * 13) % 31 === 0)
        .map((entry) => ({ seat, entry })),
    );
    const begun = process.cpuUsage();
    const { added, short } = assignReadings({ entries, readers, readings: 4, barred, given: [] });
    const { user } = process.cpuUsage(begun);
    expect([added.length, short]).toEqual([357 * 4, []]);
    const loads = readers.map(({ seat }) => added.filter((one) => one.seat === seat).length);
    expect([Math.min(...loads), Math.max(...loads)]).toEqual([35, 36]);
    expect(user).toBeLessThan(1_000_000);
  });
});

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at === -1 ? 0 : a[at] - b[at];
}
