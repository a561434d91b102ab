import type { DataSource } from 'typeorm';
import { ENTRIES } from './entries';
import type { Invariant } from './invariant';
import { JUDGING } from './judging';
import { PEOPLE } from './people';
import { PUBLICATION } from './publication';

/** In the order of the award's process. Each reads; none changes anything. */
export const INVARIANTS: readonly Invariant[] = [...PEOPLE, ...ENTRIES, ...JUDGING, ...PUBLICATION];

export interface BrokenInvariant {
  name: string;
  promise: string;
  /** Ids of some of what breaks it, and how many there are. */
  some: string[];
  count: number;
}

const SHOWN = 5;

/** Checks all in one snapshot of the database, so that a server at work does not make two of them disagree. */
export async function brokenInvariants(db: DataSource): Promise<BrokenInvariant[]> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('set transaction read only');
    const broken: BrokenInvariant[] = [];
    for (const { name, promise, broken: sql } of INVARIANTS) {
      const rows: { what: string }[] = await tx.query(sql);
      if (rows.length > 0)
        broken.push({
          name,
          promise,
          some: rows.slice(0, SHOWN).map(({ what }) => what),
          count: rows.length,
        });
    }
    return broken;
  });
}
