/**
 * Reads what the score command is given: a table of scores with a header row and the facts about it.
 * Nothing is repaired: a file that is not what it says is refused with a code. A score that is not
 * there is missing; an empty or unreadable one is a broken file.
 */

export const SCORE_ERRORS = [
  'BAD_INPUT',
  'DUPLICATE_SCORE',
  'OUT_OF_SCALE',
  'ZERO_WEIGHTS',
] as const;
export type ScoreError = (typeof SCORE_ERRORS)[number];

/** Why a file is refused; the message says where. */
export class ScoreFileRefused extends Error {
  constructor(
    readonly code: ScoreError,
    message: string,
  ) {
    super(message);
  }
}

/** A set of criteria with their weights: finite numbers of at least 0, of any sum above 0. */
export interface ScoreView {
  readonly id: string;
  readonly weights: ReadonlyMap<string, number>;
}

export interface ScoreMeta {
  readonly scale: { readonly min: number; readonly max: number; readonly step: number | null };
  readonly direction: 'higher' | 'lower';
  /** All entries, also those without scores; null when only the scores tell. */
  readonly entries: readonly string[] | null;
  readonly views: readonly ScoreView[];
}

/** By judge, then entry, then criterion. */
export type ScoreTable = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

export interface ScoreFile extends ScoreMeta {
  readonly scores: ScoreTable;
}

const COLUMNS = ['judge', 'entry', 'criterion', 'score'] as const;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SAME = 1e-9;

/** The scores and facts, checked. Throws {@link ScoreFileRefused}. */
export function readScoreFile(csv: string, meta: string): ScoreFile {
  const facts = readMeta(meta);
  return { ...facts, scores: readScores(csv, facts) };
}

/** Splits a comma-separated table: quotes, doubled quotes, line ends of all kinds, a leading mark. */
export function readTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let at = 0;
  while (at < body.length) {
    const [field, after] = body[at] === '"' ? quoted(body, at) : bare(body, at);
    row.push(field);
    const mark = body[after];
    if (mark === ',') {
      at = after + 1;
      if (at === body.length) row.push('');
      else continue;
    }
    rows.push(row);
    row = [];
    at = after + (mark === '\r' && body[after + 1] === '\n' ? 2 : 1);
  }
  return rows.filter((fields) => fields.length > 1 || fields[0].trim() !== '');
}

function bare(body: string, from: number): [string, number] {
  let at = from;
  while (at < body.length && !',\r\n'.includes(body[at])) at += 1;
  return [body.slice(from, at), at];
}

function quoted(body: string, from: number): [string, number] {
  let at = from + 1;
  let field = '';
  for (;;) {
    const end = body.indexOf('"', at);
    if (end < 0) throw new ScoreFileRefused('BAD_INPUT', 'a quote is never closed');
    field += body.slice(at, end);
    at = end + 1;
    if (body[at] !== '"') break;
    field += '"';
    at += 1;
  }
  if (at < body.length && !',\r\n'.includes(body[at]))
    throw new ScoreFileRefused('BAD_INPUT', 'text follows a closed quote');
  return [field, at];
}

function readScores(csv: string, meta: ScoreMeta): ScoreTable {
  const [header, ...rows] = readTable(csv);
  const names = (header ?? []).map((name) => name.trim());
  const places = COLUMNS.map((column) => names.indexOf(column));
  if (places.includes(-1) || new Set(names).size !== names.length)
    throw new ScoreFileRefused('BAD_INPUT', `the header row must name ${COLUMNS.join(', ')}`);
  const known = meta.entries && new Set(meta.entries);
  const table = new Map<string, Map<string, Map<string, number>>>();
  rows.forEach((row, at) => {
    const where = `row ${at + 2}`;
    if (row.length !== names.length)
      throw new ScoreFileRefused('BAD_INPUT', `${where} does not have the columns of the header`);
    const [judge, entry, criterion, written] = places.map((place) => row[place]);
    if ([judge, entry, criterion].some((id) => id.trim() === ''))
      throw new ScoreFileRefused('BAD_INPUT', `${where} lacks a judge, an entry or a criterion`);
    if (known && !known.has(entry))
      throw new ScoreFileRefused('BAD_INPUT', `${where} is about an entry that is not listed`);
    const score = scoreOf(written, meta, where);
    const ofJudge = table.get(judge) ?? new Map<string, Map<string, number>>();
    const sheet = ofJudge.get(entry) ?? new Map<string, number>();
    if (sheet.has(criterion))
      throw new ScoreFileRefused('DUPLICATE_SCORE', `${where} scores what is scored already`);
    table.set(judge, ofJudge.set(entry, sheet.set(criterion, score)));
  });
  return table;
}

