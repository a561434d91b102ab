import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  hasSecondRound,
  mayOpenScoring,
  mayReadAllSheets,
  maySeeAggregate,
  phaseAllows,
  type Refusal,
  type Verdict,
  yes,
} from '@award/award';
import { demand, type Principal, Refused } from '@award/access/api';
import { type Db, demandReach } from '@award/editions/api';
import { ENTRY_NAME, Standings } from '@award/impartiality/api';
import { leads, type PanelSeat, Seats } from '@award/jury/api';
import type {
  CloseScoring,
  EntryCoverageView,
  Obstacle,
  OpenSecondRound,
  OtherSheetView,
  ScoringProgressView,
  SeatProgressView,
} from '@award/scoring/contract';
import {
  type Assigned,
  counts,
  expected,
  type ScoringInput,
  type StoredSheet,
} from './class-input';
import { progressOf } from './own-sheet.views';
import { Assignments } from './assignments.service';
import { closing, type Opening, Scoring, skipping } from './scoring.service';
import { SecondRounds } from './second-round.service';

const NAMES = `
select n.id, named.name from nomination n join edition e on e.id = n.edition_id left join ${ENTRY_NAME} on true
where n.edition_id = $1 and n.class_code = $2`;

type Standing = Parameters<typeof expected>[0];

/** How far a class has come: completion only, and only for those who may see the class as a whole. */
@Injectable()
export class ScoringProgress {
  constructor(
    private readonly db: DataSource,
    private readonly scoring: Scoring,
    private readonly seats: Seats,
    private readonly standings: Standings,
    private readonly assignments: Assignments,
    private readonly secondRounds: SecondRounds,
  ) {}

  async view(
    principal: Principal,
    editionId: string,
    classCode: string,
  ): Promise<ScoringProgressView> {
    demandReach(principal, editionId, classCode);
    await this.demandSight(this.db, principal);
    return this.viewOf(this.db, principal, editionId, classCode);
  }

  async open(principal: Principal, editionId: string, classCode: string) {
    return this.db.transaction(async (tx) => {
      await this.scoring.openClass(tx, principal, editionId, classCode);
      return this.viewOf(tx, principal, editionId, classCode);
    });
  }

  async skip(principal: Principal, editionId: string, classCode: string) {
    return this.db.transaction(async (tx) => {
      await this.scoring.skipClass(tx, principal, editionId, classCode);
      return this.viewOf(tx, principal, editionId, classCode);
    });
  }

  async close(principal: Principal, editionId: string, classCode: string, body: CloseScoring) {
    return this.db.transaction(async (tx) => {
      const { acknowledgeMissing } = body;
      await this.scoring.closeClass(tx, principal, editionId, classCode, acknowledgeMissing);
      return this.viewOf(tx, principal, editionId, classCode);
    });
  }

  async openSecondRound(
    principal: Principal,
    editionId: string,
    classCode: string,
    body: OpenSecondRound,
  ): Promise<ScoringProgressView> {
    await this.secondRounds.open(principal, editionId, classCode, body);
    return this.view(principal, editionId, classCode);
  }

  /** All sheets of one entry: once the class is closed, for those who may see it as a whole. */
  async sheetsOfEntry(principal: Principal, nominationId: string): Promise<OtherSheetView[]> {
    const [entry] = await this.db.query(
      `select n.edition_id as "editionId", n.class_code as "classCode", c.stage from nomination n
       join edition_class c on c.edition_id = n.edition_id and c.code = n.class_code
       where n.id = $1 and n.state in ('in-review', 'assessed')`,
      [nominationId],
    );
    if (!entry) throw new Refused('not-found');
    demandReach(principal, entry.editionId, entry.classCode);
    demand(mayReadAllSheets(entry.stage, await this.sight(this.db, principal)));
    return this.scoring.sheetsOfEntry(this.db, nominationId);
  }

  private async demandSight(db: Db, principal: Principal): Promise<void> {
    demand(await this.sight(db, principal));
  }

  /** A member of the jury sees the class as a whole only where nothing of it is hidden from the member. */
  private async sight(db: Db, principal: Principal): Promise<Verdict> {
    if (principal.role !== 'juror' && principal.role !== 'jury-leader') return yes;
    const me = await this.seats.activeSeatOf(db, principal);
    return maySeeAggregate(await this.standings.standingOf(db, me));
  }

