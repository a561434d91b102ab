import type { DataSource } from 'typeorm';
import type { AsPeople } from '../as-people';
import type { YearPlan } from './year-plan';

/** What every act of the sample year has at hand. `db` reads and moves the clock; everything else goes through the server. */
export interface SampleYear {
  people: AsPeople;
  db: DataSource;
  /** What the clock does each minute, now. */
  minute: () => Promise<void>;
  editionId: string;
  year: number;
  plan: YearPlan;
}

/** Moves the award's clock. Allowed in a database marked demo or test only; the database refuses it in production. */
export async function setClock(
  { db, minute }: Pick<SampleYear, 'db' | 'minute'>,
  instant: string,
): Promise<void> {
  await db.query('update installation set clock_offset = $1::timestamptz - clock_timestamp()', [
    instant,
  ]);
  await minute();
}

/** Waits for what the clock does by itself, at most ten seconds. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (await holds()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`The sample year waited in vain for ${what}`);
}

export async function phaseOf(year: SampleYear): Promise<string> {
  const [row] = await year.db.query('select phase from edition where id = $1', [year.editionId]);
  return row.phase;
}

export interface SampleEntry {
  id: string;
  number: string;
  state: string;
  classCode: string | null;
  name: string;
}

/** The edition's entries with the numbers of their municipalities. */
export async function entriesOf(year: SampleYear, classCode?: string): Promise<SampleEntry[]> {
  return year.db.query(
    `select n.id, v.number, n.state, n.class_code as "classCode", v.name from nomination n
     join municipality_version v on v.municipality_id = n.municipality_id and v.valid_to is null
     where n.edition_id = $1 and n.state <> 'withdrawn' and ($2::text is null or n.class_code = $2) order by v.number`,
    [year.editionId, classCode ?? null],
  );
}
