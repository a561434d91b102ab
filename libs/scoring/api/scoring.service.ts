import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  allOf,
  bothHouses,
  type ClassStage,
  mayCloseScoring,
  mayOpenScoring,
  maySkipScoring,
  type NominationState,
  phaseAllows,
  sheetQuorum,
  type Standing,
  type Verdict,
} from '@award/award';
import { demand, prepared, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { type Db, demandReach, type EditionRow, Editions, ruleHash } from '@award/editions/api';
import { Standings } from '@award/impartiality/api';
import { leads, type PanelSeat, ruleSeat, Seats } from '@award/jury/api';
import { Nominations } from '@award/nominations/api';
import type { OtherSheetView } from '@award/scoring/contract';
import { among, Assignments } from './assignments.service';
import {
  classInput,
  counts,
  EVERYTHING,
  JUDGING_RULES,
  type ScoringInput,
  type StoredSheet,
} from './class-input';
import { MadeFrom } from './made-from';
import {
  CLASS_AS_STORED,
  HOLD_SAVES,
  LOCK_CLASS,
  LOCK_ENTRIES,
  READINGS_OF_EDITION,
  SECOND_ROUND,
  SHEETS,
  SHEETS_OF_ENTRY,
} from './scoring.queries';

const UNSETTLED: readonly NominationState[] = [
  'held',
  'submitted',
  'in-eligibility-check',
  'returned',
];

/** What opening a class's scoring waits for. */
export interface Opening {
  edition: EditionRow;
  stage: ClassStage;
  eligible: readonly string[];
  unsettledEntries: number;
  bothHouses: Verdict;
}

/** Classes whose input is held ready. */
const KNOWN = 16;

/** Parts of a class in JSON; see CLASS_AS_STORED. */
interface StoredText {
  entries: string;
  sheets: string;
  given: string | null;
}

/** Edition, seats and standings of one class. */
export interface ClassAsRead {
  readonly edition: EditionRow;
  readonly seats: readonly PanelSeat[];
  readonly standings: ReadonlyMap<string, Standing>;
}

/** The scoring of a class as a whole: opened once, closed once, and what the ranking is made of. */
@Injectable()
export class Scoring {
  private readonly known = new MadeFrom<ScoringInput>(KNOWN);

  constructor(
    private readonly editions: Editions,
    private readonly nominations: Nominations,
    private readonly seats: Seats,
    private readonly standings: Standings,
    private readonly assignments: Assignments,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Opens scoring: registers the rule of judgement, starts the judging of the edition if this class is
   * the first, takes every eligible entry into review and gives each seat its entries in its own order.
   */
  async openClass(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
  ): Promise<void> {
    const opening = await this.lockedOpening(tx, principal, editionId, classCode);
    if (principal.role === 'jury-leader') await this.seats.activeSeatOf(tx, principal);
    const { criteria } = opening.edition;
    demand(
      allOf(
        phaseAllows(opening.edition.phase, 'openScoring'),
        mayOpenScoring({ ...opening, criteria }),
      ),
    );
    await this.begin(tx, principal, opening, classCode, 'open-scoring');
    await this.nominations.takeAll(tx, principal, opening.eligible, 'start-review');
    await this.assignments.fill(tx, editionId, classCode);
  }

  /** A class with no more entries than finalists may go to its meeting unscored. */
  async skipClass(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
  ): Promise<void> {
    const opening = await this.lockedOpening(tx, principal, editionId, classCode);
    await this.demandLeader(tx, principal);
    demand(skipping(opening, classCode));
    await this.begin(tx, principal, opening, classCode, 'skip-scoring');
    await this.nominations.takeAll(tx, principal, opening.eligible, 'start-review');
    await this.nominations.takeAll(tx, principal, opening.eligible, 'finish-review');
  }

  /**
   * Closes scoring and takes the class's entries to `assessed`. Grounds must be ruled on, every entry
   * must have the registered quorum of sheets, and what is missing must be acknowledged; it does not
   * block. The only caller of the stage's `close-scoring`.
   */
  async closeClass(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
    acknowledged: boolean,
  ): Promise<void> {
    demandReach(principal, editionId, classCode);
    await tx.query(HOLD_SAVES, [editionId, classCode]);
    const [locked] = await tx.query(LOCK_CLASS, [editionId, classCode]);
    if (!locked) throw new Refused('not-found');
    const entries: { id: string; state: NominationState }[] = await tx.query(LOCK_ENTRIES, [
      editionId,
      classCode,
    ]);
    await this.demandLeader(tx, principal);
    const input = await this.inputOfClass(tx, editionId, classCode);
    demand(
      closing(locked.stage, input, await this.awaiting(tx, editionId, classCode), acknowledged),
    );
    await this.editions.advanceStage(tx, principal, editionId, classCode, 'close-scoring');
    // One that another class had finished, and whose jury has moved it here, is assessed already.
    const reviewed = entries.filter(({ state }) => state === 'in-review').map(({ id }) => id);
    await this.nominations.takeAll(tx, principal, reviewed, 'finish-review');
    await this.audit.write(tx, {
      principal,
      act: 'scoring:close',
      subjectType: 'edition-class',
      subjectId: editionId,
      editionId,
      facts: {
        classCode,
        counted: input.sheets.filter(counts).length,
        missing: input.missing.map(({ seatId, nominationId }) => ({ seatId, nominationId })),
      },
    });
  }

  /**
   * What the ranking of a class is made of, with who is set aside and why, from what is stored now.
   * `read` is what the caller has just read of the same class, so that it is not read twice.
   */
  async inputOfClass(
    db: Db,
    editionId: string,
    classCode: string,
    read?: ClassAsRead,
  ): Promise<ScoringInput> {
    const edition = read?.edition ?? (await this.editions.byId(db, editionId));
    const seats = read?.seats ?? (await this.seats.ofClass(db, editionId, classCode));
    const standings = read?.standings ?? (await this.standings.ofClass(db, editionId, classCode));
    const place = [editionId, classCode];
    const [stored] = await prepared<StoredText>(db, 'class-as-stored', CLASS_AS_STORED, place);
    const { entries, sheets, given } = stored;
    const rules = JUDGING_RULES.map((rule) => edition[rule]);
    const around = JSON.stringify([rules, classCode, seats, [...standings]]);
    return this.known.of([around, entries, sheets, given].join('\n'), () =>
      classInput(
        edition,
        classCode,
        JSON.parse(entries),
        seats,
        standings,
        JSON.parse(sheets),
        given === null ? EVERYTHING : among(JSON.parse(given)),
      ),
    );
  }

  /**
   * All sheets of an entry with what is written on them. Asks nothing about the reader: the caller has
   * demanded that the class's scoring is closed and that the reader may see the class as a whole.
   */
  async sheetsOfEntry(db: Db, nominationId: string): Promise<OtherSheetView[]> {
    const [entry] = await db.query(
      'select edition_id as "editionId", class_code as "classCode" from nomination where id = $1',
      [nominationId],
    );
    if (!entry?.classCode) throw new Refused('not-found');
    const { sheets } = await this.inputOfClass(db, entry.editionId, entry.classCode);
    const rows: Omit<OtherSheetView, 'counts'>[] = await db.query(SHEETS_OF_ENTRY, [nominationId]);
    return rows.map((row) => ({
      ...row,
      counts: sheets.some(
        (sheet) => sheet.judge === row.seatId && sheet.entry === nominationId && counts(sheet),
      ),
    }));
  }

  /** The sheets of a class as stored, for the progress. */
  async storedSheets(db: Db, editionId: string, classCode: string): Promise<StoredSheet[]> {
    return db.query(SHEETS, [editionId, classCode]);
  }

  /** Whether the class has locked its first round and gone on to the second. */
  async inSecondRound(db: Db, editionId: string, classCode: string): Promise<boolean> {
    const [round] = await db.query(SECOND_ROUND, [editionId, classCode]);
    return round !== undefined;
  }

  /** Gives an entry that has been moved into a class under way to those who read there. */
  async takeIn(tx: EntityManager, editionId: string, classCode: string): Promise<void> {
    const edition = await this.editions.byId(tx, editionId);
    const stage = edition.classes.find(({ code }) => code === classCode)?.stage;
    if (stage === 'scoring') await this.assignments.fill(tx, editionId, classCode);
  }

  /** What opening waits for, without locking anything. */
  async opening(db: Db, editionId: string, classCode: string): Promise<Opening> {
    const edition = await this.editions.byId(db, editionId);
    const entries: { id: string; state: NominationState }[] = await db.query(
      'select id, state from nomination where edition_id = $1 and (class_code = $2 or class_code is null) order by id',
      [editionId, classCode],
    );
    return this.openingOf(db, edition, classCode, entries);
  }

  /** How many grounds of members whose sheets may count are still to be ruled on. */
  async awaiting(db: Db, editionId: string, classCode: string): Promise<number> {
    const rows = await this.standings.rows(db, editionId, classCode);
    const seats = await this.seats.ofClass(db, editionId, classCode);
    const sitting = new Set(
      seats.filter(({ standing }) => ['active', 'replaced'].includes(standing)).map(({ id }) => id),
    );
    return rows.filter(
      ({ seatId, standing }) => sitting.has(seatId) && standing === 'ground-awaiting-ruling',
    ).length;
  }

  private async lockedOpening(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
  ): Promise<Opening> {
    demandReach(principal, editionId, classCode);
    await this.editions.locked(tx, editionId);
    const [locked] = await tx.query(LOCK_CLASS, [editionId, classCode]);
    if (!locked) throw new Refused('not-found');
    const entries = await tx.query(LOCK_ENTRIES, [editionId, classCode]);
    return this.openingOf(tx, await this.editions.byId(tx, editionId), classCode, entries);
  }

  private async openingOf(
    db: Db,
    edition: EditionRow,
    classCode: string,
    entries: readonly { id: string; state: NominationState }[],
  ): Promise<Opening> {
    const stage = edition.classes.find(({ code }) => code === classCode)?.stage;
    if (stage === undefined) throw new Refused('not-found');
    const active = await this.seats.activeSeats(db, edition.id, classCode);
    const standings = await this.standings.ofClass(db, edition.id, classCode);
    const sitting = active.filter(
      ({ id }) => !Object.values(standings.get(id)?.entries ?? {}).includes('recused'),
    );
    return {
      edition,
      stage,
      eligible: entries.filter(({ state }) => state === 'eligible').map(({ id }) => id),
      unsettledEntries: entries.filter(({ state }) => UNSETTLED.includes(state)).length,
      bothHouses: bothHouses(sitting.map(ruleSeat)),
    };
  }

  private async begin(
    tx: EntityManager,
    principal: Principal,
    { edition }: Opening,
    classCode: string,
    action: 'open-scoring' | 'skip-scoring',
  ): Promise<void> {
    const [{ readings }] = await tx.query(READINGS_OF_EDITION, [edition.id]);
    const registered = await this.editions.registerRule(tx, principal, edition.id, readings);
    if (registered.ruleHash !== ruleHash(edition, readings)) throw new Refused('rule-frozen');
    if (edition.phase === 'closed')
      await this.editions.advance(tx, principal, edition.id, 'start-judging');
    await this.editions.advanceStage(tx, principal, edition.id, classCode, action);
  }

  /** The leading seat that acts. Refused for others, and for a leader who may not see the class as a whole. */
  async demandLeader(tx: EntityManager, principal: Principal): Promise<PanelSeat> {
    const me = await this.seats.activeSeatOf(tx, principal);
    if (!leads(me)) throw new Refused('not-permitted');
    await this.standings.demandAggregate(tx, me);
    return me;
  }
}

/** Whether the class may go to its meeting unscored. */
export function skipping(opening: Opening, classCode: string): Verdict {
  const sizeClass = opening.edition.classes.find(({ code }) => code === classCode);
  return allOf(
    phaseAllows(opening.edition.phase, 'openScoring'),
    maySkipScoring({
      ...opening,
      entries: opening.eligible.length,
      finalists: sizeClass?.finalists ?? 0,
    }),
  );
}

/** Whether the class may be closed now, with what is missing acknowledged or not. */
export function closing(
  stage: ClassStage,
  input: ScoringInput,
  groundsAwaitingRuling: number,
  acknowledged: boolean,
): Verdict {
  return allOf(
    mayCloseScoring({
      stage,
      groundsAwaitingRuling,
      missingSheets: input.missing.length,
      acknowledged,
    }),
    sheetQuorum(
      input.entries.map(
        (entry) => input.sheets.filter((sheet) => sheet.entry === entry && counts(sheet)).length,
      ),
      input.quorum,
    ),
  );
}
