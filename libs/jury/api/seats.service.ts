import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { House, Seat, SeatPosition, SeatState } from '@award/award';
import { prepared, type Principal, Refused } from '@award/access/api';
import type { SeatStanding } from '@award/jury/contract';
import { SEAT_BY_ID, SEAT_OF_PERSON, SEATS_OF_CLASS } from './seats.queries';

/** A seat as the server's areas use it. Not what a reader is shown. */
export interface PanelSeat {
  id: string;
  editionId: string;
  classCode: string;
  personId: string;
  name: string;
  email: string;
  house: House;
  role: SeatPosition;
  standing: SeatStanding;
  standsInForId: string | null;
  declineReason: string | null;
  invitedAt: Date;
  answeredAt: Date | null;
}

type Db = Pick<EntityManager, 'query'>;

const RULE_STATE: Record<SeatStanding, SeatState> = {
  invited: 'invited',
  waiting: 'accepted',
  active: 'active',
  replaced: 'active',
  declined: 'declined',
  left: 'left',
};

/** Who sits in a panel. `db` is a DataSource or the EntityManager of a transaction. */
@Injectable()
export class Seats {
  /** All seats of the class that there have been, leader first. */
  async ofClass(db: Db, editionId: string, classCode: string): Promise<PanelSeat[]> {
    return prepared(db, 'seats-of-class', SEATS_OF_CLASS, [editionId, classCode]);
  }

  /** Those who read, score and vote now: accepted, not waiting as a deputy, not replaced by one. */
  async activeSeats(db: Db, editionId: string, classCode: string): Promise<PanelSeat[]> {
    const seats = await this.ofClass(db, editionId, classCode);
    return seats.filter((seat) => seat.standing === 'active');
  }

  async byId(db: Db, seatId: string): Promise<PanelSeat> {
    const [seat] = await db.query(SEAT_BY_ID, [seatId]);
    if (!seat) throw new Refused('not-found');
    return seat;
  }

  /** The seat of the acting grant's person and class, in whatever state it is. */
  async ofPrincipal(db: Db, principal: Principal): Promise<PanelSeat> {
    const [seat] = await db.query(SEAT_OF_PERSON, [
      principal.editionId,
      principal.classCode,
      principal.personId,
    ]);
    if (!seat) throw new Refused('seat-not-active');
    return seat;
  }

  /** The acting person's accepted seat, also while a deputy waits in it or a deputy has replaced it. */
  async seatOf(db: Db, principal: Principal): Promise<PanelSeat> {
    const seat = await this.ofPrincipal(db, principal);
    if (!['active', 'waiting', 'replaced'].includes(seat.standing))
      throw new Refused('seat-not-active');
    return seat;
  }

  /** The acting person's seat, if it reads, scores and votes now. */
  async activeSeatOf(db: Db, principal: Principal): Promise<PanelSeat> {
    const seat = await this.seatOf(db, principal);
    if (seat.standing !== 'active') throw new Refused('seat-not-active');
    return seat;
  }
}

/** The seat as the rules of panel-rules.ts see it. */
export function ruleSeat(seat: PanelSeat): Seat {
  return {
    id: seat.id,
    person: seat.personId,
    house: seat.house,
    position: seat.role,
    state: RULE_STATE[seat.standing],
  };
}

/** Whether the seat leads: rules provisionally, closes scoring, leads the meeting. */
export function leads(seat: Pick<PanelSeat, 'role'>): boolean {
  return seat.role === 'leader' || seat.role === 'deputy-leader';
}
