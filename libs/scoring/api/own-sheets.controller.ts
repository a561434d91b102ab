import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import {
  type CriteriaView,
  type DeviceKeyView,
  type LockedView,
  LockSheet,
  type MyEntriesView,
  type OpenEntryView,
  type SavedView,
  SaveNote,
  SaveSheet,
} from '@award/scoring/contract';
import { DeviceKeys } from './device-keys.service';
import { OwnNotes } from './own-notes.service';
import { OwnSheets } from './own-sheets.service';

/** A juror's own list, entries, sheets and notes. */
@Controller('api/scoring')
export class OwnSheetsController {
  constructor(
    private readonly sheets: OwnSheets,
    private readonly notes: OwnNotes,
    private readonly deviceKeys: DeviceKeys,
  ) {}

  @Get('entries')
  @Can('sheet:write')
  list(@Acting() principal: Principal): Promise<MyEntriesView> {
    return this.sheets.list(principal);
  }

  @Get('criteria')
  @Can('sheet:write')
  criteria(@Acting() principal: Principal): Promise<CriteriaView> {
    return this.sheets.criteria(principal);
  }

  @Post('device-key')
  @Can('sheet:write')
  @HttpCode(200)
  deviceKey(@Acting() principal: Principal, @Req() request: Request): Promise<DeviceKeyView> {
    return this.deviceKeys.keyOf(principal, request.sessionID);
  }

  @Get('entries/:nominationId')
  @Can('sheet:write')
  open(
    @Id('nominationId') nominationId: string,
    @Acting() principal: Principal,
  ): Promise<OpenEntryView> {
    return this.sheets.open(principal, nominationId);
  }

  @Put('entries/:nominationId/sheet')
  @Can('sheet:write')
  save(
    @Id('nominationId') nominationId: string,
    @Body() body: SaveSheet,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<SavedView> {
    return this.sheets.save(principal, key, nominationId, body);
  }

  @Put('entries/:nominationId/note')
  @Can('sheet:write')
  note(
    @Id('nominationId') nominationId: string,
    @Body() body: SaveNote,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<SavedView> {
    return this.notes.save(principal, key, nominationId, body);
  }

  @Post('entries/:nominationId/sheet/lock')
  @Can('sheet:lock')
  @HttpCode(200)
  lock(
    @Id('nominationId') nominationId: string,
    @Body() body: LockSheet,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<LockedView> {
    return this.sheets.lock(principal, key, nominationId, body);
  }

  @Post('entries/:nominationId/sheet/reopen')
  @Can('sheet:reopen')
  @HttpCode(200)
  reopen(
    @Id('nominationId') nominationId: string,
    @Body() body: LockSheet,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<LockedView> {
    return this.sheets.reopen(principal, key, nominationId, body);
  }
}
