import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { type ClearanceKnows, mayClear } from '@award/award';
import { demandReach, isDenied } from '@award/editions/api';
import type { Words } from '@award/editions/contract';
import type {
  ClearancesView,
  ClearanceView,
  ClearPerson,
  ClosedClassView,
  KnowingByRoleView,
  ReadByThenView,
} from '@award/publication/contract';
import { reasonOf } from '../sealed-payload';
import {
  CLEARANCES,
  FIRST_DECIDED,
  KNOWS_BY_ROLE,
  planOf,
  STAGE_PEOPLE,
} from './stage-plan.queries';
import { stageEdition } from './stage-plans.service';

/** `finalists` and `winners`: when that was first decided, if it was before the class was closed, at `shut`. */
interface ClosedRow {
  code: string;
  name: Words;
  finalists: string | null;
  winners: string | null;
  shut: string;
}
type ClearanceRow = Omit<ClearanceView, 'className' | 'clearedAt' | 'endedAt' | 'closed'> & {
  className: Words | null;
  clearedAt: Date;
  endedAt: Date | null;
  closed: ClosedRow[];
};
type RoleRow = Pick<KnowingByRoleView, 'name' | 'part'> & {
  code: string | null;
  className: Words | null;
  since: Date;
  endedAt: Date | null;
  closed: ClosedRow[];
};
interface DecidedRow {
  code: string;
  name: Words;
  finalists: Date | null;
  winners: Date | null;
}

/** The list of everyone who knows before everybody else. Putting on and taking off are acts on the log. */
@Injectable()
export class Clearances {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditLog,
  ) {}

  async of(principal: Principal, editionId: string): Promise<ClearancesView> {
    demandReach(principal, editionId);
    const plan = await planOf(this.db, editionId);
    if (plan === null) throw new Refused('not-found');
    const isHidden = (code: string) => isDenied(principal, editionId, code);
    const hidden = plan.classes.map(({ code }) => code).filter(isHidden);
    const [clearances, byRole, decided, people] = await Promise.all([
      this.db.query(CLEARANCES, [editionId]) as Promise<ClearanceRow[]>,
      this.db.query(KNOWS_BY_ROLE, [editionId, hidden]) as Promise<RoleRow[]>,
      this.db.query(FIRST_DECIDED, [editionId, hidden]) as Promise<DecidedRow[]>,
      this.db.query(STAGE_PEOPLE, [editionId]) as Promise<ClearancesView['people']>,
    ]);
    const said = (words: Words | null) => words && (words[principal.language] || words.nb);
    const { phase } = plan;
    const closedOf = (rows: readonly ClosedRow[], since: Date, ended: Date | null) =>
      rows.map(({ code, name, shut, ...decided }): ClosedClassView => {
        const until = new Date(Math.min(new Date(shut).getTime(), ended?.getTime() ?? Infinity));
        const handed = isHidden(code) ? null : handedSince(decided, since, until);
        return { className: said(name) ?? code, handed };
      });
    const couldRead = ({ code: own, since, endedAt, closed }: RoleRow): ReadByThenView[] =>
      decided.flatMap(({ code, name, ...first }) => {
        if (endedAt === null || (own !== null && own !== code)) return [];
        const shut = closed.find((one) => one.code === code)?.shut;
        const until = shut && new Date(shut) < endedAt ? new Date(shut) : endedAt;
        const read = handedSince(first, since, until);
        return read ? [{ className: said(name) ?? code, ...read }] : [];
      });
    return {
      edition: stageEdition(plan, principal.language),
      classes: plan.classes.map(({ code, name }) => ({ code, name: said(name) ?? code })),
      clearances: clearances.map((row) => ({
        id: row.id,
        name: row.name,
        part: row.part,
        organisation: row.organisation,
        knows: row.knows,
        className: said(row.className),
        clearedBy: row.clearedBy,
        clearedAt: row.clearedAt.toISOString(),
        endedAt: row.endedAt?.toISOString() ?? null,
        closed: closedOf(row.closed, row.clearedAt, row.endedAt),
      })),
      byRole: byRole.flatMap((row): KnowingByRoleView[] => {
        const { name, part, className, since, endedAt, closed } = row;
        const read = couldRead(row);
        if (endedAt !== null && read.length === 0) return [];
        return [
          {
            name,
            part,
            className: said(className),
            since: since.toISOString(),
            endedAt: endedAt?.toISOString() ?? null,
            read,
            closed: endedAt === null ? closedOf(closed, since, null) : [],
          },
        ];
      }),
      people,
      cannotClear: {
        finalists: reasonOf(mayClear({ part: 'presenter', knows: 'finalists', phase })),
        winners: reasonOf(mayClear({ part: 'presenter', knows: 'winners', phase })),
      },
    };
  }

  async clear(
    principal: Principal,
    editionId: string,
    asked: ClearPerson,
  ): Promise<ClearancesView> {
    const { part, knows, personId } = asked;
    const classCode = knows === 'winners' ? (asked.classCode ?? null) : null;
    demandReach(principal, editionId, classCode ?? undefined);
    if (asked.name.trim() === '') throw new Refused('bad-input');
    await this.db.transaction(async (tx) => {
      const plan = await planOf(tx, editionId);
      if (plan === null) throw new Refused('not-found');
      const known = plan.classes.some(({ code }) => code === classCode);
      if (knows === 'winners' && !known) throw new Refused('unknown-class');
      demand(mayClear({ part, knows, phase: plan.phase }));
      if (personId) {
        const people: { id: string }[] = await tx.query(STAGE_PEOPLE, [editionId]);
        if (!people.some(({ id }) => id === personId)) throw new Refused('not-found');
      }
      const [made] = await tx.query(
        `insert into clearance (edition_id, knows, class_code, name, part, organisation, person_id, cleared_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [
          editionId,
          knows,
          classCode,
          asked.name.trim(),
          part,
          asked.organisation.trim(),
          personId ?? null,
          principal.personId,
        ],
      );
      await this.audit.write(tx, {
        principal,
        act: 'release:clear',
        subjectType: 'clearance',
        subjectId: made.id,
        editionId,
        facts: { knows, classCode, part, personId: personId ?? null },
      });
    });
    return this.of(principal, editionId);
  }

  /** Takes a person off the list. That they were on it, and when, stays. */
  async end(principal: Principal, editionId: string, id: string): Promise<ClearancesView> {
    demandReach(principal, editionId);
    await this.db.transaction(async (tx) => {
      const [, ended] = await tx.query(
        `update clearance set ended_at = award_now(), ended_by = $3 where id = $1 and edition_id = $2 and ended_at is null`,
        [id, editionId, principal.personId],
      );
      if (ended !== 1) throw new Refused('not-found');
      await this.audit.write(tx, {
        principal,
        act: 'release:clear-end',
        subjectType: 'clearance',
        subjectId: id,
        editionId,
        facts: {},
      });
    });
    return this.of(principal, editionId);
  }
}

/** The most that could be read in the time that the person was let in, and since when. */
function handedSince(
  decided: Record<ClearanceKnows, string | Date | null>,
  since: Date,
  until: Date,
): ClosedClassView['handed'] {
  for (const knows of ['winners', 'finalists'] as const) {
    const made = decided[knows];
    if (made === null) continue;
    const at = new Date(Math.max(new Date(made).getTime(), since.getTime()));
    if (at < until) return { knows, at: at.toISOString() };
  }
  return null;
}
