import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  fitsSheet,
  mayLockSheet,
  mayReopenSheet,
  mayStoreScores,
  mayWriteSheet,
} from '@award/award';
import { demand, prepared, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { Seats } from '@award/jury/api';
import { contentHash } from '@award/nominations/api';
import type {
  CriteriaView,
  LockedView,
  LockSheet,
  MyEntriesView,
  OpenEntryView,
  SavedView,
  SaveSheet,
} from '@award/scoring/contract';
import {
  CRITERIA,
  INSERT_SHEET,
  MY_ENTRIES,
  OPEN_ENTRY,
  SHEET_SITUATION,
  TURN_SHEET,
  UPDATE_SHEET,
} from './own-sheets.queries';
import { type ListRow, type OpenRow, opens, situation, type SituationRow } from './own-sheet.rows';
import { myEntriesView, openEntryView, storedSheet } from './own-sheet.views';

interface SavedRow {
  lockVersion: number;
  savedAt: Date;
}

/** A juror's own reading and scoring. Nobody else's sheet is ever read here. */
@Injectable()
export class OwnSheets {
  constructor(
    private readonly db: DataSource,
    private readonly seats: Seats,
    private readonly keys: RequestKeys,
    private readonly audit: AuditLog,
  ) {}

  async list(principal: Principal): Promise<MyEntriesView> {
    const [row] = await prepared<ListRow>(this.db, 'my-entries', MY_ENTRIES, placeOf(principal));
    if (!row) throw new Refused('seat-not-active');
    if (row.closed) throw new Refused(row.closed);
    return myEntriesView(row);
  }

  async criteria(principal: Principal): Promise<CriteriaView> {
    await this.seats.seatOf(this.db, principal);
    const [row] = await this.db.query(CRITERIA, [principal.editionId, principal.classCode]);
    const { preset, scaleMin, scaleMax, criteria, readings } = row;
    return { preset, scale: { min: scaleMin, max: scaleMax }, criteria, readings };
  }

  async open(principal: Principal, nominationId: string): Promise<OpenEntryView> {
    const values = [...placeOf(principal), nominationId];
    const [row] = await prepared<OpenRow>(this.db, 'open-entry', OPEN_ENTRY, values);
    if (!row) throw new Refused('seat-not-active');
    demand(opens(row));
    if (row.place === null) throw new Refused('not-assigned');
    return openEntryView(row);
  }

  /** Every save is a version of its own, which is its evidence; the log holds the locking and reopening. */
  async save(
    principal: Principal,
    key: string,
    nominationId: string,
    body: SaveSheet,
  ): Promise<SavedView> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { nominationId, ...body }, async () => {
        const row = await sheetSituation(tx, principal, nominationId, body.versionId);
        const criteria = row.criteria ?? [];
        const scores = Object.fromEntries(
          body.scores.map(({ criterion, value }) => [criterion, value]),
        );
        demand(mayWriteSheet(situation(row)));
        demand(
          mayStoreScores({ ...scores, overall: body.overall }, criteria, {
            min: row.scaleMin,
            max: row.scaleMax,
          }),
        );
        if (Object.keys(scores).length !== body.scores.length || 'overall' in scores)
          throw new Refused('bad-input', { fields: [{ path: 'scores', reason: 'repeated' }] });
        if (!row.knownVersion) throw new Refused('not-found');
        const saved = await this.write(tx, principal, row, nominationId, body);
        if (!saved) return this.refuseLate(tx, principal, nominationId);
        return saved;
      }),
    );
  }

  /** Submits and locks: from here on it counts. The receipt is the hash of what was submitted. */
  async lock(
    principal: Principal,
    key: string,
    nominationId: string,
    body: LockSheet,
  ): Promise<LockedView> {
    return this.turn(principal, key, nominationId, body, 'lock');
  }

  /** Takes an own locked sheet back, until the class's scoring is closed. */
  async reopen(
    principal: Principal,
    key: string,
    nominationId: string,
    body: LockSheet,
  ): Promise<LockedView> {
    return this.turn(principal, key, nominationId, body, 'reopen');
  }

  private async turn(
    principal: Principal,
    key: string,
    nominationId: string,
    body: LockSheet,
    act: 'lock' | 'reopen',
  ): Promise<LockedView> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { act, nominationId, ...body }, async () => {
        const row = await sheetSituation(tx, principal, nominationId, null);
        demand(act === 'lock' ? lockable(row) : mayReopenSheet(situation(row)));
        const [from, to] = act === 'lock' ? ['open', 'locked'] : ['locked', 'open'];
        const [[saved]] = await tx.query(TURN_SHEET, [
          row.seatId,
          nominationId,
          principal.editionId,
          principal.classCode,
          body.lockVersion,
          from,
          to,
        ]);
        if (!saved) return this.refuseLate(tx, principal, nominationId, act);
        const receipt = act === 'lock' ? receiptOf(row) : null;
        await this.audit.write(tx, {
          principal,
          act: `sheet:${act}`,
          subjectType: 'score-sheet',
          subjectId: row.sheetId,
          editionId: principal.editionId,
          facts: { seat: row.seatId, nomination: nominationId, version: body.lockVersion, receipt },
        });
        return { ...savedView(saved), receipt };
      }),
    );
  }

  private async write(
    tx: EntityManager,
    principal: Principal,
    row: SituationRow,
    nominationId: string,
    body: SaveSheet,
  ): Promise<SavedView | null> {
    const scores = body.scores.filter(({ value }) => value !== null);
    const content = {
      versionId: body.versionId,
      overall: body.overall,
      line: body.line,
      assessment: body.assessment,
      scores: Object.fromEntries(scores.map(({ criterion, value }) => [criterion, value])),
    };
    const values = [
      row.seatId,
      nominationId,
      principal.editionId,
      principal.classCode,
      body.versionId,
      body.overall,
      body.line,
      body.assessment,
      JSON.stringify(scores),
      JSON.stringify(content),
    ];
    const [saved] =
      body.lockVersion === 0
        ? await prepared<SavedRow>(tx, 'insert-sheet', INSERT_SHEET, values)
        : await prepared<SavedRow>(tx, 'update-sheet', UPDATE_SHEET, [...values, body.lockVersion]);
    return saved ? savedView(saved) : null;
  }

  /** Why a guarded write met no row: asked again, for what was read before no longer holds. */
  private async refuseLate(
    tx: EntityManager,
    principal: Principal,
    nominationId: string,
    act: 'save' | 'lock' | 'reopen' = 'save',
  ): Promise<never> {
    const row = await sheetSituation(tx, principal, nominationId, null);
    demand(act === 'reopen' ? mayReopenSheet(situation(row)) : mayWriteSheet(situation(row)));
    throw new Refused('stale-save', { stored: storedSheet(row) });
  }
}

