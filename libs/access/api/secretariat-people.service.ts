import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { GiveRole, PersonWithRoles } from '@award/access/contract';
import { AuditLog } from '@award/audit/api';
import { Mail } from '@award/mail/api';
import { accessMail } from './access-mail';
import { People } from './people.service';
import type { Principal } from './principal';
import { Refused } from './refused';
import { RequestKeys } from './request-keys';

const ROLES = `('secretary', 'case-officer', 'release-keyholder')`;

/** `$1` the edition of the reader's own grant, or null; `$2` the reader. */
const PEOPLE = `
select p.id as "personId", p.name, p.id = $2 as me,
  coalesce((select json_agg(i.subject order by i.subject) from identity i where i.person_id = p.id and i.issuer = 'email'), '[]') as emails,
  json_agg(json_build_object('grantId', g.id, 'role', g.role, 'editionId', g.edition_id, 'editionYear', e.year, 'grantedAt', g.granted_at,
    'grantedBy', b.name) order by e.year desc nulls first, g.role) as roles
from role_grant g join person p on p.id = g.person_id left join edition e on e.id = g.edition_id left join person b on b.id = g.granted_by
where g.revoked_at is null and g.role in ${ROLES} and ($1::uuid is null or g.edition_id is null or g.edition_id = $1)
group by p.id order by p.name collate "nb-x-icu", p.id`;

/** Who works in the secretariat. A role of one edition gives and ends roles of that edition only. */
@Injectable()
export class SecretariatPeople {
  constructor(
    private readonly db: DataSource,
    private readonly people: People,
    private readonly keys: RequestKeys,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
  ) {
    mail.register('role-given', accessMail.roleGiven, {
      stillFor: async (db, { eventKey }) => {
        const [grant] = await db.query(
          `select from role_grant g where 'role-given:' || g.id = $1 and g.revoked_at is null`,
          [eventKey],
        );
        return grant !== undefined;
      },
    });
  }

  list(principal: Principal): Promise<PersonWithRoles[]> {
    return this.db.query(PEOPLE, [principal.editionId, principal.personId]);
  }

  /** Gives the role once and tells the person how to sign in; a role that is held already stays as it is. */
  async give(principal: Principal, order: GiveRole, key: string): Promise<{ grantId: string }> {
    const { email, name, language, role, editionId } = order;
    if (principal.editionId !== null && principal.editionId !== editionId)
      throw new Refused('not-permitted');
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, order, async () => {
        const [edition] = editionId
          ? await tx.query('select year from edition where id = $1', [editionId])
          : [null];
        if (edition === undefined) throw new Refused('not-found');
        const personId = await this.people.byEmail(tx, email, name.trim(), language);
        const held = { personId, role, editionId, grantedBy: principal.personId };
        const before = await this.people.holds(tx, held);
        const grantId = await this.people.grant(tx, held);
        if (before) return { grantId };
        await this.mail.queue(tx, {
          eventKey: `role-given:${grantId}`,
          recipient: email.trim(),
          template: 'role-given',
          language,
          words: { role, year: edition ? String(edition.year) : '' },
          editionId,
        });
        await this.audit.write(tx, {
          principal,
          act: 'grant:give',
          subjectType: 'person',
          subjectId: personId,
          editionId,
          facts: { role, grantId },
        });
        return { grantId };
      }),
    );
  }

  /** Ends a role from the next request on. Somebody must be left who can give roles. */
  async end(principal: Principal, grantId: string, key: string): Promise<{ grantId: string }> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { end: grantId }, async () => {
        await tx.query('select pg_advisory_xact_lock(730400)');
        const [[ended]] = await tx.query(
          `update role_grant set revoked_at = clock_timestamp()
           where id = $1 and revoked_at is null and role in ${ROLES} and ($2::uuid is null or edition_id = $2)
           returning person_id as "personId", role, edition_id as "editionId"`,
          [grantId, principal.editionId],
        );
        if (!ended) throw new Refused('not-found');
        const left = await tx.query(
          `select from role_grant where role = 'secretary' and edition_id is null and revoked_at is null limit 1`,
        );
        if (ended.role === 'secretary' && ended.editionId === null && left.length === 0)
          throw new Refused('last-secretary');
        await this.audit.write(tx, {
          principal,
          act: 'grant:end',
          subjectType: 'person',
          subjectId: ended.personId,
          editionId: ended.editionId,
          facts: { role: ended.role, grantId },
        });
        return { grantId };
      }),
    );
  }
}
