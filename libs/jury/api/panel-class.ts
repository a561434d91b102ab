import type { EntityManager } from 'typeorm';
import type { ClassStage, EditionPhase, RecusalScope } from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import { type Db, demandReach } from '@award/editions/api';
import type { Words } from '@award/editions/contract';

/** One class of one edition, as everything about its panel needs it. */
export interface PanelClass {
  editionId: string;
  classCode: string;
  className: Words;
  editionName: Words;
  year: number;
  phase: EditionPhase;
  stage: ClassStage;
  scope: RecusalScope;
  scoringClosesAt: Date | null;
  meetingAt: Date | null;
}

const CLASS = `
select c.edition_id as "editionId", c.code as "classCode", c.name as "className", e.name as "editionName", e.year,
  e.phase, c.stage, e.impartiality_scope as scope, e.scoring_closes_at as "scoringClosesAt", e.meeting_at as "meetingAt"
from edition_class c join edition e on e.id = c.edition_id where c.edition_id = $1 and c.code = $2`;

/**
 * The class, for whoever's grant reaches it: the secretariat in its edition or in all, the jury in its
 * own class. For anyone else it is not found, as if it did not exist.
 */
export async function panelClass(
  db: Db,
  principal: Principal,
  editionId: string,
  classCode: string,
): Promise<PanelClass> {
  demandReach(principal, editionId, classCode);
  return found(await db.query(CLASS, [editionId, classCode]));
}

/** The same, locked for the rest of the transaction, so that changes of one panel follow each other. */
export async function lockedPanelClass(
  tx: EntityManager,
  principal: Principal,
  editionId: string,
  classCode: string,
): Promise<PanelClass> {
  demandReach(principal, editionId, classCode);
  return found(await tx.query(`${CLASS} for no key update of c`, [editionId, classCode]));
}

function found(rows: PanelClass[]): PanelClass {
  const [row] = rows;
  if (!row) throw new Refused('not-found');
  return row;
}
