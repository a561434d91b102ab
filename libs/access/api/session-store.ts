import { createHash } from 'node:crypto';
import session from 'express-session';
import type { DataSource } from 'typeorm';
import type { Role } from '@award/award';
import type { Principal } from './principal';

declare module 'express-session' {
  interface SessionData {
    csrf: string;
    grantId: string | null;
    principal: Principal;
    passport: { user: string };
    /** The organisation numbers shown at sign-in, and where. */
    organisations: string[];
    provider: string;
    /** A sign-in elsewhere that has begun. */
    openid: { til: string; language: 'nb' | 'nn' | 'en'; linksTo: string | null; gone: boolean };
  }
}

export const IDLE_HOURS = 4;
/** However busy, a session ends after a long day. */
export const LONGEST_HOURS = 12;
const hash = (id: string) => createHash('sha256').update(id).digest('hex');

const BEGIN = `insert into session (id_hash, person_id, grant_id, data, expires_at)
  values ($1, $2, $3, $4, clock_timestamp() + interval '${IDLE_HOURS} hours')
  on conflict (id_hash) do update set person_id = $2, grant_id = $3, data = $4, expires_at = excluded.expires_at`;
const CHANGE = `update session set person_id = $2, grant_id = $3, data = $4,
  expires_at = clock_timestamp() + interval '${IDLE_HOURS} hours' where id_hash = $1`;

interface SessionRow {
  data: session.SessionData;
  person_id: string | null;
  name: string;
  language: Principal['language'];
  grant_id: string | null;
  role: Role | null;
  edition_id: string | null;
  class_code: string | null;
  municipality_id: string | null;
  denied: string[] | null;
  stale: boolean;
}

/**
 * Sessions in PostgreSQL, on the real clock. Only the hash of the id is stored, and reading a session
 * brings the person and the acting grant along, so that a request costs one statement and a revoked grant ends at once.
 */
export class SessionStore extends session.Store {
  constructor(private readonly db: DataSource) {
    super();
  }

  override get(
    id: string,
    done: (error: unknown, session?: session.SessionData | null) => void,
  ): void {
    this.db
      .query(
        `select s.data, s.person_id, p.name, p.language, g.id as grant_id, g.role, g.edition_id, g.class_code, g.municipality_id,
           case when g.role in ('secretary', 'case-officer', 'release-keyholder') then office_denied(s.person_id) end as denied,
           s.expires_at < clock_timestamp() + interval '${IDLE_HOURS} hours' - interval '10 minutes' as stale
         from session s left join person p on p.id = s.person_id
         left join role_grant g on g.id = s.grant_id and g.revoked_at is null and g.person_id = s.person_id
           and (g.by_organisation is null or s.data->'organisations' ? g.by_organisation)
         where s.id_hash = $1 and s.expires_at > clock_timestamp() and s.created_at > clock_timestamp() - interval '${LONGEST_HOURS} hours'`,
        [hash(id)],
      )
      .then((rows: SessionRow[]) => done(null, rows[0] ? withPrincipal(rows[0]) : null))
      .catch(done);
  }

  /** A session that has been loaded is changed only while it is there: a save that comes after its end makes none. */
  override set(
    id: string,
    data: session.SessionData & { stale?: boolean },
    done?: (error?: unknown) => void,
  ): void {
    const { principal: _loaded, stale, ...kept } = data;
    this.db
      .query(stale === undefined ? BEGIN : CHANGE, [
        hash(id),
        data.passport?.user ?? null,
        data.grantId ?? null,
        kept,
      ])
      .then(() => done?.())
      .catch((error) => done?.(error));
  }

  override touch(
    id: string,
    data: session.SessionData & { stale?: boolean },
    done?: () => void,
  ): void {
    if (!data.stale) return done?.();
    this.db
      .query(
        `update session set expires_at = clock_timestamp() + interval '${IDLE_HOURS} hours' where id_hash = $1`,
        [hash(id)],
      )
      .then(() => done?.())
      .catch(() => done?.());
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    this.db
      .query('delete from session where id_hash = $1', [hash(id)])
      .then(() => done?.())
      .catch((error) => done?.(error));
  }
}

function withPrincipal(row: SessionRow): session.SessionData {
  const data = { ...row.data, grantId: row.grant_id, stale: row.stale };
  if (row.person_id) {
    data.principal = {
      personId: row.person_id,
      name: row.name,
      language: row.language,
      grantId: row.grant_id,
      role: row.role,
      editionId: row.edition_id,
      classCode: row.class_code,
      municipalityId: row.municipality_id,
      ...(row.denied?.length ? { denied: row.denied } : {}),
    };
  }
  return data;
}
