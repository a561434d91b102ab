// How fast 357 entries are shared out to 40 members of whom everybody is recused from some.
import { awardRules } from '../award-rules.mjs';

const { assignReadings } = await awardRules('reading-assignment');

const ENTRIES = 357;
const MEMBERS = 40;
const READINGS = 4;
const id = (prefix, at) => `${prefix}${String(at).padStart(3, '0')}`;

export function assignment() {
  const entries = Array.from({ length: ENTRIES }, (_, at) => id('e', at));
  const readers = Array.from({ length: MEMBERS }, (_, at) => ({
    seat: id('s', at),
    house: at % 2 === 0 ? 'KS' : 'NHO',
  }));
  const barred = readers.flatMap(({ seat }, at) =>
    entries
      .filter((_, place) => (place * 7 + at * 13) % 31 === 0)
      .map((entry) => ({ seat, entry })),
  );
  const started = process.cpuUsage();
  const { added, short } = assignReadings({
    entries,
    readers,
    readings: READINGS,
    barred,
    given: [],
  });
  const ours = process.cpuUsage(started).user / 1e6;
  const loads = readers.map(({ seat }) => added.filter((one) => one.seat === seat).length);
  const even = Math.max(...loads) - Math.min(...loads) <= 1;
  return {
    ours,
    limit: null,
    ratio: null,
    unit: 's CPU',
    goal: 'under 1 s, nobody short, loads within 1',
    holds: ours < 1 && short.length === 0 && even,
  };
}
