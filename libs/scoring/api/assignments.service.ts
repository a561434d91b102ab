import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assignReadings, type Reading, readingOrder, type Standing } from '@award/award';
import { type SeatRef, Standings } from '@award/impartiality/api';
import { type PanelSeat, Seats } from '@award/jury/api';
import { type Assigned, EVERYTHING, expected } from './class-input';
import { ENTRIES, HANDED_OUT, READINGS } from './scoring.queries';

type Db = Pick<EntityManager, 'query'>;

/**
 * Who reads what: everyone who sits in the panel reads every entry, or so many members read each entry
 * where a plan says so. In an order of the seat's own.
 */
@Injectable()
export class Assignments {
  constructor(
    private readonly seats: Seats,
    private readonly standings: Standings,
  ) {}

  /**
   * Gives every active seat the entries that are with the jury and that it is to read. A place depends
   * only on the seat and the entry, so that nothing moves when a deputy steps in or an entry is
   * withdrawn. A recusal takes no assignment away: it closes the entry at every read.
   */
  async fill(tx: EntityManager, editionId: string, classCode: string): Promise<void> {
    const rows: { id: string }[] = await tx.query(ENTRIES, [editionId, classCode]);
    const entries = rows.map(({ id }) => id);
    if (entries.length === 0) return;
    const seats = await this.seats.activeSeats(tx, editionId, classCode);
    const readings = await this.readings(tx, editionId, classCode);
    const pairs =
      readings === null
        ? seats.flatMap((seat) => entries.map((entry) => ({ seat: seat.id, entry })))
        : await this.shared(tx, seats, entries, readings);
    await this.give(tx, editionId, classCode, pairs);
  }

  /** Adds pairs at their places. Those that are given already stay as they are. */
  async give(
    tx: EntityManager,
    editionId: string,
    classCode: string,
    pairs: readonly Reading[],
  ): Promise<void> {
    const rows: { id: string }[] = await tx.query(ENTRIES, [editionId, classCode]);
    const entries = rows.map(({ id }) => id);
    const places = new Map(
      [...new Set(pairs.map(({ seat }) => seat))].map((seat) => [
        seat,
        new Map(readingOrder(seat, entries).map((entry, place) => [entry, place + 1])),
      ]),
    );
    await tx.query(
      `insert into assignment (seat_id, nomination_id, edition_id, class_code, position)
       select a."seatId", a."nominationId", $1, $2, a.place
       from jsonb_to_recordset($3::jsonb) as a("seatId" uuid, "nominationId" uuid, place integer)
       on conflict (seat_id, nomination_id) do nothing`,
      [
        editionId,
        classCode,
        JSON.stringify(
          pairs.map(({ seat, entry }) => ({
            seatId: seat,
            nominationId: entry,
            place: places.get(seat)?.get(entry) ?? 0,
          })),
        ),
      ],
    );
  }

  /** Readings for each entry by the class's plan; null when everybody reads everything. */
  async readings(db: Db, editionId: string, classCode: string): Promise<number | null> {
    const [plan] = await db.query(READINGS, [editionId, classCode]);
    return plan?.readings ?? null;
  }

  /** Whether a sheet is to be expected of a seat on an entry, by what has been handed out. */
  async handedOut(db: Db, editionId: string, classCode: string): Promise<Assigned> {
    if ((await this.readings(db, editionId, classCode)) === null) return EVERYTHING;
    const rows = await this.handedOutRows(db, editionId, classCode);
    return among(rows.map(({ seat, entry }) => [seat, entry]));
  }

  /** Pairs that nobody may be given: entries that are hidden from the member. */
  async barred(
    db: Db,
    seats: readonly PanelSeat[],
    entries: readonly string[],
  ): Promise<Reading[]> {
    const standings = await this.standingsOf(db, seats);
    return seats.flatMap(({ id }) => {
      const standing = standings.get(id);
      return entries
        .filter((entry) => standing !== undefined && !expected(standing, entry))
        .map((entry) => ({ seat: id, entry }));
    });
  }

  /** What is to be added by a plan. A deputy takes over what the member in whose seat it is was to read. */
  private async shared(
    tx: EntityManager,
    seats: readonly PanelSeat[],
    entries: readonly string[],
    readings: number,
  ): Promise<Reading[]> {
    const [first] = seats;
    if (!first) return [];
    const barred = await this.barred(tx, seats, entries);
    const among = (all: readonly Reading[], { seat, entry }: Reading) =>
      all.some((one) => one.seat === seat && one.entry === entry);
    const given = await this.handedOutRows(tx, first.editionId, first.classCode);
    const inherited = seats.flatMap(({ id, standsInForId }) =>
      given
        .filter(({ seat }) => seat === standsInForId)
        .map(({ entry }) => ({ seat: id, entry }))
        .filter((one) => !among(given, one) && !among(barred, one)),
    );
    const { added } = assignReadings({
      entries,
      readers: seats.map(({ id, house }) => ({ seat: id, house })),
      readings,
      barred,
      given: [...given, ...inherited],
    });
    return [...inherited, ...added];
  }

  private async standingsOf(
    db: Db,
    seats: readonly SeatRef[],
  ): Promise<ReadonlyMap<string, Standing>> {
    const [first] = seats;
    return first ? this.standings.ofClass(db, first.editionId, first.classCode) : new Map();
  }

  private async handedOutRows(db: Db, editionId: string, classCode: string): Promise<Reading[]> {
    return db.query(HANDED_OUT, [editionId, classCode]);
  }
}

/** Whether a pair of seat and entry is among those that have been handed out. */
export function among(given: readonly (readonly [string, string])[]): Assigned {
  const pairs = new Set(given.map(([seat, entry]) => `${seat} ${entry}`));
  return (seatId, entry) => pairs.has(`${seatId} ${entry}`);
}
