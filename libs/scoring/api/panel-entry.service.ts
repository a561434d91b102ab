import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Principal } from '@award/access/api';
import { MySeat, Panels, type PanelSeat, seatOfficeView } from '@award/jury/api';
import type { ChangeSeat, MySeatView, SeatOfficeView, StandIn } from '@award/jury/contract';
import { Assignments } from './assignments.service';

/** The acts that bring somebody into a panel, and with it the entries to read when scoring is under way. */
@Injectable()
export class PanelEntry {
  constructor(
    private readonly db: DataSource,
    private readonly mySeat: MySeat,
    private readonly panels: Panels,
    private readonly assignments: Assignments,
  ) {}

  async accept(principal: Principal): Promise<MySeatView> {
    return this.db.transaction(async (tx) => {
      const seat = await this.mySeat.accept(tx, principal, (accepted) =>
        this.assignments.fill(tx, accepted.editionId, accepted.classCode),
      );
      return this.mySeat.viewOf(tx, principal, seat);
    });
  }

  async standIn(principal: Principal, seatId: string, body: StandIn): Promise<SeatOfficeView> {
    return this.db.transaction(async (tx) =>
      seatOfficeView(
        await this.panels.standIn(tx, principal, seatId, body, (seat: PanelSeat) =>
          this.assignments.fill(tx, seat.editionId, seat.classCode),
        ),
      ),
    );
  }

  async change(principal: Principal, seatId: string, body: ChangeSeat): Promise<SeatOfficeView> {
    return this.db.transaction(async (tx) =>
      seatOfficeView(
        await this.panels.change(tx, principal, seatId, body, (seat: PanelSeat) =>
          this.assignments.fill(tx, seat.editionId, seat.classCode),
        ),
      ),
    );
  }
}
