import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { ShowFile } from '@award/files/contract';
import { CheckedFiles } from './checked-files.service';

/** What the secretariat opens beside an entry's text. */
@Controller('api/eligibility/entries/:id/files')
export class CheckedFilesController {
  constructor(private readonly files: CheckedFiles) {}

  @Get(':fileId')
  @Can('eligibility:read')
  send(
    @Id('id') id: string,
    @Id('fileId') fileId: string,
    @Query() { show }: ShowFile,
    @Acting() principal: Principal,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.files.send(principal, id, fileId, show === '1', { request, response });
  }
}
