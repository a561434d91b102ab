import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IdentitiesView } from '@award/access/contract';
import { AuditLog } from '@award/audit/api';
import type { Principal } from '../principal';
import { Refused } from '../refused';
import { OpenIdProviders } from './openid-providers';

const ID = `encode(sha256(convert_to(issuer || ' ' || subject, 'UTF8')), 'hex')`;

interface IdentityRow {
  id: string;
  issuer: string;
  subject: string;
  since: Date;
}

/** How somebody signs in, and from how many places they are signed in now. */
@Injectable()
export class Identities {
  constructor(
    private readonly db: DataSource,
    private readonly providers: OpenIdProviders,
    private readonly audit: AuditLog,
  ) {}

  async mine({ personId }: Principal): Promise<IdentitiesView> {
    const rows: IdentityRow[] = await this.db.query(
      `select ${ID} as id, issuer, subject, created_at as since from identity
       where person_id = $1 and issuer <> 'demo' order by created_at, issuer`,
      [personId],
    );
    const [counted] = await this.db.query(
      `select count(*)::int as count from session where person_id = $1 and expires_at > clock_timestamp()`,
      [personId],
    );
    const linked = rows.map(({ issuer }) => this.providers.nameOf(issuer));
    return {
      identities: rows.map(({ id, issuer, subject, since }) => ({
        id,
        kind: issuer === 'email' ? 'email' : 'openid',
        name: issuer === 'email' ? subject : (this.providers.nameOf(issuer) ?? issuer),
        since: since.toISOString(),
        mayEnd: issuer !== 'email' && rows.length > 1,
      })),
      others: this.providers.list().filter(({ name }) => !linked.includes(name)),
      sessions: counted.count,
    };
  }

  /** Ends a link to a provider. One way to sign in must be left. */
  async end(principal: Principal, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 2))', [
        principal.personId,
      ]);
      const [ended] = await tx.query(
        `delete from identity where person_id = $1 and ${ID} = $2 and issuer not in ('email', 'demo')
           and exists (select from identity other where other.person_id = $1 and other.issuer <> 'demo'
             and (other.issuer, other.subject) <> (identity.issuer, identity.subject))
         returning issuer`,
        [principal.personId, id],
      );
      if (ended.length === 0) throw new Refused('not-found');
      await this.audit.write(tx, {
        principal,
        act: 'identity:end',
        subjectType: 'person',
        subjectId: principal.personId,
        editionId: null,
      });
    });
  }

  /** Ends every session of the person, in this browser and all others. */
  async signOutEverywhere({ personId }: Principal): Promise<void> {
    await this.db.query('delete from session where person_id = $1', [personId]);
  }
}
