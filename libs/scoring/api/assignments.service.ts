import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readingOrder } from '@award/award';
import { Seats } from '@award/jury/api';
import { ENTRIES } from './scoring.queries';

/** Who reads what: everyone who sits in the panel reads every entry, in an order of the seat's own. */
@Injectable()
export class Assignments {
  constructor(private readonly seats: Seats) {}

  /**
   * Gives every active seat the entries that are with the jury and that it does not have yet. A place
   * depends only on the seat and the entry, so that nothing moves when a deputy steps in or an entry
   * is withdrawn. A recusal takes no assignment away: it closes the entry at every read.
   */
  async fill(tx: EntityManager, editionId: string, classCode: string): Promise<void> {
    const entries: { id: string }[] = await tx.query(ENTRIES, [editionId, classCode]);
    if (entries.length === 0) return;
    const seats = await this.seats.activeSeats(tx, editionId, classCode);
    const rows = seats.flatMap((seat) =>
      readingOrder(
        seat.id,
        entries.map(({ id }) => id),
      ).map((nominationId, place) => ({ seatId: seat.id, nominationId, place: place + 1 })),
    );
    await tx.query(
      `insert into assignment (seat_id, nomination_id, edition_id, class_code, position)
       select a."seatId", a."nominationId", $1, $2, a.place
       from jsonb_to_recordset($3::jsonb) as a("seatId" uuid, "nominationId" uuid, place integer)
       on conflict (seat_id, nomination_id) do nothing`,
      [editionId, classCode, JSON.stringify(rows)],
    );
  }
}
