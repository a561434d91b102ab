// How well the severity-adjusted mean finds the best three of made-up entries, and how fast a million scores are aggregated.
// The generator and the values to meet are those of the method's own study; the seeds are ours.
import { awardRules } from '../award-rules.mjs';
import { kendall, recovery, simulatedJury } from './simulated-jury.mjs';

const {
  adjustedMeans,
  chanceOfPlaces,
  contestedZone,
  designOf,
  estimate,
  fitSeverity,
  seededRandom,
  seedOf,
} = await awardRules('severity-design', 'severity-model', 'chance-of-places', 'seeded-random');

const REPLICATIONS = Number(process.env.BENCH_REPLICATIONS || 4000);
const CHANCE_REPLICATIONS = Math.max(Math.round(REPLICATIONS / 2), 2);
const DRAWS = 500;
const BOOTSTRAPS = 200;

/** Entries, judges, readings, recusals, severity; then recovery and Kendall's tau of the adjusted mean. */
const TABLE = [
  [10, 5, null, 0.05, 0.35, 0.778, 0.725],
  [20, 4, null, 0.1, 0.35, 0.673, 0.689],
  [20, 4, null, 0.1, 1.2, 0.662, 0.686],
  [20, 6, null, 0.05, 0.35, 0.723, 0.746],
  [30, 8, null, 0.1, 0.35, 0.719, 0.77],
  [30, 8, null, 0.1, 0.7, 0.72, 0.771],
  [60, 12, null, 0.05, 0.35, 0.726, 0.817],
  [30, 8, 4, 0.05, 0, 0.634, 0.695],
  [30, 8, 4, 0.05, 0.35, 0.634, 0.694],
  [30, 8, 4, 0.05, 0.7, 0.626, 0.691],
  [30, 8, 4, 0.05, 1.2, 0.614, 0.685],
  [60, 12, 4, 0.05, 0.35, 0.569, 0.693],
  [60, 12, 4, 0.05, 0.7, 0.57, 0.69],
  [60, 12, 3, 0.03, 0, 0.54, 0.658],
  [60, 12, 3, 0.03, 0.7, 0.525, 0.651],
  [30, 10, null, 0.05, 0.7, 0.642, 0.7, 2],
].map(([entries, judges, readings, recusal, severity, found, tau, panels]) => ({
  design: { entries, judges, readings, recusal, severity, panels },
  found,
  tau,
}));

const row = (job, ours, unit, goal, holds, limit = null) => ({
  job,
  ours,
  limit,
  ratio: limit === null ? null : ours / limit,
  unit,
  goal,
  holds,
});

const labelled = (design, values) =>
  new Map(design.entries.map((entry, at) => [entry, values[at]]));

/** The table of the study: recovery of the first three and Kendall's tau by the plain and the adjusted mean. */
export function simulation() {
  const cells = TABLE.map(({ design, found, tau }) => {
    const random = seededRandom(seedOf(JSON.stringify(design)));
    const sums = { plain: 0, adjusted: 0, tau: 0 };
    for (let turn = 0; turn < REPLICATIONS; turn += 1) {
      const jury = simulatedJury(random, design);
      const given = designOf(jury.assigned);
      const estimates = estimate(given);
      const adjusted = labelled(given, adjustedMeans(given, estimates));
      sums.plain += recovery(labelled(given, estimates.means), jury.truth);
      sums.adjusted += recovery(adjusted, jury.truth);
      sums.tau += kendall(adjusted, jury.truth);
    }
    const adjusted = sums.adjusted / REPLICATIONS;
    if (process.env.BENCH_DETAILS)
      console.error(
        JSON.stringify(design),
        ...[sums.plain / REPLICATIONS, adjusted, found, sums.tau / REPLICATIONS, tau].map((one) =>
          one.toFixed(4),
        ),
      );
    return {
      design,
      off: Math.max(Math.abs(adjusted - found), Math.abs(sums.tau / REPLICATIONS - tau)),
      gain: adjusted - sums.plain / REPLICATIONS,
    };
  });
  const gainAt = (entries) =>
    cells.find(
      ({ design }) =>
        design.entries === entries && design.readings === 4 && design.severity === 0.7,
    ).gain;
  const off = Math.max(...cells.map((cell) => cell.off));
  const least = Math.min(...cells.map((cell) => cell.gain));
  return [
    row('simulation-table', off, 'largest distance', 'within .012 of the study', off <= 0.012),
    row(
      'simulation-never-worse',
      least,
      'recovery',
      'adjusted at least plain less .005',
      least >= -0.005,
    ),
    row(
      'simulation-gain-30',
      gainAt(30),
      'recovery',
      'at least .015 above plain',
      gainAt(30) >= 0.015,
    ),
    row(
      'simulation-gain-60',
      gainAt(60),
      'recovery',
      'at least .025 above plain',
      gainAt(60) >= 0.025,
    ),
  ];
}

