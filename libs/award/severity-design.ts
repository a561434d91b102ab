/**
 * Who scored what, as arrays: the cells entry by entry, and which judges and entries are linked by
 * having scored, or having been scored by, the same. Nothing here depends on the order in which the
 * cells come.
 */

/** One judge's composite for one entry (`CountedSheet.value` of score-aggregation.ts). */
export interface ScoreCell {
  readonly judge: string;
  readonly entry: string;
  readonly value: number;
}

/** Judges and entries are sorted by id; the cells of entry i are from `start[i]` to `start[i + 1]`. */
export interface Design {
  readonly judges: readonly string[];
  readonly entries: readonly string[];
  readonly start: Int32Array;
  /** The judge of each cell, rising within an entry. */
  readonly judgeOf: Int32Array;
  readonly value: Float64Array;
  readonly cellsOfJudge: Int32Array;
  /** Which linked group each judge belongs to, from 0. */
  readonly groupOfJudge: Int32Array;
  readonly groups: number;
}

/** The design of the cells. At most one cell per judge and entry, finite values. */
export function designOf(cells: readonly ScoreCell[]): Design {
  const [judges, placeOfJudge] = numbered(cells.map(({ judge }) => judge));
  const [entries, placeOfEntry] = numbered(cells.map(({ entry }) => entry));
  const rows: { judge: number; value: number }[][] = entries.map(() => []);
  for (const { judge, entry, value } of cells)
    rows[placeOfEntry.get(entry) ?? 0].push({ judge: placeOfJudge.get(judge) ?? 0, value });
  const start = new Int32Array(entries.length + 1);
  const judgeOf = new Int32Array(cells.length);
  const value = new Float64Array(cells.length);
  let at = 0;
  rows.forEach((row, entry) => {
    for (const cell of row.sort((a, b) => a.judge - b.judge)) {
      judgeOf[at] = cell.judge;
      value[at] = cell.value;
      at += 1;
    }
    start[entry + 1] = at;
  });
  return linked({ judges, entries, start, judgeOf, value });
}

/** The design as it is without one judge; entries that only that judge has scored are gone. */
export function withoutJudge(design: Design, left: number): Design {
  const kept = design.value.length - design.cellsOfJudge[left];
  const judgeOf = new Int32Array(kept);
  const value = new Float64Array(kept);
  const entries: string[] = [];
  const start = [0];
  let at = 0;
  for (let i = 0; i < design.entries.length; i += 1) {
    const before = at;
    for (let cell = design.start[i]; cell < design.start[i + 1]; cell += 1) {
      const judge = design.judgeOf[cell];
      if (judge === left) continue;
      judgeOf[at] = judge > left ? judge - 1 : judge;
      value[at] = design.value[cell];
      at += 1;
    }
    if (at === before) continue;
    entries.push(design.entries[i]);
    start.push(at);
  }
  const judges = design.judges.filter((_, judge) => judge !== left);
  return linked({ judges, entries, start: Int32Array.from(start), judgeOf, value });
}

/** The linked group of each entry. */
export function groupOfEntry({ start, judgeOf, groupOfJudge, entries }: Design): Int32Array {
  return Int32Array.from(entries, (_, entry) => groupOfJudge[judgeOf[start[entry]]]);
}

/** The mean of each entry's cells; exact where all are equal, and so without a false residual. */
export function plainMeans({ start, value, entries }: Design): Float64Array {
  return Float64Array.from(entries, (_, entry) => {
    const base = value[start[entry]];
    let off = 0;
    for (let cell = start[entry]; cell < start[entry + 1]; cell += 1) off += value[cell] - base;
    return base + off / (start[entry + 1] - start[entry]);
  });
}

/** The mean over each entry's judges of a figure of the judges. */
export function meanOverJudges(design: Design, ofJudge: ArrayLike<number>): Float64Array {
  const { start, judgeOf, entries } = design;
  const means = new Float64Array(entries.length);
  for (let entry = 0; entry < means.length; entry += 1) {
    let sum = 0;
    for (let cell = start[entry]; cell < start[entry + 1]; cell += 1) sum += ofJudge[judgeOf[cell]];
    means[entry] = sum / (start[entry + 1] - start[entry]);
  }
  return means;
}

/** The sum over each judge's entries of a figure of the entries. */
export function sumOverEntries(design: Design, ofEntry: ArrayLike<number>): Float64Array {
  const { start, judgeOf, entries, judges } = design;
  const sums = new Float64Array(judges.length);
  for (let entry = 0; entry < entries.length; entry += 1)
    for (let cell = start[entry]; cell < start[entry + 1]; cell += 1)
      sums[judgeOf[cell]] += ofEntry[entry];
  return sums;
}

function numbered(ids: readonly string[]): [readonly string[], ReadonlyMap<string, number>] {
  const distinct = [...new Set(ids)].sort();
  return [distinct, new Map(distinct.map((id, at) => [id, at]))];
}

function linked(bare: Pick<Design, 'judges' | 'entries' | 'start' | 'judgeOf' | 'value'>): Design {
  const { judges, entries, start, judgeOf } = bare;
  const parent = Int32Array.from(judges, (_, at) => at);
  const root = (of: number) => {
    let at = of;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  };
  const cellsOfJudge = new Int32Array(judges.length);
  for (let entry = 0; entry < entries.length; entry += 1) {
    const first = root(judgeOf[start[entry]]);
    for (let cell = start[entry]; cell < start[entry + 1]; cell += 1) {
      const judge = judgeOf[cell];
      cellsOfJudge[judge] += 1;
      if (parent[judge] !== first) parent[root(judge)] = first;
    }
  }
  const numberOfRoot = new Map<number, number>();
  const groupOfJudge = Int32Array.from(judges, (_, judge) => {
    const own = root(judge);
    const group = numberOfRoot.get(own) ?? numberOfRoot.size;
    numberOfRoot.set(own, group);
    return group;
  });
  return { ...bare, cellsOfJudge, groupOfJudge, groups: numberOfRoot.size };
}
