import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface AuditEntry {
  /** Who acts, and in which role. Null when the clock acts. */
  principal: { personId: string; role: string | null } | null;
  /** `noun:verb` in the past sense of the act, such as `nomination:submit`. */
  act: string;
  subjectType: string;
  subjectId: string | null;
  editionId: string | null;
  /** Ids, hashes, codes and numbers only: never a name, an address or free text. */
  facts?: Record<string, unknown>;
}

/** The append-only log, chained by hash in the database. Write it last: its lock is held to the end of the transaction. */
@Injectable()
export class AuditLog {
  async write(tx: EntityManager, entry: AuditEntry): Promise<void> {
    await tx.query(
      `insert into audit (actor_id, acting_role, act, subject_type, subject_id, edition_id, facts) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        entry.principal?.personId ?? null,
        entry.principal?.role ?? null,
        entry.act,
        entry.subjectType,
        entry.subjectId,
        entry.editionId,
        JSON.stringify(entry.facts ?? {}),
      ],
    );
  }
}
