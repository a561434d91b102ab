import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type EntryStanding,
  type Ground,
  mayOpen,
  mayOpenClass,
  maySeeAggregate,
  type RecusalScope,
  type Standing,
} from '@award/award';
import { demand, prepared, Refused } from '@award/access/api';
import { STANDINGS_BY_SEAT, STANDINGS_OF_CLASS } from './standing.queries';

/** How one seat stands to one entry, with what it rests on. */
export interface StandingRow {
  seatId: string;
  nominationId: string;
  scope: RecusalScope;
  answer: 'none' | 'ground' | null;
  ground: Ground | null;
  declaredAt: Date | null;
  /** The ground declared last, also when the member has since said that there is none. */
  questioned: Ground | null;
  questionedAt: Date | null;
  outcome: 'recused' | 'impartial' | null;
  ruledAt: Date | null;
  standing: EntryStanding;
}

/** What of a seat is needed to ask how it stands. */
export interface SeatRef {
  id: string;
  editionId: string;
  classCode: string;
}

type Db = Pick<EntityManager, 'query'>;

/** How members stand to the entries of their class. `db` is a DataSource or a transaction's EntityManager. */
@Injectable()
export class Standings {
  /** The rows of a class; of one seat when it is given. */
  async rows(
    db: Db,
    editionId: string,
    classCode: string,
    seatId: string | null = null,
  ): Promise<StandingRow[]> {
    return db.query(STANDINGS_OF_CLASS, [editionId, classCode, seatId]);
  }

  /** The standing to each entry that the jury judges, by nomination id, before the scope is applied. */
  async ofSeat(db: Db, seatId: string): Promise<Map<string, EntryStanding>> {
    const { entries } = await this.standingOf(db, await seatRef(db, seatId));
    return new Map(Object.entries(entries));
  }

  /** The same as the rules take it: for mayOpen, maySeeAggregate, mayTakePart and the others. */
  async standingOf(db: Db, seat: SeatRef): Promise<Standing> {
    return asStanding(await this.rows(db, seat.editionId, seat.classCode, seat.id));
  }

  /** Every seat's standing, by seat id. A seat is missing when the class has no entry to judge. */
  async ofClass(db: Db, editionId: string, classCode: string): Promise<Map<string, Standing>> {
    const rows = await prepared<{ seatId: string } & Standing>(
      db,
      'standings-by-seat',
      STANDINGS_BY_SEAT,
      [editionId, classCode, null],
    );
    return new Map(rows.map(({ seatId, scope, entries }) => [seatId, { scope, entries }]));
  }

  /** Refuses unless the seat may open the entry: its text, sheet, discussion. */
  async demandMayOpen(db: Db, seat: SeatRef, nominationId: string): Promise<void> {
    demand(mayOpen(await this.standingOf(db, seat), nominationId));
  }

  /** Refuses unless anything of the class may open to the seat. */
  async demandMayOpenClass(db: Db, seat: SeatRef): Promise<void> {
    demand(mayOpenClass(await this.standingOf(db, seat)));
  }

  /** Refuses unless the seat may see what speaks of the class as a whole: rankings, meeting, ballot, decision. */
  async demandAggregate(db: Db, seat: SeatRef): Promise<void> {
    demand(maySeeAggregate(await this.standingOf(db, seat)));
  }

  /** Whether the seat is recused from any entry of its class, which bars it from meeting, ballot and decision. */
  async recusedFromClass(db: Db, seatId: string): Promise<boolean> {
    return [...(await this.ofSeat(db, seatId)).values()].includes('recused');
  }
}

/** Rows of one seat as a rule takes them. No rows: nothing to declare, so the class is open. */
export function asStanding(
  rows: readonly Pick<StandingRow, 'nominationId' | 'scope' | 'standing'>[],
): Standing {
  return {
    scope: rows[0]?.scope ?? 'class',
    entries: Object.fromEntries(rows.map((row) => [row.nominationId, row.standing])),
  };
}

async function seatRef(db: Db, seatId: string): Promise<SeatRef> {
  const [seat] = await db.query(
    'select id, edition_id as "editionId", class_code as "classCode" from seat where id = $1',
    [seatId],
  );
  if (!seat) throw new Refused('not-found');
  return seat;
}
