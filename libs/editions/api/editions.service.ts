import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  criteriaComplete,
  EDITION_WORKFLOW,
  type EditionAction,
  type EditionGuard,
  type EditionPhase,
  mayUseClasses,
  needs,
  type Postponable,
  STAGE_WORKFLOW,
  type StageAction,
  type StageGuard,
  timetableInOrder,
  transition,
  type Verdict,
} from '@award/award';
import { demand, prepared, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { CURRENT_EDITION, EDITION_BY_ID } from './editions.queries';
import type { EditionRow } from './edition-row';
import { type Readings, ruleHash } from './rule-hash';

/** A DataSource or the EntityManager of a transaction. */
export type Db = Pick<EntityManager, 'query'>;

interface Situation {
  edition: EditionRow;
  reason: string;
}

/** The guards that the edition itself can answer for; the caller answers for the others before it calls. */
const EDITION_GUARDS: Partial<Record<EditionGuard, (situation: Situation) => Verdict>> = {
  'timetable-in-order': ({ edition }) => timetableInOrder(edition),
  'classes-complete': ({ edition }) => mayUseClasses(edition.classes),
  'criteria-complete': ({ edition }) =>
    criteriaComplete(edition.criteria.map((one) => ({ ...one, name: one.name.nb }))),
  'opening-time-reached': ({ edition: { opensAt, now } }) =>
    needs(opensAt !== null && opensAt <= now, 'before-opening'),
  'deadline-passed': ({ edition: { deadline, now } }) =>
    needs(deadline !== null && now > deadline, 'wrong-phase'),
  'reason-given': ({ reason }) => needs(reason.trim() !== '', 'reason-required'),
  'finalists-sealed-in-every-class': ({ edition }) =>
    needs(
      edition.classes.every(({ stage }) => ['finalists-sealed', 'winner-sealed'].includes(stage)),
      'not-sealed',
    ),
};

const STAGE_GUARDS: Partial<Record<StageGuard, (situation: Situation) => Verdict>> = {
  'rule-registered': ({ edition }) => needs(edition.ruleHash !== null, 'wrong-state'),
  'reason-given': ({ reason }) => needs(reason.trim() !== '', 'reason-required'),
};

const PHASES_OF_STAGES: readonly EditionPhase[] = ['judging', 'finalists-published'];

/** The one door through which an edition's phase and a class's stage change. */
@Injectable()
export class Editions {
  constructor(private readonly audit: AuditLog) {}

  /** The edition with its classes and criteria, in one statement; refused with `not-found`. */
  async byId(db: Db, id: string): Promise<EditionRow> {
    const [row] = await prepared<EditionRow>(db, 'edition-by-id', EDITION_BY_ID, [id]);
    if (!row) throw new Refused('not-found');
    return row;
  }

  /** The edition that people work on now, or null when there is none. */
  async current(db: Db): Promise<EditionRow | null> {
    const [row] = await db.query(CURRENT_EDITION);
    return row ?? null;
  }

  /** The edition, locked to the end of the transaction. */
  async locked(tx: EntityManager, id: string): Promise<EditionRow> {
    await tx.query('select from edition where id = $1 for no key update', [id]);
    return this.byId(tx, id);
  }

  /**
   * Moves the edition along EDITION_WORKFLOW. A null principal is the clock. Answers with the edition as it
   * was before. Preconditions of other areas are the caller's: each transition is called from one place only.
   */
  async advance(
    tx: EntityManager,
    principal: Principal | null,
    editionId: string,
    action: EditionAction,
    reason = '',
  ): Promise<EditionRow> {
    if (principal) demandReach(principal, editionId);
    const edition = await this.locked(tx, editionId);
    const step = transition(EDITION_WORKFLOW, edition.phase, action);
    if (!step.allowed) throw new Refused('wrong-phase', { phase: edition.phase });
    if (!step.row.who.includes(principal ? actorOf(principal) : 'clock'))
      throw new Refused('not-permitted');
    for (const guard of step.row.needs)
      demand(EDITION_GUARDS[guard]?.({ edition, reason }) ?? { allowed: true });
    const [, moved] = await tx.query(
      'update edition set phase = $3, lock_version = lock_version + 1 where id = $1 and phase = $2',
      [editionId, edition.phase, step.to],
    );
    if (moved !== 1) throw new Refused('stale-save');
    await this.audit.write(tx, {
      principal,
      act: `edition:${action}`,
      subjectType: 'edition',
      subjectId: editionId,
      editionId,
      facts: { from: edition.phase, to: step.to },
    });
    return edition;
  }

  /** Moves a class along STAGE_WORKFLOW; answers with the edition as it was before. */
  async advanceStage(
    tx: EntityManager,
    principal: Principal | null,
    editionId: string,
    classCode: string,
    action: StageAction,
    reason = '',
  ): Promise<EditionRow> {
    if (principal) demandReach(principal, editionId, classCode);
    await tx.query(
      'select from edition_class where edition_id = $1 and code = $2 for no key update',
      [editionId, classCode],
    );
    const edition = await this.byId(tx, editionId);
    const from = edition.classes.find(({ code }) => code === classCode)?.stage;
    if (from === undefined) throw new Refused('not-found');
    if (!PHASES_OF_STAGES.includes(edition.phase))
      throw new Refused('wrong-phase', { phase: edition.phase });
    const step = transition(STAGE_WORKFLOW, from, action);
    if (!step.allowed) throw new Refused('wrong-stage', { stage: from });
    if (!step.row.who.includes(principal ? actorOf(principal) : 'clock'))
      throw new Refused('not-permitted');
    for (const guard of step.row.needs)
      demand(STAGE_GUARDS[guard]?.({ edition, reason }) ?? { allowed: true });
    const [, moved] = await tx.query(
      'update edition_class set stage = $4 where edition_id = $1 and code = $2 and stage = $3',
      [editionId, classCode, from, step.to],
    );
    if (moved !== 1) throw new Refused('stale-save');
    await this.audit.write(tx, {
      principal,
      act: `stage:${action}`,
      subjectType: 'edition-class',
      subjectId: editionId,
      editionId,
      facts: { classCode, from, to: step.to },
    });
    return edition;
  }

  /**
   * Moves a time of the announcement, which two people have agreed on: for publication, which asks them.
   * The change stands in the timetable's history with its reason.
   */
  async postpone(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    { field, to, reason }: { field: Postponable; to: Date; reason: string },
  ): Promise<void> {
    demandReach(principal, editionId);
    const edition = await this.locked(tx, editionId);
    const column = { finalistsAt: 'finalists_at', announcementAt: 'announcement_at' }[field];
    await tx.query(
      `update edition set ${column} = $2, lock_version = lock_version + 1 where id = $1`,
      [editionId, to],
    );
    await tx.query(
      `insert into timetable_change (edition_id, field, before, after, reason, changed_by) values ($1, $2, $3, $4, $5, $6)`,
      [editionId, field, edition[field], to, reason, principal.personId],
    );
  }

  /**
   * Registers the rule of judgement: from here on it cannot change. Called when the first class opens its
   * scoring; a second call answers with the same hash and does nothing.
   */
  async registerRule(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    readings: Readings = {},
  ): Promise<{ ruleHash: string }> {
    demandReach(principal, editionId);
    const edition = await this.locked(tx, editionId);
    if (edition.ruleHash !== null) return { ruleHash: edition.ruleHash };
    const hash = ruleHash(edition, readings);
    await tx.query(
      `update edition set rule_hash = $2, rule_registered_at = award_now(), lock_version = lock_version + 1
       where id = $1 and rule_hash is null`,
      [editionId, hash],
    );
    await this.audit.write(tx, {
      principal,
      act: 'edition:register-rule',
      subjectType: 'edition',
      subjectId: editionId,
      editionId,
      facts: { ruleHash: hash },
    });
    return { ruleHash: hash };
  }
}

/** A grant of one edition, and of one class, reaches no further: the rest is answered as if it did not exist. */
export function demandReach(
  principal: Pick<Principal, 'editionId' | 'classCode' | 'denied'>,
  editionId: string,
  classCode?: string,
): void {
  const other =
    (principal.editionId !== null && principal.editionId !== editionId) ||
    (classCode !== undefined && principal.classCode !== null && principal.classCode !== classCode);
  if (other) throw new Refused('not-found');
  if (classCode !== undefined && isDenied(principal, editionId, classCode))
    throw new Refused('recused');
}

/** Whether the class is closed to the person for a reason of impartiality, whatever the grant. */
export function isDenied(
  { denied }: Pick<Principal, 'denied'>,
  editionId: string,
  classCode: string,
): boolean {
  return denied?.includes(`${editionId}:${classCode}`) ?? false;
}

function actorOf(principal: Principal) {
  if (principal.role === null) throw new Refused('not-permitted');
  return principal.role;
}
