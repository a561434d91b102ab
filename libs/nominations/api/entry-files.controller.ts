import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { BeginFile, type FileView, FromOffset, ShowFile } from '@award/files/contract';
import { EntryFiles } from './entry-files.service';

/** The files of the municipality's own entry. Readers of later areas have routes of their own. */
@Controller('api/nominations/:id/files')
export class EntryFilesController {
  constructor(private readonly files: EntryFiles) {}

  @Get()
  @Can('nomination:read')
  list(@Id('id') id: string, @Acting() principal: Principal): Promise<FileView[]> {
    return this.files.list(principal, id);
  }

  @Post()
  @Can('nomination:write')
  @HttpCode(200)
  begin(
    @Id('id') id: string,
    @Body() body: BeginFile,
    @Acting() principal: Principal,
  ): Promise<FileView> {
    return this.files.begin(principal, id, body);
  }

  @Get(':fileId')
  @Can('nomination:read')
  one(
    @Id('id') id: string,
    @Id('fileId') fileId: string,
    @Acting() principal: Principal,
  ): Promise<FileView> {
    return this.files.one(principal, id, fileId);
  }

  @Put(':fileId/content')
  @Can('nomination:write')
  append(
    @Id('id') id: string,
    @Id('fileId') fileId: string,
    @Query() { offset }: FromOffset,
    @Acting() principal: Principal,
    @Req() request: Request,
  ): Promise<FileView> {
    return this.files.append(principal, id, fileId, offset, request);
  }

  @Post(':fileId/complete')
  @Can('nomination:write')
  @HttpCode(200)
  complete(
    @Id('id') id: string,
    @Id('fileId') fileId: string,
    @Acting() principal: Principal,
  ): Promise<FileView> {
    return this.files.complete(principal, id, fileId);
  }

  @Delete(':fileId')
  @Can('nomination:write')
  remove(
    @Id('id') id: string,
    @Id('fileId') fileId: string,
    @Acting() principal: Principal,
  ): Promise<{ removed: boolean }> {
    return this.files.remove(principal, id, fileId);
  }

  @Get(':fileId/content')
  @Can('nomination:read')
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
