/**
 * Who reads what when not everybody reads everything: so many readings for each entry, never by a
 * member who is barred from it. In this order: every entry gets as many readings as can be had; the
 * readings of an entry are spread evenly over the houses; the members have equally much to read;
 * and what is left open falls by a hash of member and entry, so that the members' sets mix and their
 * severity can be compared. The best of all assignments by this order, found as a cheapest flow, and
 * always the same for the same input.
 */
import { flowNetwork } from './min-cost-flow';
import { HOUSES, type House } from './panel-rules';
import { mixOf } from './reading-order';

export interface Reader {
  readonly seat: string;
  readonly house: House;
}

export interface Reading {
  readonly seat: string;
  readonly entry: string;
}

export interface ReadingOrder {
  readonly entries: readonly string[];
  readonly readers: readonly Reader[];
  /** Readings wanted for each entry, a whole number from 1. */
  readonly readings: number;
  /** Pairs that must not be: the member is recused from the entry. */
  readonly barred: readonly Reading[];
  /** Pairs that are given already and stay. Those of members who do not read any more count for nothing. */
  readonly given: readonly Reading[];
}

export interface ReadingPlan {
  /** What is to be added to what is given, by entry and then by seat. */
  readonly added: readonly Reading[];
  /** Entries that stay below the wanted number, with how many readings they get. */
  readonly short: readonly { readonly entry: string; readonly readings: number }[];
}

/** Values of the hash that breaks what is otherwise equal. */
const MIX = 256;

/** The best assignment; see the head of this file. Seats and entries are ids without repetition. */
export function assignReadings(order: ReadingOrder): ReadingPlan {
  const entries = [...order.entries].sort();
  const readers = [...order.readers].sort((a, b) => (a.seat < b.seat ? -1 : 1));
  const barred = new Set(order.barred.map(keyOf));
  const given = givenAmong(order, entries, readers);
  // A way through the network meets each reader at most once, and the end once: that bounds what a
  // lower rung of the order can add up to, so that it never outweighs a higher one.
  const load = 2 * MIX * readers.length + 1;
  const house = load * (4 * entries.length + 4);

  const end = entries.length * (1 + HOUSES.length) + readers.length;
  const network = flowNetwork(end + 1);
  const houseNode = (entry: number, at: number) => entries.length + entry * HOUSES.length + at;
  const readerNode = (reader: number) => entries.length * (1 + HOUSES.length) + reader;
  const pairs: { readonly arc: number; readonly seat: string; readonly entry: string }[] = [];

  entries.forEach((entry, at) => {
    HOUSES.forEach((name, place) => {
      const had = given.filter((one) => one.entry === entry && one.house === name).length;
      for (let unit = had; unit < order.readings; unit += 1)
        network.arc(at, houseNode(at, place), house * (2 * unit + 1));
    });
    readers.forEach(({ seat, house: name }, reader) => {
      const key = keyOf({ seat, entry });
      if (barred.has(key) || given.some((one) => keyOf(one) === key)) return;
      const cost = mixOf(seat, entry) % MIX;
      const from = houseNode(at, HOUSES.indexOf(name));
      pairs.push({ arc: network.arc(from, readerNode(reader), cost), seat, entry });
    });
  });
  // One arc to the end at a time, the next dearer one once it is taken: nobody is ever relieved of a
  // reading without getting another.
  const loads = readers.map(({ seat }) => given.filter((one) => one.seat === seat).length);
  const burden = (reader: number) =>
    network.arc(readerNode(reader), end, load * (2 * loads[reader] + 1));
  const ends = readers.map((_, reader) => burden(reader));
  const send = (from: number): boolean => {
    if (!network.send(from, end)) return false;
    const taken = ends.findIndex((arc) => network.carries(arc));
    loads[taken] += 1;
    ends[taken] = burden(taken);
    return true;
  };

  const short: { entry: string; readings: number }[] = [];
  entries.forEach((entry, at) => {
    let readings = given.filter((one) => one.entry === entry).length;
    while (readings < order.readings && send(at)) readings += 1;
    if (readings < order.readings) short.push({ entry, readings });
  });
  const added = pairs
    .filter(({ arc }) => network.carries(arc))
    .map(({ seat, entry }) => ({ seat, entry }));
  return { added, short };
}

function givenAmong(
  order: ReadingOrder,
  entries: readonly string[],
  readers: readonly Reader[],
): readonly (Reading & { house: House })[] {
  const houses = new Map(readers.map(({ seat, house }) => [seat, house]));
  const among = new Set(entries);
  const barred = new Set(order.barred.map(keyOf));
  return order.given.flatMap((one) => {
    const house = houses.get(one.seat);
    return house !== undefined && among.has(one.entry) && !barred.has(keyOf(one))
      ? [{ ...one, house }]
      : [];
  });
}

function keyOf({ seat, entry }: Reading): string {
  return `${seat}\u0000${entry}`;
}
