import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mayOpenClass, needs } from '@award/award';
import { demand, type Principal } from '@award/access/api';
import { Standings } from '@award/impartiality/api';
import { MySeat, Panels, type PanelSeat, seatOfficeView } from '@award/jury/api';
import type { ChangeSeat, MySeatView, SeatOfficeView, StandIn } from '@award/jury/contract';
import { Assignments } from './assignments.service';
import { SecondRounds } from './second-round.service';

/** The acts that bring somebody into a panel, and with it the entries to read when scoring is under way. */
@Injectable()
export class PanelEntry {
  constructor(
    private readonly db: DataSource,
    private readonly mySeat: MySeat,
    private readonly panels: Panels,
    private readonly assignments: Assignments,
    private readonly secondRounds: SecondRounds,
    private readonly standings: Standings,
  ) {}

  async accept(principal: Principal): Promise<MySeatView> {
    return this.db.transaction(async (tx) => {
      const seat = await this.mySeat.accept(tx, principal, (accepted) => this.fill(tx, accepted));
      return this.mySeat.viewOf(tx, principal, seat);
    });
  }

  async standIn(principal: Principal, seatId: string, body: StandIn): Promise<SeatOfficeView> {
    return this.db.transaction(async (tx) =>
      seatOfficeView(
        await this.panels.standIn(tx, principal, seatId, body, async (seat: PanelSeat) => {
          await this.demandUnrecused(tx, seat);
          await this.fill(tx, seat);
        }),
      ),
    );
  }

  async change(principal: Principal, seatId: string, body: ChangeSeat): Promise<SeatOfficeView> {
    return this.db.transaction(async (tx) =>
      seatOfficeView(
        await this.panels.change(tx, principal, seatId, body, (seat: PanelSeat) =>
          this.fill(tx, seat),
        ),
      ),
    );
  }

  /** Who has stepped out of the class does not step into another's seat in it. */
  private async demandUnrecused(tx: EntityManager, seat: PanelSeat): Promise<void> {
    const opens = mayOpenClass(await this.standings.standingOf(tx, seat));
    demand(needs(opens.allowed || opens.reason !== 'recused', 'recused'));
  }

  private async fill(tx: EntityManager, { editionId, classCode }: PanelSeat): Promise<void> {
    await this.assignments.fill(tx, editionId, classCode);
    await this.secondRounds.askNewcomers(tx, editionId, classCode);
  }
}
