import fc from 'fast-check';
import { readingOrder } from './reading-order';

const ENTRIES = Array.from({ length: 13 }, (_, at) => `entry-${at}`);

describe('the order in which a member reads', () => {
  it('is the same today and tomorrow, however the entries come', () => {
    const today = readingOrder('seat-1', ENTRIES);
    expect(readingOrder('seat-1', [...ENTRIES].reverse())).toEqual(today);
  });

  it('differs between members', () => {
    const orders = Array.from({ length: 8 }, (_, at) => readingOrder(`seat-${at}`, ENTRIES).join());
    expect(new Set(orders).size).toBe(8);
  });

  it('gives every entry the first place about equally often', () => {
    const firsts = new Map<string, number>();
    for (let at = 0; at < 13_000; at += 1) {
      const [first] = readingOrder(`seat-${at}`, ENTRIES);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect(Math.min(...firsts.values())).toBeGreaterThan(850);
    expect(Math.max(...firsts.values())).toBeLessThan(1150);
  });

  it('loses and repeats nothing, and one entry less moves no other', () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.string(), { minLength: 1 }), (seat, entries) => {
        const order = readingOrder(seat, entries);
        expect([...order].sort()).toEqual([...entries].sort());
        const without = entries.slice(1);
        expect(readingOrder(seat, without)).toEqual(order.filter((one) => one !== entries[0]));
      }),
    );
  });
});