function scoreOf(written: string, { scale }: ScoreMeta, where: string): number {
  const text = written.trim();
  if (!NUMBER.test(text)) throw new ScoreFileRefused('BAD_INPUT', `${where} has no score`);
  const score = Number(text);
  const steps = scale.step === null ? 0 : (score - scale.min) / scale.step;
  const on =
    score >= scale.min && score <= scale.max && Math.abs(steps - Math.round(steps)) <= SAME;
  if (!on) throw new ScoreFileRefused('OUT_OF_SCALE', `${where} is off the scale`);
  return score;
}

function readMeta(text: string): ScoreMeta {
  const meta = recordOf(parsed(text), 'the facts');
  const scale = recordOf(meta['scale'], 'the scale');
  const min = finite(scale['min'], 'scale.min');
  const max = finite(scale['max'], 'scale.max');
  const step = scale['step'] === undefined ? null : finite(scale['step'], 'scale.step');
  if (max < min || (step !== null && step <= 0))
    throw new ScoreFileRefused('BAD_INPUT', 'the scale does not rise');
  const direction = meta['direction'] ?? 'higher';
  if (direction !== 'higher' && direction !== 'lower')
    throw new ScoreFileRefused('BAD_INPUT', 'direction is higher or lower');
  const entries = meta['entries'] === undefined ? null : idsOf(meta['entries'], 'entries');
  const views = listOf(meta['views'], 'views').map(viewOf);
  if (new Set(views.map(({ id }) => id)).size !== views.length)
    throw new ScoreFileRefused('BAD_INPUT', 'two views have the same id');
  return { scale: { min, max, step }, direction, entries, views };
}

function viewOf(given: unknown): ScoreView {
  const view = recordOf(given, 'a view');
  const id = idOf(view['id'], 'the id of a view');
  const weights = new Map(
    Object.entries(recordOf(view['weights'], 'weights')).map(([criterion, weight]) => [
      criterion,
      finite(weight, `the weight of ${criterion}`),
    ]),
  );
  const all = [...weights.values()];
  if (all.some((weight) => weight < 0))
    throw new ScoreFileRefused('BAD_INPUT', `view ${id} has a negative weight`);
  if (all.every((weight) => weight === 0))
    throw new ScoreFileRefused('ZERO_WEIGHTS', `view ${id} weighs nothing`);
  return { id, weights };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    throw new ScoreFileRefused('BAD_INPUT', 'the facts are not JSON');
  }
}

function recordOf(given: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new ScoreFileRefused('BAD_INPUT', `${what} must be an object`);
  return given as Readonly<Record<string, unknown>>;
}

function listOf(given: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(given)) throw new ScoreFileRefused('BAD_INPUT', `${what} must be a list`);
  return given;
}

function idsOf(given: unknown, what: string): readonly string[] {
  const ids = listOf(given, what).map((id) => idOf(id, what));
  if (new Set(ids).size !== ids.length)
    throw new ScoreFileRefused('BAD_INPUT', `${what} names one twice`);
  return ids;
}

function idOf(given: unknown, what: string): string {
  if (typeof given === 'number' && Number.isFinite(given)) return String(given);
  if (typeof given === 'string' && given.trim() !== '') return given;
  throw new ScoreFileRefused('BAD_INPUT', `${what} must be text`);
}

function finite(given: unknown, what: string): number {
  if (typeof given === 'number' && Number.isFinite(given)) return given;
  throw new ScoreFileRefused('BAD_INPUT', `${what} must be a number`);
}
