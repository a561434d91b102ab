import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { DataSource } from 'typeorm';
import { AuditLog } from '@award/audit/api';
import { verifyLog } from './kept-log';
import { folderFaults } from './package-folder';
import { type PublicRecord, writePublicRecord } from './public-record';

export interface ImportedPackage {
  year: number;
  entries: number;
  releases: number;
}

/** Reads an archive package into a system that does not have the edition: its public record shows as it did. */
export class PackageImport {
  constructor(
    private readonly db: DataSource,
    private readonly log: AuditLog,
  ) {}

  /** What is wrong with a package: its files, its checksums or its log. Nothing when it is whole. */
  async faults(folder: string): Promise<string[]> {
    const faults = await folderFaults(folder);
    if (faults.length > 0) return faults;
    const input = createReadStream(path.join(folder, 'log.jsonl'));
    const verified = await verifyLog(createInterface({ input }));
    return 'fault' in verified ? [verified.fault] : [];
  }

  /** Throws when the package is not whole, and when there is an edition of its year. */
  async run(folder: string): Promise<ImportedPackage> {
    const [fault] = await this.faults(folder);
    if (fault) throw new Error(fault);
    const record = JSON.parse(
      await readFile(path.join(folder, 'record.json'), 'utf8'),
    ) as PublicRecord;
    if (record.format !== 'kaaring-public-record/1')
      throw new Error('record.json has a format that this version does not know');
    const [edition] = record.tables.edition;
    const outcome = {
      year: Number(edition?.['year']),
      entries: record.tables.nomination.length,
      releases: record.tables.release.length,
    };
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(730300)');
      await writePublicRecord(tx, record);
      await this.log.write(tx, {
        principal: null,
        act: 'archive:import-package',
        subjectType: 'edition',
        subjectId: String(edition?.['id']),
        editionId: String(edition?.['id']),
        facts: { ...outcome },
      });
    });
    return outcome;
  }
}
