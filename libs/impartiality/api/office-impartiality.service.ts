import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type EntryStanding,
  type Ground,
  may,
  mayRule,
  needs,
  standing,
  type Standing,
} from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { demandReach, Editions } from '@award/editions/api';
import type {
  DeclareInOffice,
  OfficeGroundView,
  OfficeImpartialityView,
  RuleInOffice,
} from '@award/impartiality/contract';
import { OfficeDeclaration, OfficeRuling } from './office.entity';
import { OfficeMail } from './office-mail';
import { OFFICE_AWAITING, OFFICE_CLOSED, OFFICE_ENTRIES } from './office.queries';

type Db = Pick<EntityManager, 'query'>;

interface EntryRow {
  nominationId: string;
  municipalityName: string;
  municipalityNumber: string;
  countyName: string;
  classCode: string;
  declarations: { ground: Ground | null; at: string }[];
  rulings: { outcome: 'recused' | 'impartial'; at: string }[];
}

type AwaitingRow = Omit<OfficeGroundView, 'declaredAt'> & { classCode: string; declaredAt: Date };

/**
 * Everyone who prepares the award is held to the same rule as the jury: a ground closes the class, by person
 * and whatever the grant, until another secretary has ruled. Saying nothing closes nothing here, because the
 * secretariat has to check what comes in; what is still to be said is listed.
 */
