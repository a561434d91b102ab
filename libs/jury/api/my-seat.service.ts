import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mayAnswerSeat } from '@award/award';
import { demand, People, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { DeclineSeat, MySeatView } from '@award/jury/contract';
import { lockedPanelClass, type PanelClass, panelClass } from './panel-class';
import { grantOf } from './grant-of-seat';
import { mySeatView } from './panel-views';
import { Seat } from './seat.entity';
import { SeatStep } from './seat-step.entity';
import { type PanelSeat, ruleSeat, Seats } from './seats.service';

/** What a change of the panel brings about in a later area, before the log is written. */
export type Causes = (seat: PanelSeat) => Promise<void>;

/** The invited person's own answer. */
@Injectable()
export class MySeat {
  constructor(
    private readonly db: DataSource,
    private readonly seats: Seats,
    private readonly people: People,
    private readonly audit: AuditLog,
  ) {}

  async view(principal: Principal): Promise<MySeatView> {
    const seat = await this.seats.ofPrincipal(this.db, principal);
    return mySeatView(await this.classOf(this.db, principal, seat), seat);
  }

  /**
   * Accepts with the confidentiality pledge. `causes` is what else it brings about, such as entries to
   * read. Returns the seat as it is then.
   */
  async accept(tx: EntityManager, principal: Principal, causes: Causes): Promise<PanelSeat> {
    const values = {
      state: 'accepted',
      pledgedAt: () => 'award_now()',
      answeredAt: () => 'award_now()',
    };
    const seat = await this.answer(tx, principal, 'accept', values, causes);
    return this.seats.byId(tx, seat.id);
  }

  async decline(principal: Principal, body: DeclineSeat): Promise<void> {
    await this.db.transaction(async (tx) => {
      const declineReason = body.reason.trim();
      if (declineReason === '') throw new Refused('reason-required');
      await this.answer(tx, principal, 'decline', {
        state: 'declined',
        declineReason,
        answeredAt: () => 'award_now()',
      });
    });
  }

  async viewOf(tx: EntityManager, principal: Principal, seat: PanelSeat): Promise<MySeatView> {
    return mySeatView(await this.classOf(tx, principal, seat), seat);
  }

  private async answer(
    tx: EntityManager,
    principal: Principal,
    answer: 'accept' | 'decline',
    values: Parameters<EntityManager['update']>[2],
    causes?: Causes,
  ): Promise<PanelSeat> {
    // Asked again under the lock: the secretariat may be changing the seat, or scoring be opening.
    const { id, editionId, classCode } = await this.seats.ofPrincipal(tx, principal);
    const panel = await lockedPanelClass(tx, principal, editionId, classCode);
    const seat = await this.seats.byId(tx, id);
    const pledged = answer === 'accept';
    demand(mayAnswerSeat(ruleSeat(seat), principal.personId, answer, pledged, panel.stage));
    const { affected } = await tx.update(Seat, { id: seat.id, state: 'invited' }, values);
    if (affected !== 1) throw new Refused('wrong-state');
    await tx.insert(SeatStep, { seatId: seat.id, action: answer, takenBy: principal.personId });
    if (answer === 'decline') await this.people.revoke(tx, grantOf(seat, seat.personId, seat.role));
    await causes?.(seat);
    await this.audit.write(tx, {
      principal,
      act: `seat:${answer}`,
      subjectType: 'seat',
      subjectId: seat.id,
      editionId: seat.editionId,
      facts: { classCode: seat.classCode },
    });
    return seat;
  }

  private classOf(
    db: Pick<EntityManager, 'query'>,
    principal: Principal,
    seat: PanelSeat,
  ): Promise<PanelClass> {
    return panelClass(db, principal, seat.editionId, seat.classCode);
  }
}
