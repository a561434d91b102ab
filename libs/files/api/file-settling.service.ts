import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FileFault } from '@award/award';
import { Refused } from '@award/access/api';
import { Settings } from '@award/settings/api';
import { scanByClamd } from './clamd';
import { replaceChunks } from './database-store';
import { FILE, type FileRow } from './file-sql';
import { FileStores } from './file-stores';
import { type Finding, inspectFile } from './inspect-file';

/**
 * From the last byte to a file that can be read: the sum is compared, the content judged, a picture
 * made anew, the scanner asked, and the bytes taken over by their store. Each step is a state in the
 * database, so that another process goes on where one was stopped.
 */
@Injectable()
export class FileSettling {
  private readonly log = new Logger('Files');
  /** One file at a time is held in memory as a whole. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly stores: FileStores,
    private readonly settings: Settings,
  ) {}

  async complete(id: string): Promise<FileRow> {
    const [claimed] = await this.rows(
      `update file set state = 'checking', touched_at = clock_timestamp()
       where id = $1 and state = 'uploading' and received = expected_bytes and not released returning id`,
      [id],
    );
    if (!claimed) return this.notToCheck(id);
    try {
      await this.inTurn(() => this.check(id));
    } catch (error) {
      await this.rows(`update file set state = 'uploading' where id = $1 and state = 'checking'`, [
        id,
      ]);
      throw error;
    }
    return this.settle(id);
  }

  /** Asks the scanner, if there is one, and hands the bytes to their store. Without a verdict the file waits. */
  async settle(id: string): Promise<FileRow> {
    const row = await this.row(id);
    const { kind, bytes, sha256 } = row;
    if (row.state !== 'scanning' || kind === null || bytes === null || sha256 === null) return row;
    const staged = () => this.stores.database.read({ id }, 0, bytes - 1);
    const { clamdUrl } = this.settings.files;
    if (clamdUrl) {
      const verdict = await scanByClamd(clamdUrl, staged());
      if (verdict === 'away') {
        this.log.warn('The virus scanner gives no answer: files wait until it does.');
        return row;
      }
      if (verdict !== 'clean') {
        await this.refuse(id, verdict === 'infected' ? 'virus' : 'not-scannable');
        return this.row(id);
      }
    }
    const store = this.stores.toKeepIn;
    try {
      await store.keep({ id, bytes, sha256 }, staged());
    } catch (error) {
      this.log.warn(`A file waits for its store: ${String(error)}`);
      return row;
    }
    await this.db.transaction(async (tx) => {
      await tx.query(
        `update file set state = 'ready', storage = $2, touched_at = clock_timestamp() where id = $1 and state = 'scanning'`,
        [id, store.name],
      );
      if (store.name !== 'database')
        await tx.query('delete from file_chunk where file_id = $1', [id]);
    });
    return this.row(id);
  }

  private async check(id: string): Promise<void> {
    const { accepts, expectedBytes, expectedSha256 } = await this.row(id);
    const parts: Buffer[] = [];
    for await (const part of this.stores.database.read({ id }, 0, expectedBytes - 1))
      parts.push(part);
    const received = Buffer.concat(parts);
    const found: Finding =
      sha256Of(received) === expectedSha256
        ? await inspectFile(received, accepts)
        : { fault: 'not-as-sent' };
    if ('fault' in found) return this.refuse(id, found.fault);
    const kept = found.made ?? received;
    await this.db.transaction(async (tx) => {
      if (found.made) await replaceChunks(tx, id, found.made);
      await tx.query(
        `update file set state = 'scanning', kind = $2, bytes = $3, sha256 = $4, pages = $5, width = $6, height = $7,
           warnings = $8, touched_at = clock_timestamp() where id = $1 and state = 'checking'`,
        [
          id,
          found.kind,
          kept.length,
          sha256Of(kept),
          found.pages,
          found.width,
          found.height,
          found.warnings,
        ],
      );
    });
  }

  /** What is refused is not kept. */
  private async refuse(id: string, fault: FileFault): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query(
        `update file set state = 'refused', fault = $2, touched_at = clock_timestamp()
         where id = $1 and state in ('checking', 'scanning')`,
        [id, fault],
      );
      await tx.query('delete from file_chunk where file_id = $1', [id]);
    });
  }

  private async notToCheck(id: string): Promise<FileRow> {
    const row = await this.row(id);
    if (row.state === 'checking') throw new Refused('still-running');
    if (row.state !== 'uploading') return row;
    throw new Refused('file-offset', { received: row.received, state: row.state });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work, work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async row(id: string): Promise<FileRow> {
    const [row] = await this.rows(FILE, [id]);
    if (!row) throw new Refused('not-found');
    return row as FileRow;
  }

  /** TypeORM answers an update with rows and their number. */
  private async rows(text: string, values: unknown[]): Promise<object[]> {
    const answer = await this.db.query(text, values);
    return Array.isArray(answer[0]) ? answer[0] : answer;
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
