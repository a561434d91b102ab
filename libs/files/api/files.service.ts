import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type FileLimits, maySendFile } from '@award/award';
import { demand, Refused } from '@award/access/api';
import type { BeginFile, FileView } from '@award/files/contract';
import { CHUNK_BYTES } from './database-store';
import { APPEND, FILE, FILES, type FileRow, fileView } from './file-sql';
import { FileSettling } from './file-settling.service';

/**
 * Files on their way in and as they are stored. Asks nobody's right: whoever calls has found that the
 * file is the caller's to send, see or let go of.
 */
@Injectable()
export class Files {
  constructor(
    private readonly db: DataSource,
    private readonly settling: FileSettling,
  ) {}

  /**
   * Begins a file beside `already` others, or answers with the one among them that has the same
   * content. The owner of the others must be locked, so that the limits hold.
   */
  async begin(
    tx: EntityManager,
    order: BeginFile & { personId: string; limits: FileLimits; already: readonly string[] },
  ): Promise<FileView & { isNew: boolean }> {
    const { bytes, sha256, personId, limits, already } = order;
    const others: FileRow[] = await tx.query(FILES, [already]);
    const same = others.find(
      (one) =>
        one.expectedSha256 === sha256 && one.expectedBytes === bytes && one.state !== 'refused',
    );
    if (same) return { ...fileView(same), isNew: false };
    const stored = others
      .filter(({ state }) => state !== 'refused')
      .reduce((sum, one) => sum + (one.bytes ?? one.expectedBytes), 0);
    demand(maySendFile({ bytes }, { bytes: stored }, limits));
    const [made] = await tx.query(
      `insert into file (accepts, expected_bytes, expected_sha256, created_by) values ($1, $2, $3, $4) returning id`,
      [limits.groups, bytes, sha256, personId],
    );
    return { ...fileView(await this.row(tx, made.id)), isNew: true };
  }

  /**
   * Takes in bytes that begin at `offset`, piece by piece: what has come when the line breaks is
   * kept. Refused with `file-offset` and how far the file has come when it is not there.
   */
  async append(id: string, offset: number, source: AsyncIterable<Buffer>): Promise<FileView> {
    let at = offset;
    let held: Buffer[] = [];
    let bytes = 0;
    const store = async (piece: Buffer) => {
      const taken = await this.db.query(APPEND, [id, at, piece.length, piece]);
      if (taken.length === 0) throw await this.wrongOffset(id);
      at += piece.length;
    };
    try {
      for await (const part of source) {
        held.push(part);
        bytes += part.length;
        while (bytes >= CHUNK_BYTES) {
          const joined = Buffer.concat(held);
          held = [joined.subarray(CHUNK_BYTES)];
          bytes -= CHUNK_BYTES;
          await store(joined.subarray(0, CHUNK_BYTES));
        }
      }
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (bytes > 0) await store(Buffer.concat(held));
      throw new Refused('unavailable');
    }
    if (bytes > 0) await store(Buffer.concat(held));
    return this.view(id);
  }

  /** All has come: checks it and stores it. Asking once more answers with what was found. */
  async complete(id: string): Promise<FileView> {
    return fileView(await this.settling.complete(id));
  }

  async view(id: string): Promise<FileView> {
    return fileView(await this.row(this.db, id));
  }

  async views(db: DataSource | EntityManager, ids: readonly string[]): Promise<FileView[]> {
    if (ids.length === 0) return [];
    const rows: FileRow[] = await db.query(FILES, [ids]);
    return rows.map(fileView);
  }

  /** Nobody refers to these any more. They are gone for readers at once, and taken away by a sweep. */
  async release(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query('update file set released = true where id = any($1)', [ids]);
  }

  private async wrongOffset(id: string): Promise<Refused> {
    const { received, state } = await this.row(this.db, id);
    return new Refused('file-offset', { received, state });
  }

  private async row(db: DataSource | EntityManager, id: string): Promise<FileRow> {
    const [row] = await db.query(FILE, [id]);
    if (!row) throw new Refused('not-found');
    return row;
  }
}
