import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Colleague,
  COLLEAGUE_ROLES,
  type ColleagueRole,
  mayChangeColleague,
  MOST_COLLEAGUES,
} from '@award/award';
import { demand, People, type Principal, RateLimit, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { type EditionRow, Editions } from '@award/editions/api';
import { Mail, type WaitingMail } from '@award/mail/api';
import type { ChangeColleague, ColleaguesView, InviteColleague } from '@award/outreach/contract';
import { colleagueMail } from './colleague-mail';
import {
  COLLEAGUE_LOG,
  COLLEAGUES,
  type ColleagueRow,
  OWN_MUNICIPALITY,
} from './colleagues.queries';

type Acting = Principal & { editionId: string; municipalityId: string };

interface OwnMunicipality {
  name: string;
  language: 'nb' | 'nn';
}

/** Who acts for a municipality in an edition, as its own people decide it. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly people: People,
    private readonly keys: RequestKeys,
    private readonly limit: RateLimit,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
  ) {
    for (const [template, words] of Object.entries(colleagueMail))
      mail.register(template, words, { stillFor: hasAccess, failureFor: 'secretariat' });
  }

  async list(principal: Principal): Promise<ColleaguesView> {
    const acting = forMunicipality(principal);
    const [own, rows, log] = await Promise.all([
      this.municipality(this.db, acting),
      this.rows(this.db, acting),
      this.db.query(COLLEAGUE_LOG, [acting.editionId, acting.municipalityId]),
    ]);
    return {
      municipality: own.name,
      colleagues: rows.map(({ personId, name, emails, role, since, givenBy, byOrganisation }) => ({
        personId,
        name,
        emails,
        role,
        since: since.toISOString(),
        givenBy,
        byOrganisation,
        me: personId === acting.personId,
      })),
      log,
    };
  }

  /** Gives a colleague access and tells them by mail. Whoever has it already is not asked twice. */
  async invite(principal: Principal, order: InviteColleague, key: string): Promise<object> {
    const acting = forMunicipality(principal);
    await this.limit.hit(`colleague:${acting.personId}`, 30, 60);
    return this.act(acting, key, order, async (tx, edition, rows) => {
      const email = order.email.trim().toLowerCase();
      if (rows.some(({ emails }) => emails.includes(email))) throw badEmail('already-colleague');
      if (rows.length >= MOST_COLLEAGUES) throw badEmail('too-many');
      const own = await this.municipality(tx, acting);
      const personId = await this.people.byEmail(tx, email, order.name.trim(), own.language);
      await this.give(tx, acting, personId, order.role, null).catch((error: unknown) => {
        // Which other role an address has is nobody's business here.
        throw error instanceof Refused ? badEmail('cannot-be-invited') : error;
      });
      const grantedBy = acting.name;
      await this.mail.queue(tx, {
        eventKey: `colleague-invited:${key}`,
        recipient: email,
        template: 'colleague-invited',
        language: own.language,
        words: {
          municipality: own.name,
          edition: edition.name[own.language] || edition.name.nb,
          by: grantedBy,
          role: order.role,
        },
        editionId: edition.id,
      });
      return { act: 'colleague:invite', personId, role: order.role };
    });
  }

  async change(
    principal: Principal,
    personId: string,
    order: ChangeColleague,
    key: string,
  ): Promise<object> {
    const acting = forMunicipality(principal);
    return this.act(acting, key, { personId, ...order }, async (tx, _edition, rows) => {
      const row = demandColleague(rows, personId, order.role);
      if (row.role !== order.role) {
        const organisation = await this.people.endAll(tx, { ...acting, personId });
        await this.give(tx, acting, personId, order.role, organisation);
      }
      return { act: 'colleague:change', personId, role: order.role };
    });
  }

  /** Ends the access at once: the next request of every session of theirs is refused. */
  async remove(principal: Principal, personId: string, key: string): Promise<object> {
    const acting = forMunicipality(principal);
    return this.act(acting, key, { remove: personId }, async (tx, _edition, rows) => {
      const { emails } = demandColleague(rows, personId, null);
      await this.people.endAll(tx, { ...acting, personId });
      // The secretariat sees that nobody has the invitation any more, and may send a new one.
      await tx.query(
        'delete from invitation where edition_id = $1 and municipality_id = $2 and email = any($3)',
        [acting.editionId, acting.municipalityId, emails],
      );
      return { act: 'colleague:remove', personId, role: null };
    });
  }

  private async act(
    acting: Acting,
    key: string,
    body: unknown,
    work: (
      tx: EntityManager,
      edition: EditionRow,
      rows: ColleagueRow[],
    ) => Promise<{ act: string; personId: string; role: ColleagueRole | null }>,
  ): Promise<object> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, acting, key, body, async () => {
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 4))', [
          `${acting.editionId} ${acting.municipalityId}`,
        ]);
        const edition = await this.editions.byId(tx, acting.editionId);
        if (edition.phase === 'archived') throw new Refused('wrong-phase');
        const rows = await this.rows(tx, acting);
        // Whoever has just lost the right must not act on what they held when the request began.
        if (
          !rows.some(({ personId, role }) => personId === acting.personId && role === acting.role)
        )
          throw new Refused('not-permitted');
        const { act, personId, role } = await work(tx, edition, rows);
        await this.audit.write(tx, {
          principal: acting,
          act,
          subjectType: 'municipality',
          subjectId: acting.municipalityId,
          editionId: acting.editionId,
          facts: { personId, role },
        });
        return { personId };
      }),
    );
  }

  private give(
    tx: EntityManager,
    { editionId, municipalityId, personId: grantedBy }: Acting,
    personId: string,
    role: ColleagueRole,
    byOrganisation: string | null,
  ): Promise<string> {
    const order = { personId, role, editionId, municipalityId, grantedBy, byOrganisation };
    return this.people.grant(tx, order);
  }

  private rows(db: Pick<DataSource, 'query'>, acting: Acting): Promise<ColleagueRow[]> {
    return db.query(COLLEAGUES, [acting.editionId, acting.municipalityId]);
  }

  private async municipality(
    db: Pick<DataSource, 'query'>,
    { municipalityId }: Acting,
  ): Promise<OwnMunicipality> {
    const [own] = await db.query(OWN_MUNICIPALITY, [municipalityId]);
    return own;
  }
}

function forMunicipality(principal: Principal): Acting {
  const { editionId, municipalityId } = principal;
  if (editionId === null || municipalityId === null) throw new Refused('not-permitted');
  return { ...principal, editionId, municipalityId };
}

function demandColleague(
  rows: readonly ColleagueRow[],
  personId: string,
  becomes: ColleagueRole | null,
): ColleagueRow {
  const row = rows.find((one) => one.personId === personId);
  if (!row) throw new Refused('not-found');
  const colleagues: Colleague[] = rows.filter(({ role }) => COLLEAGUE_ROLES.includes(role));
  demand(mayChangeColleague(colleagues, personId, becomes));
  return row;
}

function badEmail(reason: 'already-colleague' | 'cannot-be-invited' | 'too-many'): Refused {
  return new Refused('bad-input', { fields: [{ path: 'email', reason }] });
}

/** Whether the access that the mail tells of has not been ended before it goes. */
async function hasAccess(
  db: Pick<EntityManager, 'query'>,
  { recipient, editionId }: WaitingMail,
): Promise<boolean> {
  const [held] = await db.query(
    `select from identity i join role_grant g on g.person_id = i.person_id and g.revoked_at is null
     where i.issuer = 'email' and i.subject = $1 and g.edition_id = $2 and g.municipality_id is not null`,
    [recipient, editionId],
  );
  return held !== undefined;
}
