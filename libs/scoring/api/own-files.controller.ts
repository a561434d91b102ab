import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { ShowFile } from '@award/files/contract';
import { OwnFiles } from './own-files.service';

/** What a juror opens beside an entry's text. */
@Controller('api/scoring/entries/:nominationId/files')
export class OwnFilesController {
  constructor(private readonly files: OwnFiles) {}

  @Get(':fileId')
  @Can('sheet:write')
  send(
    @Id('nominationId') nominationId: string,
    @Id('fileId') fileId: string,
    @Query() { show }: ShowFile,
    @Acting() principal: Principal,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.files.send(principal, nominationId, fileId, show === '1', { request, response });
  }
}
