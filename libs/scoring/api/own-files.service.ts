import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { type Principal, Refused } from '@award/access/api';
import { FileSending } from '@award/files/api';
import { nameOf, type ServedFileRow } from '@award/nominations/api';
import { OPEN_FILE } from './own-sheets.queries';

/** The files of the entries that a juror reads: of the version that was sent, and of no other. */
@Injectable()
export class OwnFiles {
  constructor(
    private readonly db: DataSource,
    private readonly sending: FileSending,
  ) {}

  /** A file of an entry that is hidden, of another entry or of another version is not there. */
  async send(
    principal: Principal,
    nominationId: string,
    fileId: string,
    show: boolean,
    wire: { request: Request; response: Response },
  ): Promise<void> {
    const { personId, editionId, classCode } = principal;
    const [row]: ServedFileRow[] = await this.db.query(OPEN_FILE, [
      personId,
      editionId,
      classCode,
      nominationId,
      fileId,
    ]);
    if (!row) throw new Refused('not-found');
    const name = nameOf(row, fileId);
    await this.sending.send(wire.request, wire.response, fileId, { name, show });
  }
}
