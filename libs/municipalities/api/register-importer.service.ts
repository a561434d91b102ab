import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { Db } from '@award/editions/api';
import { checkRegister, type RegisterExpectations, SHIPPED_EXPECTATIONS } from './register-checks';
import { parseRegisterFiles, REGISTER_FILE_NAMES } from './register-files';
import { planRegisterImport, type RegisterChange } from './register-import';
import { applyRegisterChanges } from './register-outcome';
import { readRegister } from './register.queries';
import type { RegisterState } from './register-state';
import { writeRegisterChanges } from './register-writes';

export interface RegisterImportOrder {
  /** What the register comes from, for the log: `shipped`, `refresh`, `contacts`. */
  source: string;
  /** Who imports; null for a command or the seed. */
  principal: { personId: string; role: string | null } | null;
  incoming: RegisterState;
  /** What the outcome must add up to. */
  expected?: RegisterExpectations;
}

/** One importer for the shipped register, the refresh and the secretariat's own file. */
@Injectable()
export class RegisterImporter {
  constructor(private readonly audit: AuditLog) {}

  /** The register as the database has it, without the invented municipalities. */
  current(db: Db): Promise<RegisterState> {
    return readRegister(db);
  }

  /** The register that is shipped with the program. */
  shipped(): RegisterState {
    const read = (name: string) =>
      readFileSync(new URL(`./register-data/${name}`, import.meta.url), 'utf8');
    return parseRegisterFiles({
      versions: read(REGISTER_FILE_NAMES.versions),
      populations: read(REGISTER_FILE_NAMES.populations),
      successions: read(REGISTER_FILE_NAMES.successions),
    });
  }

  importShipped(tx: EntityManager): Promise<readonly RegisterChange[]> {
    return this.import(tx, {
      source: 'shipped',
      principal: null,
      incoming: this.shipped(),
      expected: SHIPPED_EXPECTATIONS,
    });
  }

  /** What an import would change; nothing is written. Refused like the import itself. */
  async plan(
    db: Db,
    { incoming, expected }: Pick<RegisterImportOrder, 'incoming' | 'expected'>,
  ): Promise<readonly RegisterChange[]> {
    const current = await this.current(db);
    const changes = planRegisterImport(current, incoming);
    const problems = checkRegister(applyRegisterChanges(current, changes), expected);
    if (problems.length > 0)
      throw new Refused('bad-input', {
        fields: problems
          .slice(0, 50)
          .map(({ code, about }) => ({ path: `register: ${about}`, reason: code })),
      });
    return changes;
  }

  /**
   * Carries out everything that the incoming register knows and the database does not, or nothing. Two
   * imports never run at once; the same register a second time changes nothing and leaves no trace.
   */
  async import(tx: EntityManager, order: RegisterImportOrder): Promise<readonly RegisterChange[]> {
    await tx.query('select pg_advisory_xact_lock(730200)');
    const changes = await this.plan(tx, order);
    if (changes.length === 0) return changes;
    await writeRegisterChanges(tx, changes);
    const json = JSON.stringify(changes);
    const [made] = await tx.query(
      'insert into register_import (source, changes, applied_by) values ($1, $2, $3) returning id',
      [order.source, json, order.principal?.personId ?? null],
    );
    await this.audit.write(tx, {
      principal: order.principal,
      act: 'register:import',
      subjectType: 'register-import',
      subjectId: made.id,
      editionId: null,
      facts: {
        source: order.source,
        changes: changes.length,
        sha256: createHash('sha256').update(json).digest('hex'),
      },
    });
    return changes;
  }
}