/** The person, edition and class of the acting grant: the first three parameters of every own read. */
function placeOf(principal: Principal): (string | null)[] {
  return [principal.personId, principal.editionId, principal.classCode];
}

/** What decides about a write to the own sheet or note. `versionId`: the version that the member has read. */
export async function sheetSituation(
  tx: EntityManager,
  principal: Principal,
  nominationId: string,
  versionId: string | null = null,
): Promise<SituationRow> {
  const values = [...placeOf(principal), nominationId, versionId];
  const [row] = await prepared<SituationRow>(tx, 'sheet-situation', SHEET_SITUATION, values);
  if (!row) throw new Refused('seat-not-active');
  return row;
}

function lockable(row: SituationRow) {
  const { preset, line, assessment } = row;
  const verdict = mayLockSheet({
    ...situation(row),
    preset,
    criteria: row.criteria ?? [],
    scores: { ...row.scores, overall: row.overall },
    written: { line: line ?? '', assessment: assessment ?? '' },
  });
  return verdict.allowed ? fitsSheet({ line: line ?? '', assessment: assessment ?? '' }) : verdict;
}

function receiptOf(row: SituationRow): string {
  const { versionId, overall, line, assessment, scores } = row;
  return contentHash({ versionId, overall, line, assessment, scores });
}

function savedView(saved: SavedRow): SavedView {
  return { lockVersion: saved.lockVersion, savedAt: saved.savedAt.toISOString() };
}
