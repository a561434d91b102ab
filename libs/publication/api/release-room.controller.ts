import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import {
  ChangeReleaseTime,
  PressRelease,
  type RevealAnswer,
  type ReleaseRoomView,
  type ReleaseTextView,
  SaveReleaseText,
  SealResult,
  TurnKey,
} from '@award/publication/contract';
import { PublicWatch } from './public-watch.service';
import { ReleaseRoom } from './release-room.service';
import { ReleaseTexts } from './release-text/release-texts.service';
import { Releases } from './releases.service';
import { Sealing } from './sealing.service';

@Controller('api/releases')
export class ReleaseRoomController {
  constructor(
    private readonly room: ReleaseRoom,
    private readonly sealing: Sealing,
    private readonly releases: Releases,
    private readonly texts: ReleaseTexts,
    private readonly watch: PublicWatch,
  ) {}

  /** The release room of the edition that people work on. */
  @Get()
  @Can('release:read')
  current(@Acting() principal: Principal): Promise<ReleaseRoomView> {
    return this.room.current(principal);
  }

  @Get(':editionId')
  @Can('release:read')
  of(@Acting() principal: Principal, @Id('editionId') editionId: string): Promise<ReleaseRoomView> {
    return this.room.of(principal, editionId);
  }

  /** What is sent out with the release of the scope: `all` for the finalists, a class code for its winners. */
  @Get(':editionId/texts/:scope')
  @Can('release:prepare')
  text(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Param('scope') scope: string,
  ): Promise<ReleaseTextView> {
    return this.texts.view(principal, editionId, scope);
  }

  @Put(':editionId/texts/:scope')
  @Can('release:prepare')
  saveText(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Param('scope') scope: string,
    @Body() text: SaveReleaseText,
  ): Promise<ReleaseTextView> {
    return this.texts.save(principal, editionId, scope, text);
  }

  @Post(':editionId/seal')
  @Can('release:prepare')
  @HttpCode(200)
  async seal(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Body() order: SealResult,
  ): Promise<ReleaseRoomView> {
    await this.sealing.seal(principal, editionId, order);
    return this.room.of(principal, editionId);
  }

  @Post(':editionId/press')
  @Can('release:arm')
  @HttpCode(200)
  async press(
    @Acting() principal: Principal,
    @Id('editionId') editionId: string,
    @Body() { recordIds }: PressRelease,
  ): Promise<RevealAnswer> {
    const at = await this.releases.press(principal, editionId, recordIds);
    await this.watch.catchUp();
    return { releasedAt: at.toISOString() };
  }

  @Post(':editionId/stop')
  @Can('release:stop')
  @HttpCode(204)
  stop(@Acting() principal: Principal, @Id('editionId') editionId: string): Promise<void> {
    return this.releases.stop(principal, editionId);
  }

  @Post('records/:id/arm')
  @Can('release:arm')
  @HttpCode(204)
  arm(@Acting() principal: Principal, @Id('id') id: string, @Body() seen: TurnKey): Promise<void> {
    return this.releases.arm(principal, id, seen);
  }

  @Post('records/:id/schedule')
  @Can('release:prepare')
  @HttpCode(204)
  schedule(
    @Acting() principal: Principal,
    @Id('id') id: string,
    @Body() { releaseAt }: ChangeReleaseTime,
  ): Promise<void> {
    return this.sealing.schedule(principal, id, releaseAt);
  }

  @Post('records/:id/cancel')
  @Can('release:prepare')
  @HttpCode(204)
  cancel(@Acting() principal: Principal, @Id('id') id: string): Promise<void> {
    return this.sealing.cancel(principal, id);
  }
}
