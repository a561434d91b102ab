import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { type Principal, Refused } from '@award/access/api';
import { FileSending } from '@award/files/api';
import { nameOf, type ServedFileRow } from '@award/nominations/api';
import { Eligibility } from './eligibility.service';
import { FILE_OF_ENTRY } from './entries.queries';

/** The files of the entries that the secretariat checks: of the version that was sent, and of no other. */
@Injectable()
export class CheckedFiles {
  constructor(
    private readonly db: DataSource,
    private readonly eligibility: Eligibility,
    private readonly sending: FileSending,
  ) {}

  async send(
    principal: Principal,
    id: string,
    fileId: string,
    show: boolean,
    wire: { request: Request; response: Response },
  ): Promise<void> {
    await this.eligibility.demandEntry(this.db, principal, id);
    const [row]: ServedFileRow[] = await this.db.query(FILE_OF_ENTRY, [id, fileId]);
    if (!row) throw new Refused('not-found');
    const name = nameOf(row, fileId);
    await this.sending.send(wire.request, wire.response, fileId, { name, show });
  }
}
