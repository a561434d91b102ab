// A made-up jury: entries of known quality, judges of known severity, and the scores that they give.

/** Entries, judges, readings per entry (null: all read all), share of recusals, spread of severity. */
export function simulatedJury(
  random,
  { entries, judges, readings, recusal, severity, panels = 1 },
) {
  const { normal, uniform } = random;
  const list = (length, of) => Array.from({ length }, (_, at) => of(at));
  const quality = list(entries, normal);
  const parts = list(entries, () => list(CRITERIA, () => 0.4 * normal()));
  const truth = quality.map((one, entry) => one + mean(parts[entry]));
  const people = list(judges, () => ({
    gain: Math.exp(0.15 * normal()),
    severity: severity * normal(),
    taste: list(CRITERIA, () => 0.3 * normal()),
  }));
  /** The mean over the criteria of what a judge gives an entry. Four fifths of the noise is common to them. */
  const score = (entry, judge) => {
    const { gain, severity: level, taste } = people[judge];
    const halo = Math.sqrt(0.8) * normal();
    const given = taste.map((own, criterion) => {
      const seen =
        quality[entry] + parts[entry][criterion] + halo + Math.sqrt(0.2 * CRITERIA) * normal();
      return Math.min(10, Math.max(1, Math.round(6 + 1.3 * (gain * seen + level + own))));
    });
    return mean(given);
  };
  const scores = list(entries, (entry) => list(judges, (judge) => score(entry, judge)));
  const inPanel = (entry, judge) => entry % panels === judge % panels;
  const assigned = assignment(random, { entries, judges, readings, inPanel });
  const recused = recusals(uniform, assigned, recusal, (entry) =>
    list(judges, (judge) => inPanel(entry, judge)),
  );
  const cellsWhere = (holds) =>
    scores.flatMap((row, entry) =>
      row.flatMap((value, judge) =>
        holds(entry, judge) && !recused[entry][judge]
          ? [{ entry: name('e', entry), judge: name('j', judge), value }]
          : [],
      ),
    );
  return {
    truth: new Map(truth.map((value, entry) => [name('e', entry), value])),
    assigned: cellsWhere((entry, judge) => assigned[entry][judge]),
    everything: cellsWhere(() => true),
    /** What was assigned, and everything on these entries. */
    withAll: (chosen) =>
      cellsWhere((entry, judge) => assigned[entry][judge] || chosen.has(name('e', entry))),
  };
}

const CRITERIA = 5;
const name = (letter, at) => letter + String(at).padStart(2, '0');
const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Each entry to the judges who have fewest so far, by lot among equals. */
function assignment({ uniform }, { entries, judges, readings, inPanel }) {
  const load = new Array(judges).fill(0);
  return Array.from({ length: entries }, (_, entry) => {
    const order = load
      .map((count, judge) => ({ judge, key: count + uniform() }))
      .filter(({ judge }) => inPanel(entry, judge))
      .sort((a, b) => a.key - b.key);
    const chosen = order.slice(0, readings ?? judges).map(({ judge }) => judge);
    for (const judge of chosen) load[judge] += 1;
    return load.map((_count, judge) => chosen.includes(judge));
  });
}

/** By lot, two readings at least left of those assigned. */
function recusals(uniform, assigned, share, panelOf) {
  return assigned.map((row, entry) => {
    const out = panelOf(entry).map((may) => may && uniform() < share);
    const left = () => row.filter((reads, judge) => reads && !out[judge]).length;
    for (let judge = 0; left() < 2 && judge < row.length; judge += 1) out[judge] = false;
    return out;
  });
}

/** The share of the truly first three among the first three of these values; a tie at the cut shares. */
export function recovery(values, truth) {
  const best = new Set(
    [...truth]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([entry]) => entry),
  );
  const sorted = [...values].sort((a, b) => b[1] - a[1]);
  const last = sorted[2][1];
  const above = sorted.filter(([, value]) => value > last + 1e-9);
  const level = sorted.filter(([, value]) => Math.abs(value - last) <= 1e-9);
  const hits = (list) => list.filter(([entry]) => best.has(entry)).length;
  return (hits(above) + (hits(level) * (3 - above.length)) / level.length) / 3;
}

/** Kendall's tau between the values and the truth, ties counting as half right. */
export function kendall(values, truth) {
  const list = [...values];
  let sum = 0;
  for (let i = 0; i < list.length; i += 1)
    for (let k = 0; k < i; k += 1) {
      const apart = list[i][1] - list[k][1];
      if (Math.abs(apart) > 1e-9)
        sum += Math.sign(apart) * Math.sign(truth.get(list[i][0]) - truth.get(list[k][0]));
    }
  return sum / ((list.length * (list.length - 1)) / 2);
}
