import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import {
  AcceptSeat,
  ChangeSeat,
  type MySeatView,
  type SeatOfficeView,
  StandIn,
} from '@award/jury/contract';
import { PanelEntry } from './panel-entry.service';

/** The acts on a seat that also give it entries to read. */
@Controller('api')
export class PanelEntryController {
  constructor(private readonly entry: PanelEntry) {}

  @Post('my-seat/accept')
  @Can('panel:answer')
  @HttpCode(200)
  accept(@Body() _pledge: AcceptSeat, @Acting() principal: Principal): Promise<MySeatView> {
    return this.entry.accept(principal);
  }

  @Put('seats/:seatId')
  @Can('panel:change')
  change(
    @Id('seatId') seatId: string,
    @Body() body: ChangeSeat,
    @Acting() principal: Principal,
  ): Promise<SeatOfficeView> {
    return this.entry.change(principal, seatId, body);
  }

  @Post('seats/:seatId/stand-in')
  @Can('panel:change')
  @HttpCode(200)
  standIn(
    @Id('seatId') seatId: string,
    @Body() body: StandIn,
    @Acting() principal: Principal,
  ): Promise<SeatOfficeView> {
    return this.entry.standIn(principal, seatId, body);
  }
}