  private async viewOf(
    db: Db,
    principal: Principal,
    editionId: string,
    classCode: string,
  ): Promise<ScoringProgressView> {
    const opening = await this.scoring.opening(db, editionId, classCode);
    const input = await this.scoring.inputOfClass(db, editionId, classCode);
    const stored = await this.scoring.storedSheets(db, editionId, classCode);
    const seats = await this.seats.activeSeats(db, editionId, classCode);
    const standings = await this.standings.ofClass(db, editionId, classCode);
    const names: { id: string; name: string }[] = await db.query(NAMES, [editionId, classCode]);
    const grounds = await this.scoring.awaiting(db, editionId, classCode);
    const mayLead = await this.mayLead(db, principal);
    const assigned = await this.assignments.handedOut(db, editionId, classCode);
    const secondRound = await this.secondRounds.view(db, editionId, classCode);
    const readings = await this.assignments.readings(db, editionId, classCode);
    const { edition, stage } = opening;
    const none: Standing = { scope: edition.impartialityScope, entries: {} };
    const standingOf = (seatId: string) => standings.get(seatId) ?? none;
    const coverage = input.entries
      .map((entry) => coverageOf(entry, input, seats, standingOf, assigned, names))
      .sort((one, other) => one.municipalityName.localeCompare(other.municipalityName, 'nb'));
    const openingObstacles = obstaclesToOpening(opening);
    const closingObstacles = obstaclesToClosing(stage, input, grounds, coverage);
    const mayClose = mayLead && stage === 'scoring' && closingObstacles.length === 0;
    return {
      editionId,
      classCode,
      className: edition.classes.find(({ code }) => code === classCode)?.name ?? edition.name,
      stage,
      quorum: edition.quorum,
      scoringClosesAt: edition.scoringClosesAt?.toISOString() ?? null,
      ruleRegisteredAt: edition.ruleRegisteredAt?.toISOString() ?? null,
      ruleHash: edition.ruleHash,
      eligibleEntries: stage === 'waiting' ? opening.eligible.length : input.entries.length,
      openingObstacles,
      closingObstacles,
      missingSheets: input.missing.length,
      mayOpen: stage === 'waiting' && openingObstacles.length === 0,
      maySkip: mayLead && skipping(opening, classCode).allowed,
      mayClose,
      mayOpenSecondRound:
        mayClose && secondRound === null && hasSecondRound(edition.preset, readings === null),
      secondRound,
      seats: seats.map((seat) => seatProgress(seat, input, stored, standingOf(seat.id), assigned)),
      coverage,
    };
  }

  private async mayLead(db: Db, principal: Principal): Promise<boolean> {
    return principal.role === 'jury-leader' && leads(await this.seats.activeSeatOf(db, principal));
  }
}

function seatProgress(
  seat: PanelSeat,
  input: ScoringInput,
  stored: readonly StoredSheet[],
  standing: Standing,
  assigned: Assigned,
): SeatProgressView {
  const entries = input.entries.filter(
    (entry) => expected(standing, entry) && assigned(seat.id, entry),
  );
  const progress = stored
    .filter((sheet) => sheet.seatId === seat.id && entries.includes(sheet.nominationId))
    .map((sheet) =>
      progressOf(
        { ...sheet, line: sheet.lined ? '.' : '', assessed: sheet.assessed },
        input.preset,
        input.criteria,
      ),
    );
  const among = (...kinds: string[]) => progress.filter((one) => kinds.includes(one)).length;
  return {
    seatId: seat.id,
    name: seat.name,
    house: seat.house,
    entries: entries.length,
    started: among('started', 'complete', 'locked'),
    complete: among('complete', 'locked'),
    locked: among('locked'),
    open: maySeeAggregate(standing).allowed,
  };
}

function coverageOf(
  entry: string,
  input: ScoringInput,
  seats: readonly PanelSeat[],
  standingOf: (seatId: string) => Standing,
  assigned: Assigned,
  names: readonly { id: string; name: string }[],
): EntryCoverageView {
  const counting = input.sheets.filter((sheet) => sheet.entry === entry && counts(sheet));
  const houses = counting.map(
    ({ judge }) => input.seats.find(({ seatId }) => seatId === judge)?.house,
  );
  const missing = input.missing.filter(({ nominationId }) => nominationId === entry);
  return {
    nominationId: entry,
    municipalityName: names.find(({ id }) => id === entry)?.name ?? '',
    expected: seats.filter(
      (seat) => expected(standingOf(seat.id), entry) && assigned(seat.id, entry),
    ).length,
    locked: counting.length,
    lockedKs: houses.filter((house) => house === 'KS').length,
    lockedNho: houses.filter((house) => house === 'NHO').length,
    missing: missing.map(({ seatId }) => seats.find(({ id }) => id === seatId)?.name ?? ''),
    belowQuorum: counting.length < input.quorum,
  };
}

function obstaclesToOpening(opening: Opening): Obstacle[] {
  if (opening.stage !== 'waiting') return [];
  const { criteria, phase } = opening.edition;
  const held: Record<string, number> = { 'eligibility-open': opening.unsettledEntries };
  const settled = mayOpenScoring({ ...opening, unsettledEntries: 0, criteria });
  return reasons(
    phaseAllows(phase, 'openScoring'),
    mayOpenScoring({ ...opening, criteria }),
    settled,
  ).map((reason) => (held[reason] ? { reason, count: held[reason] } : { reason }));
}

function obstaclesToClosing(
  stage: Opening['stage'],
  input: ScoringInput,
  grounds: number,
  coverage: readonly EntryCoverageView[],
): Obstacle[] {
  if (stage !== 'scoring') return [];
  const below = coverage.filter(({ belowQuorum }) => belowQuorum).length;
  const held: Record<string, number> = {
    'unresolved-declarations': grounds,
    'quorum-missing': below,
  };
  return reasons(closing(stage, input, grounds, true), closing(stage, input, 0, true)).map(
    (reason) => (held[reason] ? { reason, count: held[reason] } : { reason }),
  );
}

function reasons(...verdicts: readonly Verdict[]): Refusal[] {
  return [...new Set(verdicts.flatMap((one) => (one.allowed ? [] : [one.reason])))];
}
