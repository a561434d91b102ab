import type { EntityManager } from 'typeorm';
import { Refused } from '@award/access/api';
import type { StaleSaveDetails } from '@award/nominations/contract';
import type { LockedNomination } from './nomination-rows';

/** Refuses what was done upon an older text, with the text that stands, so that the two can be compared. */
export async function staleSave(tx: EntityManager, row: LockedNomination): Promise<Refused> {
  const [person] = await tx.query('select name from person where id = $1', [row.updatedBy]);
  const details: StaleSaveDetails = {
    theirs: row.content,
    writtenForm: row.writtenForm,
    lockVersion: row.lockVersion,
    savedBy: person?.name ?? null,
    savedAt: row.updatedAt.toISOString(),
  };
  return new Refused('stale-save', { ...details });
}
