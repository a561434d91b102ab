import type { EntityManager } from 'typeorm';
import {
  type Actor,
  type ClassStage,
  type EditionPhase,
  mayBeSent,
  nextWorkingDayAtNoon,
  type NominationContent,
  type NominationForm,
  type NominationSituation,
  type NominationState,
  type SizeClass,
  wholeContent,
  wholeForm,
} from '@award/award';
import type { Principal } from '@award/access/api';
import type { Db } from '@award/editions/api';
import type { Words } from '@award/editions/contract';
import type { WrittenForm } from '@award/nominations/contract';

/** An entry with what its rules need to know, locked until the transaction ends. */
export interface LockedNomination {
  id: string;
  editionId: string;
  municipalityId: string;
  state: NominationState;
  classCode: string | null;
  population: number | null;
  content: NominationContent;
  writtenForm: WrittenForm;
  lockVersion: number;
  submittedVersionId: string | null;
  returnDueAt: Date | null;
  updatedBy: string | null;
  updatedAt: Date;
  year: number;
  phase: EditionPhase;
  opensAt: Date;
  deadline: Date;
  form: NominationForm;
  /** `YYYY-MM-DD`. */
  referenceDate: string;
  classes: (SizeClass & { name: Words; stage: ClassStage })[];
  registerWrittenForm: WrittenForm | 'neutral' | null;
  municipalityNumber: string;
  municipalityName: string;
  /** The register's figure for the reference date, or null. */
  figure: { population: number; source: string } | null;
}

const LOCKED = `
select n.id, n.edition_id as "editionId", n.municipality_id as "municipalityId", n.state, n.class_code as "classCode",
  n.population, n.content, n.written_form as "writtenForm", n.lock_version as "lockVersion",
  n.submitted_version_id as "submittedVersionId", n.return_due_at as "returnDueAt",
  n.updated_by as "updatedBy", n.updated_at as "updatedAt",
  e.year, e.phase, e.opens_at as "opensAt", e.deadline, e.form, e.reference_date::text as "referenceDate",
  (select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'stage', c.stage,
      'minPopulation', c.min_population, 'maxPopulation', c.max_population) order by c.position)
    from edition_class c where c.edition_id = e.id) as classes,
  m.written_form as "registerWrittenForm", v.number as "municipalityNumber", v.name as "municipalityName",
  (select jsonb_build_object('population', p.count, 'source', p.source) from population p
    where p.municipality_id = m.id and p.on_date = e.reference_date) as figure
from nomination n
join edition e on e.id = n.edition_id
join municipality m on m.id = n.municipality_id
join lateral (select * from municipality_version v where v.municipality_id = m.id
  order by v.valid_from <= e.reference_date desc, v.valid_from desc limit 1) v on true
where n.id = any($1) order by n.id`;

/**
 * Locks entries, parents first and in a fixed order, and then reads them, so that what is read is
 * what is true when the locks are held. The stages of the classes stay as read until the end.
 */
export async function lockNominations(
  tx: EntityManager,
  ids: readonly string[],
): Promise<LockedNomination[]> {
  await tx.query(
    `select c.code from edition_class c where c.edition_id in (select edition_id from nomination where id = any($1))
     order by c.edition_id, c.code for share`,
    [ids],
  );
  await tx.query('select id from nomination where id = any($1) order by id for no key update', [
    ids,
  ]);
  return readNominations(tx, ids);
}

/** Locks one entry alone: for writing in it, which asks no class's stage. */
export async function lockForWriting(tx: EntityManager, id: string): Promise<LockedNomination> {
  await tx.query('select id from nomination where id = $1 for no key update', [id]);
  const [row] = await readNominations(tx, [id]);
  if (!row) throw new Error(`nomination ${id} is gone`);
  return row;
}

async function readNominations(db: Db, ids: readonly string[]): Promise<LockedNomination[]> {
  const rows: LockedNomination[] = await db.query(LOCKED, [ids]);
  return rows.map((row) => ({
    ...row,
    content: wholeContent(row.content),
    form: wholeForm(row.form),
  }));
}

/**
 * The award's clock, rounded up to whole milliseconds, so that a request received after a deadline
 * never seems to be in time. To be the first statement of an act that has a deadline.
 */
export async function receivedNow(db: Db): Promise<Date> {
  const [row] = await db.query(
    `select date_trunc('milliseconds', award_now() + interval '999 microseconds') as at`,
  );
  return row.at;
}

/** Who acts in the workflow: the role, or the clock. */
export function actorOf(principal: Pick<Principal, 'role'> | null): Actor {
  return principal?.role ?? 'clock';
}

/** What the rules ask about an entry. `classCode` is the class that it has or is to get. */
export function situationOf(
  row: LockedNomination,
  actor: Actor,
  receivedAt: Date,
  classCode: string | null = row.classCode,
): NominationSituation {
  return {
    state: row.state,
    actor,
    phase: row.phase,
    opensAt: row.opensAt,
    deadline: row.deadline,
    receivedAt,
    stage: row.classes.find((one) => one.code === classCode)?.stage ?? 'waiting',
    complete: mayBeSent(row.content, row.form).allowed,
    heldAnswerDue: nextWorkingDayAtNoon(row.deadline),
    returnDue: row.returnDueAt,
  };
}

/** The instant against which an act on the entry is received: the call's, or its own after a return. */
export function dueOf(row: LockedNomination, sendingHeld: boolean): Date {
  if (row.state === 'returned' && row.returnDueAt) return row.returnDueAt;
  return sendingHeld ? nextWorkingDayAtNoon(row.deadline) : row.deadline;
}
