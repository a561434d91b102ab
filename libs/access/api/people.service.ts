import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayHold, type Role } from '@award/award';
import { demand } from './refused';

export interface GrantOrder {
  personId: string;
  role: Role;
  editionId?: string | null;
  classCode?: string | null;
  municipalityId?: string | null;
  grantedBy?: string | null;
  /** The organisation number that opened it: it counts in sessions that have shown that number, and nowhere else. */
  byOrganisation?: string | null;
}

/** People, their identities and grants. Who may hold what together is the award's rule. */
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
    const held = await this.livingGrant(tx, order);
    if (held) return held;
    const [made] = await tx.query(
      `insert into role_grant (person_id, role, edition_id, class_code, municipality_id, granted_by, by_organisation)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [...placeOf(order), order.grantedBy ?? null, order.byOrganisation ?? null],
    );
    return made.id;
  }

  async revoke(tx: EntityManager, order: GrantOrder): Promise<void> {
    await tx.query(
      `update role_grant set revoked_at = clock_timestamp() where person_id = $1 and role = $2
         and edition_id is not distinct from $3 and class_code is not distinct from $4
         and municipality_id is not distinct from $5 and revoked_at is null`,
      placeOf(order),
    );
  }

  /** Ends all that the person may do for a municipality in an edition; answers with the organisation number it rested on. */
  async endAll(
    tx: EntityManager,
    of: { personId: string; editionId: string; municipalityId: string },
  ): Promise<string | null> {
    const [ended]: [{ organisation: string | null }[]] = await tx.query(
      `update role_grant set revoked_at = clock_timestamp()
       where person_id = $1 and edition_id = $2 and municipality_id = $3 and revoked_at is null
       returning by_organisation as organisation`,
      [of.personId, of.editionId, of.municipalityId],
    );
    return ended.some(({ organisation }) => organisation === null)
      ? null
      : (ended[0]?.organisation ?? null);
  }

  /** Whether the person holds exactly this grant. */
  async holds(tx: EntityManager, order: GrantOrder): Promise<boolean> {
    return (await this.livingGrant(tx, order)) !== null;
  }

  private async livingGrant(tx: EntityManager, order: GrantOrder): Promise<string | null> {
    const [held] = await tx.query(
      `select id from role_grant where person_id = $1 and role = $2 and edition_id is not distinct from $3
         and class_code is not distinct from $4 and municipality_id is not distinct from $5 and revoked_at is null`,
      placeOf(order),
    );
    return held?.id ?? null;
  }

  private async refuseTwoHats(tx: EntityManager, order: GrantOrder): Promise<void> {
    const held = await tx.query(
      `select role, edition_id as edition from role_grant where person_id = $1 and revoked_at is null`,
      [order.personId],
    );
    demand(mayHold(held, { role: order.role, edition: order.editionId ?? null }));
  }
}

function placeOf(order: GrantOrder) {
  return [
    order.personId,
    order.role,
    order.editionId ?? null,
    order.classCode ?? null,
    order.municipalityId ?? null,
  ];
}