@Injectable()
export class OfficeImpartiality {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly keys: RequestKeys,
    private readonly mail: OfficeMail,
    private readonly audit: AuditLog,
  ) {}

  async view(principal: Principal, editionId: string): Promise<OfficeImpartialityView> {
    demandReach(principal, editionId);
    return this.viewOf(this.db, principal, editionId);
  }

  /** A statement that changes nothing is not written again. A ground is told to those who may rule. */
  async declare(
    principal: Principal,
    editionId: string,
    body: DeclareInOffice,
    key: string,
  ): Promise<OfficeImpartialityView> {
    demandReach(principal, editionId);
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { editionId, ...body }, async () => {
        await tx.query('select 1 from person where id = $1 for no key update', [
          principal.personId,
        ]);
        const known = new Map(
          (await this.entries(tx, principal.personId, editionId)).map((row) => [
            row.nominationId,
            row,
          ]),
        );
        const said = body.declarations.map(({ nominationId, ground }) => ({
          nominationId: nominationId.toLowerCase(),
          ground,
        }));
        if (new Set(said.map((one) => one.nominationId)).size !== said.length)
          throw new Refused('bad-input');
        const news = said.filter(({ nominationId, ground }) => {
          const row = known.get(nominationId);
          if (!row) throw new Refused('not-found');
          const last = row.declarations.at(-1);
          return last === undefined || last.ground !== ground;
        });
        if (news.length === 0) return this.viewOf(tx, principal, editionId);
        await tx.insert(
          OfficeDeclaration,
          news.map((one) => ({ ...one, personId: principal.personId, editionId })),
        );
        const grounds = news.filter(({ ground }) => ground !== null);
        for (const { nominationId } of grounds)
          await this.mail.groundDeclared(tx, editionId, principal.personId, nominationId);
        await this.log(tx, principal, 'office-declaration:make', principal.personId, editionId, {
          declared: news.length,
          grounds: grounds.length,
        });
        return this.viewOf(tx, principal, editionId);
      }),
    );
  }

  /** Another secretary's answer. It holds at once; nobody rules on themselves or while locked out of the class. */
  async rule(
    principal: Principal,
    editionId: string,
    body: RuleInOffice,
  ): Promise<OfficeImpartialityView> {
    demandReach(principal, editionId);
    return this.db.transaction(async (tx) => {
      const personId = body.personId.toLowerCase();
      const nominationId = body.nominationId.toLowerCase();
      await tx.query('select 1 from person where id = $1 for no key update', [personId]);
      const row = (await this.entries(tx, personId, editionId)).find(
        (one) => one.nominationId === nominationId,
      );
      if (!row || row.declarations.length + row.rulings.length === 0)
        throw new Refused('not-found');
      const own = (await this.entries(tx, principal.personId, editionId)).filter(
        ({ classCode }) => classCode === row.classCode,
      );
      const concerned = standingTo(row);
      demand(
        mayRule({
          by: { person: principal.personId, leads: true, standing: standingOf(own) },
          concerned: personId,
          standing: concerned,
          outcome: body.outcome,
        }),
      );
      const standsSo = body.outcome === 'recused' ? 'recused' : 'ruled-impartial';
      demand(needs(concerned !== standsSo, 'nothing-to-rule'));
      await tx.insert(OfficeRuling, {
        personId,
        nominationId,
        editionId,
        outcome: body.outcome,
        ruledBy: principal.personId,
      });
      await this.log(tx, principal, 'office:rule', personId, editionId, {
        nomination: nominationId,
        outcome: body.outcome,
      });
      return this.viewOf(tx, principal, editionId);
    });
  }

  private async viewOf(
    db: Db,
    principal: Principal,
    editionId: string,
  ): Promise<OfficeImpartialityView> {
    const { classes } = await this.editions.byId(db, editionId);
    const rows = await this.entries(db, principal.personId, editionId);
    const closed: { personId: string; name: string; classCode: string }[] = await db.query(
      OFFICE_CLOSED,
      [editionId],
    );
    const mine = closed.filter(({ personId }) => personId === principal.personId);
    const rules = principal.role !== null && may(principal.role, 'office:rule').allowed;
    const awaiting: AwaitingRow[] = rules
      ? await db.query(OFFICE_AWAITING, [editionId, principal.personId])
      : [];
    const locked = new Set(mine.map(({ classCode }) => classCode));
    return {
      editionId,
      classes: classes.map(({ code, name }) => ({ code, name, closed: locked.has(code) })),
      entries: rows.map((row) => ({
        nominationId: row.nominationId,
        municipalityName: row.municipalityName,
        municipalityNumber: row.municipalityNumber,
        countyName: row.countyName,
        classCode: row.classCode,
        standing: standingTo(row),
        ground: row.declarations.at(-1)?.ground ?? null,
        declaredAt: row.declarations.at(-1)?.at ?? null,
      })),
      awaiting: awaiting
        .filter(({ classCode }) => !locked.has(classCode))
        .map(({ classCode: _class, declaredAt, ...ground }) => ({
          ...ground,
          declaredAt: declaredAt.toISOString(),
        })),
      closedTo: rules ? closed.map(({ name, classCode }) => ({ name, classCode })) : [],
    };
  }

  private async entries(db: Db, personId: string, editionId: string): Promise<EntryRow[]> {
    return db.query(OFFICE_ENTRIES, [editionId, personId]);
  }

  private async log(
    tx: EntityManager,
    principal: Principal,
    act: string,
    subjectId: string,
    editionId: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.write(tx, {
      principal,
      act,
      subjectType: 'person',
      subjectId,
      editionId,
      facts,
    });
  }
}

/** The class as the rule of the jury sees it, with the person in the place of the seat. */
function standingOf(rows: readonly EntryRow[]): Standing {
  const me = { seat: 'me' };
  return standing({
    ...me,
    scope: 'class',
    entriesOfClass: rows.map(({ nominationId }) => ({ entry: nominationId })),
    declarations: rows.flatMap(({ nominationId, declarations }) =>
      declarations.map(({ ground, at }) => ({
        ...me,
        entry: nominationId,
        ground,
        at: new Date(at),
      })),
    ),
    rulings: rows.flatMap(({ nominationId, rulings }) =>
      rulings.map(({ outcome, at }) => ({ ...me, entry: nominationId, outcome, at: new Date(at) })),
    ),
  });
}

function standingTo(row: EntryRow): EntryStanding {
  return standingOf([row]).entries[row.nominationId] ?? 'undeclared';
}
