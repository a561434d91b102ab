import { Body, Controller, Get, Headers, HttpCode, Post, Put, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import { ClassCode } from '@award/jury/api';
import {
  type Made,
  type MinutesSilenceView,
  ObjectToMinutes,
  PutMotion,
  SayRemark,
  TakeUp,
  type TalkView,
  VoteOnMotion,
} from '@award/deliberation/contract';
import { MeetingStreams } from './meeting-streams.service';
import { MinutesSilence } from './minutes-silence.service';
import { Talk } from './talk.service';

const CLASS = 'editions/:editionId/classes/:classCode/meeting';

@Controller('api')
export class TalkController {
  constructor(
    private readonly talk: Talk,
    private readonly streams: MeetingStreams,
    private readonly silence: MinutesSilence,
  ) {}

  @Get(`${CLASS}/talk`)
  @Can('meeting:read')
  view(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<TalkView> {
    return this.talk.view(principal, editionId, classCode);
  }

  /** A stream for those who listen, one number for those who ask. */
  @Get(`${CLASS}/stream`)
  @Can('meeting:read')
  async stream(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Headers('accept') accept: string | undefined,
    @Acting() principal: Principal,
    @Res() response: Response,
  ): Promise<void> {
    if (accept === 'text/event-stream')
      await this.streams.open(principal, editionId, classCode, response);
    else response.json(await this.streams.newest(principal, editionId, classCode));
  }

  @Put(`${CLASS}/table`)
  @Can('meeting:lead')
  @HttpCode(204)
  takeUp(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: TakeUp,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.talk.takeUp(principal, editionId, classCode, body.nominationId ?? null);
  }

  @Post(`${CLASS}/remarks`)
  @Can('meeting:attend')
  say(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: SayRemark,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.talk.say(principal, editionId, classCode, body, key);
  }

  @Post(`${CLASS}/motions`)
  @Can('meeting:attend')
  putMotion(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: PutMotion,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.talk.putMotion(principal, editionId, classCode, body.text, key);
  }

  @Put('motions/:motionId/vote')
  @Can('meeting:attend')
  @HttpCode(204)
  vote(
    @Id('motionId') motionId: string,
    @Body() body: VoteOnMotion,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.talk.vote(principal, motionId, body.vote);
  }

  @Post('motions/:motionId/close')
  @Can('meeting:lead')
  @HttpCode(204)
  closeMotion(@Id('motionId') motionId: string, @Acting() principal: Principal): Promise<void> {
    return this.talk.closeMotion(principal, motionId);
  }

  @Get('minutes/:minutesId/objections')
  @Can('minutes:read')
  objections(
    @Id('minutesId') minutesId: string,
    @Acting() principal: Principal,
  ): Promise<MinutesSilenceView> {
    return this.silence.view(principal, minutesId);
  }

  @Post('minutes/:minutesId/objections')
  @Can('minutes:approve')
  object(
    @Id('minutesId') minutesId: string,
    @Body() body: ObjectToMinutes,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.silence.object(principal, minutesId, body.text, key);
  }
}
