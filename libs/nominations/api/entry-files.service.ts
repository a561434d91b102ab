import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { type Attachment, mayNomination, servedName } from '@award/award';
import { type Principal, RateLimit, Refused } from '@award/access/api';
import { Files, FileSending } from '@award/files/api';
import type { BeginFile, FileView } from '@award/files/contract';
import { demandOwn } from './municipality-principal';
import { actorOf, dueOf, lockForWriting, receivedNow, situationOf } from './nomination-rows';
import {
  ALL_FILES,
  FILE_OF_ENTRY,
  SERVED_FILE,
  type ServedFileRow,
  UNLISTED_FILES,
} from './entry-files.queries';

/** How many files one person may begin in an hour. */
const MOST_AN_HOUR = 120;

/** The files of the municipality's own entry: sending them, seeing how far they have come, opening them. */
@Injectable()
export class EntryFiles {
  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
    private readonly sending: FileSending,
    private readonly limit: RateLimit,
  ) {}

  async list(principal: Principal, id: string): Promise<FileView[]> {
    await demandOwn(this.db, principal, id);
    return this.files.views(this.db, await this.idsOf(this.db, id));
  }

  /** Begins a file, or answers with the one that has the same content. Only while the entry can be written. */
  async begin(principal: Principal, id: string, body: BeginFile): Promise<FileView> {
    const receivedAt = await receivedNow(this.db);
    await demandOwn(this.db, principal, id);
    await this.limit.hit(`upload:${principal.personId}`, MOST_AN_HOUR, 60);
    return this.db.transaction(async (tx) => {
      const row = await lockForWriting(tx, id);
      const verdict = mayNomination('write', situationOf(row, actorOf(principal), receivedAt));
      if (!verdict.allowed) {
        const deadline = dueOf(row, false).toISOString();
        throw new Refused(
          verdict.reason,
          verdict.reason === 'past-deadline'
            ? { receivedAt: receivedAt.toISOString(), deadline }
            : {},
        );
      }
      const { isNew, ...file } = await this.files.begin(tx, {
        bytes: body.bytes,
        sha256: body.sha256,
        personId: principal.personId,
        limits: row.form.files,
        already: await this.idsOf(tx, id),
      });
      if (isNew) {
        await tx.query('insert into nomination_file (file_id, nomination_id) values ($1, $2)', [
          file.id,
          id,
        ]);
      }
      return file;
    });
  }

  async one(principal: Principal, id: string, fileId: string): Promise<FileView> {
    await this.demandFile(principal, id, fileId);
    return this.files.view(fileId);
  }

  async append(
    principal: Principal,
    id: string,
    fileId: string,
    offset: number,
    source: AsyncIterable<Buffer>,
  ): Promise<FileView> {
    await this.demandFile(principal, id, fileId);
    return this.files.append(fileId, offset, source);
  }

  async complete(principal: Principal, id: string, fileId: string): Promise<FileView> {
    await this.demandFile(principal, id, fileId);
    return this.files.complete(fileId);
  }

  /** Lets go of a file that is in no version. What has been part of the entry stays with its history. */
  async remove(principal: Principal, id: string, fileId: string): Promise<{ removed: boolean }> {
    await this.demandFile(principal, id, fileId);
    return this.db.transaction(async (tx) => {
      await lockForWriting(tx, id);
      const unlisted: { id: string }[] = await tx.query(UNLISTED_FILES, [id, '0 seconds']);
      const mine = unlisted.filter((one) => one.id === fileId).map((one) => one.id);
      await this.files.release(tx, mine);
      return { removed: mine.length > 0 };
    });
  }

  async send(
    principal: Principal,
    id: string,
    fileId: string,
    show: boolean,
    wire: { request: Request; response: Response },
  ): Promise<void> {
    await this.demandFile(principal, id, fileId);
    const [row]: ServedFileRow[] = await this.db.query(SERVED_FILE, [id, fileId]);
    if (!row) throw new Refused('not-found');
    const name = nameOf(row, fileId);
    await this.sending.send(wire.request, wire.response, fileId, { name, show });
  }

  private async idsOf(db: DataSource | EntityManager, id: string): Promise<string[]> {
    const rows: { id: string }[] = await db.query(ALL_FILES, [id]);
    return rows.map((row) => row.id);
  }

  private async demandFile(principal: Principal, id: string, fileId: string): Promise<void> {
    await demandOwn(this.db, principal, id);
    const [found] = await this.db.query(FILE_OF_ENTRY, [id, fileId]);
    if (!found) throw new Refused('not-found');
  }
}

/** The name under which an entry's file is served: the municipality, and its place among its kind. */
export function nameOf({ subject, kind, attachments }: ServedFileRow, fileId: string): string {
  const place = attachments.findIndex((one: Attachment) => one.fileId === fileId);
  return servedName(subject, place + 1 || attachments.length + 1, kind ?? 'pdf');
}