/** Whether a chance of 60 per cent comes true in 60 of 100, beside the same from drawing judges anew. */
export function chances() {
  const random = seededRandom(seedOf('chances'));
  const model = scoreboard();
  const bootstrap = scoreboard();
  for (let turn = 0; turn < CHANCE_REPLICATIONS; turn += 1) {
    const jury = simulatedJury(random, {
      entries: 30,
      judges: 8,
      readings: 4,
      recusal: 0.05,
      severity: 0.7,
    });
    const best = new Set(
      [...jury.truth]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 3)
        .map(([entry]) => entry),
    );
    const found = chancesOf(jury.assigned, turn);
    const drawn = bootstrapped(jury.assigned, random);
    for (const { entry, inPlaces } of found) {
      model.add(inPlaces, best.has(entry));
      bootstrap.add(drawn.get(entry) ?? 0, best.has(entry));
    }
  }
  const [error, brier, limit] = [model.calibrationError(), model.brier(), bootstrap.brier()];
  return [
    row('chance-calibration', error, 'mean distance', 'at most .02', error <= 0.02),
    row('chance-brier', brier, 'Brier score', 'not above the bootstrap’s', brier <= limit, limit),
  ];
}

/** Recovery when all read the contested entries after round one, beside all reading everything. */
export function secondReadings() {
  const ratios = [
    [30, 8, 4, 0.05],
    [60, 12, 4, 0.05],
    [60, 12, 3, 0.03],
  ].map(([entries, judges, readings, recusal]) => {
    const design = { entries, judges, readings, recusal, severity: 0.35 };
    const random = seededRandom(seedOf(`second ${JSON.stringify(design)}`));
    let contested = 0;
    let all = 0;
    for (let turn = 0; turn < CHANCE_REPLICATIONS; turn += 1) {
      const jury = simulatedJury(random, design);
      const zone = new Set(contestedZone(chancesOf(jury.assigned, turn)));
      contested += recoveryOf(jury.withAll(zone), jury.truth);
      all += recoveryOf(jury.everything, jury.truth);
    }
    return { ours: contested / CHANCE_REPLICATIONS, limit: all / CHANCE_REPLICATIONS };
  });
  const { ours, limit } = ratios.reduce((a, b) => (a.ours / a.limit < b.ours / b.limit ? a : b));
  return row(
    'second-readings',
    ours,
    'recovery',
    'at least .95 of everybody reading everything',
    ours / limit >= 0.95,
    limit,
  );
}

/** A million scores: 2 500 editions of 40 entries and 10 judges, and one of 100 000 entries and 1 000 judges. */
export function million() {
  const value = (entry, judge) => 1 + ((entry * 7 + judge * 5 + ((entry * judge) % 11)) % 10);
  const table = (entries, reads) =>
    Array.from({ length: entries }, (_, entry) =>
      Array.from({ length: 10 }, (_unused, at) => {
        const judge = reads(entry, at);
        return { entry: `e${entry}`, judge: `j${judge}`, value: value(entry, judge) };
      }),
    ).flat();
  const edition = table(40, (_, at) => at);
  const crowd = table(100_000, (entry, at) => (entry * 13 + at * 97 + (entry % 7) * at) % 1000);
  const seconds = (work) => {
    const started = process.cpuUsage();
    work();
    return process.cpuUsage(started).user / 1e6;
  };
  const fitted = (cells) => {
    const design = designOf(cells);
    return adjustedMeans(design, estimate(design));
  };
  const editions = seconds(() => {
    for (let turn = 0; turn < 2500; turn += 1) fitted(edition);
  });
  const one = seconds(() => fitted(crowd));
  return [
    row('million-scores-editions', editions, 's CPU', 'under 2 s', editions < 2),
    row('million-scores-one-design', one, 's CPU', 'under 2 s', one < 2),
  ];
}

function recoveryOf(cells, truth) {
  const design = designOf(cells);
  return recovery(labelled(design, adjustedMeans(design, estimate(design))), truth);
}

function chancesOf(cells, turn) {
  const options = { classCode: String(turn), places: 3, draws: DRAWS };
  return chanceOfPlaces(fitSeverity(cells), cells, options) ?? [];
}

/** How often each entry is among the first three of the plain means when the judges are drawn anew. */
function bootstrapped(cells, { uniform }) {
  const judges = [...new Set(cells.map(({ judge }) => judge))];
  const counts = new Map();
  for (let turn = 0; turn < BOOTSTRAPS; turn += 1) {
    const times = new Map();
    for (let at = 0; at < judges.length; at += 1) {
      const judge = judges[Math.floor(uniform() * judges.length)];
      times.set(judge, (times.get(judge) ?? 0) + 1);
    }
    const sums = new Map();
    for (const { entry, judge, value } of cells) {
      const [sum, n] = sums.get(entry) ?? [0, 0];
      const often = times.get(judge) ?? 0;
      if (often > 0) sums.set(entry, [sum + often * value, n + often]);
    }
    const first = [...sums]
      .map(([entry, [sum, n]]) => [entry, sum / n])
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3);
    for (const [entry] of first) counts.set(entry, (counts.get(entry) ?? 0) + 1 / BOOTSTRAPS);
  }
  return counts;
}

function scoreboard() {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, true: 0, count: 0 }));
  let squares = 0;
  let count = 0;
  return {
    add(chance, came) {
      const bin = bins[Math.min(Math.floor(chance * 10), 9)];
      bin.said += chance;
      bin.true += came ? 1 : 0;
      bin.count += 1;
      squares += (chance - (came ? 1 : 0)) ** 2;
      count += 1;
    },
    calibrationError: () =>
      bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.true), 0) / count,
    brier: () => squares / count,
  };
}
