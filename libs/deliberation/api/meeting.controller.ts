import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import { ClassCode } from '@award/jury/api';
import {
  CastPaper,
  DecideFinalists,
  DecideWinner,
  type Made,
  type MeetingView,
  NoteAttendance,
  OpenMeeting,
} from '@award/deliberation/contract';
import { Ballots } from './ballots.service';
import { Decisions } from './decisions.service';
import { MeetingViews } from './meeting-view';
import { Meetings } from './meetings.service';

/** A class's meeting: who is there, what is voted on, what is decided. */
@Controller('api')
export class MeetingController {
  constructor(
    private readonly views: MeetingViews,
    private readonly meetings: Meetings,
    private readonly ballots: Ballots,
    private readonly decisions: Decisions,
  ) {}

  @Get('editions/:editionId/classes/:classCode/meeting')
  @Can('meeting:read')
  view(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<MeetingView> {
    return this.views.view(principal, editionId, classCode);
  }

  @Post('editions/:editionId/classes/:classCode/meeting')
  @Can('meeting:lead')
  open(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: OpenMeeting,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.meetings.open(principal, editionId, classCode, body, key);
  }

  @Put('editions/:editionId/classes/:classCode/meeting/attendance/:seatId')
  @Can('meeting:attend')
  @HttpCode(204)
  note(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Id('seatId') seatId: string,
    @Body() body: NoteAttendance,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.meetings.note(principal, editionId, classCode, seatId, body);
  }

  @Post('editions/:editionId/classes/:classCode/meeting/close')
  @Can('meeting:lead')
  close(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.meetings.close(principal, editionId, classCode, key);
  }

  @Post('editions/:editionId/classes/:classCode/decisions/finalists')
  @Can('decision:seal')
  decideFinalists(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: DecideFinalists,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.decisions.decideFinalists(principal, editionId, classCode, body, key);
  }

  @Post('editions/:editionId/classes/:classCode/decisions/winner')
  @Can('decision:seal')
  decideWinner(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: DecideWinner,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.decisions.decideWinner(principal, editionId, classCode, body, key);
  }

  @Post('editions/:editionId/classes/:classCode/ballots')
  @Can('ballot:open')
  openBallot(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.ballots.open(principal, editionId, classCode, key);
  }

  @Put('ballots/:ballotId/paper')
  @Can('ballot:cast')
  @HttpCode(204)
  cast(
    @Id('ballotId') ballotId: string,
    @Body() body: CastPaper,
    @Acting() principal: Principal,
  ): Promise<void> {
    return this.ballots.cast(principal, ballotId, body);
  }

  @Post('ballots/:ballotId/close')
  @Can('ballot:close')
  closeBallot(
    @Id('ballotId') ballotId: string,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<Made> {
    return this.ballots.close(principal, ballotId, key);
  }
}
