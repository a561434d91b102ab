import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '@award/award';
import { Refused } from './refused';

export interface GrantOrder {
  personId: string;
  role: Role;
  editionId?: string | null;
  classCode?: string | null;
  municipalityId?: string | null;
  grantedBy?: string | null;
}

const JURY: readonly Role[] = ['juror', 'jury-leader'];

/** People, their identities and grants. A seated juror holds no secretariat or municipality grant in the same edition. */
@Injectable()
export class People {
  /** The person behind an invited address; made on the first invitation. */
  async byEmail(
    tx: EntityManager,
    email: string,
    name: string,
    language: 'nb' | 'nn' | 'en' = 'nb',
  ): Promise<string> {
    const address = email.trim().toLowerCase();
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [address]);
    const [known] = await tx.query(
      `select person_id from identity where issuer = 'email' and subject = $1`,
      [address],
    );
    if (known) return known.person_id;
    const [made] = await tx.query(
      'insert into person (name, language) values ($1, $2) returning id',
      [name, language],
    );
    await tx.query(`insert into identity (issuer, subject, person_id) values ('email', $1, $2)`, [
      address,
      made.id,
    ]);
    return made.id;
  }

  async grant(tx: EntityManager, order: GrantOrder): Promise<string> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 2))', [order.personId]);
    await this.refuseTwoHats(tx, order);
    const values = [
      order.personId,
      order.role,
      order.editionId ?? null,
      order.classCode ?? null,
      order.municipalityId ?? null,
    ];
    const [held] = await tx.query(
      `select id from role_grant where person_id = $1 and role = $2 and edition_id is not distinct from $3
         and class_code is not distinct from $4 and municipality_id is not distinct from $5 and revoked_at is null`,
      values,
    );
    if (held) return held.id;
    const [made] = await tx.query(
      `insert into role_grant (person_id, role, edition_id, class_code, municipality_id, granted_by)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [...values, order.grantedBy ?? null],
    );
    return made.id;
  }

  async revoke(tx: EntityManager, order: GrantOrder): Promise<void> {
    await tx.query(
      `update role_grant set revoked_at = clock_timestamp() where person_id = $1 and role = $2
         and edition_id is not distinct from $3 and class_code is not distinct from $4
         and municipality_id is not distinct from $5 and revoked_at is null`,
      [
        order.personId,
        order.role,
        order.editionId ?? null,
        order.classCode ?? null,
        order.municipalityId ?? null,
      ],
    );
  }

  private async refuseTwoHats(tx: EntityManager, order: GrantOrder): Promise<void> {
    const jury = JURY.includes(order.role);
    const [other] = await tx.query(
      `select role from role_grant where person_id = $1 and revoked_at is null
         and (edition_id is null or $2::uuid is null or edition_id = $2)
         and (role in ('juror', 'jury-leader')) <> $3 and role not in ('operator', 'release-keyholder') limit 1`,
      [order.personId, order.editionId ?? null, jury],
    );
    if (other && !['operator', 'release-keyholder'].includes(order.role))
      throw new Refused('other-role-held');
  }
}
