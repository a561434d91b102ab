import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type NominationState, wholeContent } from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import { type Db, demandReach, Editions, isDenied } from '@award/editions/api';
import type {
  CheckedEntryView,
  EntryCounts,
  EntryPage,
  ListEntries,
} from '@award/eligibility/contract';
import { MUNICIPALITY_NAMES } from '@award/nominations/api';
import {
  COUNTS,
  EDITION_OF_ENTRY,
  ENTRIES,
  ENTRY,
  type EntryColumns,
  type OneEntryColumns,
} from './entries.queries';
import { checkedEntryView, entryRow } from './entries.view';

const AT_A_TIME = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the secretariat reads about entries, and whether a class has any left to check. */
@Injectable()
export class Eligibility {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
  ) {}

  /** How many entries of a class stand between the call and the jury: sent, in check, returned, or on hold. */
  async unsettled(db: Db, editionId: string, classCode: string): Promise<number> {
    const [found] = await db.query(
      `select count(*)::int as count from nomination where edition_id = $1
         and (class_code = $2 and state in ('submitted', 'in-eligibility-check', 'returned') or state = 'held')`,
      [editionId, classCode],
    );
    return found.count;
  }

  async counts(principal: Principal, wanted: string | undefined): Promise<EntryCounts> {
    const edition = await this.editionOf(principal, wanted);
    const open = edition.classes.filter(({ code }) => !isDenied(principal, edition.id, code));
    const rows: { classCode: string; state: NominationState; count: number }[] =
      await this.db.query(COUNTS, [edition.id]);
    return {
      edition: { id: edition.id, year: edition.year, name: edition.name },
      now: edition.now.toISOString(),
      classes: open.map(({ code, name }) => ({
        code,
        name,
        states: Object.fromEntries(
          rows
            .filter(({ classCode }) => classCode === code)
            .map(({ state, count }) => [state, count]),
        ),
      })),
    };
  }

  async list(principal: Principal, query: ListEntries): Promise<EntryPage> {
    const edition = await this.editionOf(principal, query.edition);
    demandReach(principal, edition.id, query.classCode);
    const after = readCursor(query.after);
    const rows: EntryColumns[] = await this.db.query(ENTRIES, [
      edition.id,
      query.classCode,
      query.state ?? null,
      query.search?.trim() || null,
      after?.name ?? null,
      after?.id ?? null,
      AT_A_TIME + 1,
    ]);
    const shown = rows.slice(0, AT_A_TIME);
    const last = shown.at(-1);
    return {
      rows: shown.map(entryRow),
      after: rows.length > AT_A_TIME && last ? writeCursor(last) : null,
    };
  }

  async one(principal: Principal, id: string): Promise<CheckedEntryView> {
    await this.demandEntry(this.db, principal, id);
    const [row]: OneEntryColumns[] = await this.db.query(ENTRY, [id]);
    if (!row || principal.role === null) throw new Refused('not-found');
    const { neighbours } = wholeContent(row.content);
    const names =
      neighbours.length === 0
        ? []
        : await this.db.query(MUNICIPALITY_NAMES, [neighbours, row.referenceDate]);
    return checkedEntryView(row, principal.role, names);
  }

  /** The edition of an entry that has been sent in, within reach of the grant; else it is not there. */
  async demandEntry(db: Db, principal: Principal, id: string): Promise<string> {
    const [found] = await db.query(EDITION_OF_ENTRY, [id]);
    if (!found) throw new Refused('not-found');
    demandReach(principal, found.editionId, found.classCode ?? undefined);
    return found.editionId;
  }

  private async editionOf(principal: Principal, wanted: string | undefined) {
    const id = wanted?.toLowerCase() ?? principal.editionId;
    if (id !== null) {
      demandReach(principal, id);
      return this.editions.byId(this.db, id);
    }
    const current = await this.editions.current(this.db);
    if (current === null) throw new Refused('not-found');
    return current;
  }
}

function writeCursor({ name, id }: { name: string; id: string }): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url');
}

function readCursor(text: string | undefined): { name: string; id: string } | null {
  if (text === undefined) return null;
  try {
    const [name, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const known = typeof name === 'string' && typeof id === 'string' && UUID.test(id);
    if (known && name.isWellFormed() && !name.includes('\0')) return { name, id };
  } catch {
    // falls through to the refusal: what is not JSON is no cursor of ours
  }
  throw new Refused('bad-input', { fields: [{ path: 'after', reason: 'unknown' }] });
}
