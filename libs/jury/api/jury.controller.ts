import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import {
  DeclineSeat,
  InviteToSeat,
  type MySeatView,
  type PanelView,
  type SeatOfficeView,
  SeatReason,
} from '@award/jury/contract';
import { ClassCode } from './class-code';
import { MySeat } from './my-seat.service';
import { Panels } from './panel.service';

@Controller('api')
export class JuryController {
  constructor(
    private readonly panels: Panels,
    private readonly mySeat: MySeat,
  ) {}

  @Get('editions/:editionId/panels/:classCode')
  @Can('panel:read')
  panel(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Acting() principal: Principal,
  ): Promise<PanelView> {
    return this.panels.view(principal, editionId, classCode);
  }

  @Post('editions/:editionId/panels/:classCode/seats')
  @Can('panel:change')
  invite(
    @Id('editionId') editionId: string,
    @ClassCode() classCode: string,
    @Body() body: InviteToSeat,
    @IdempotencyKey() key: string,
    @Acting() principal: Principal,
  ): Promise<SeatOfficeView> {
    return this.panels.invite(principal, key, editionId, classCode, body);
  }

  @Post('seats/:seatId/remove')
  @Can('panel:change')
  @HttpCode(200)
  remove(
    @Id('seatId') seatId: string,
    @Body() body: SeatReason,
    @Acting() principal: Principal,
  ): Promise<SeatOfficeView> {
    return this.panels.remove(principal, seatId, body);
  }

  @Post('seats/:seatId/stand-down')
  @Can('panel:change')
  @HttpCode(200)
  standDown(
    @Id('seatId') seatId: string,
    @Body() body: SeatReason,
    @Acting() principal: Principal,
  ): Promise<SeatOfficeView> {
    return this.panels.standDown(principal, seatId, body);
  }

  @Get('my-seat')
  @Can('panel:answer')
  seat(@Acting() principal: Principal): Promise<MySeatView> {
    return this.mySeat.view(principal);
  }

  @Post('my-seat/decline')
  @Can('panel:answer')
  @HttpCode(204)
  decline(@Body() body: DeclineSeat, @Acting() principal: Principal): Promise<void> {
    return this.mySeat.decline(principal, body);
  }
}
