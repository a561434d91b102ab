import { Injectable } from '@nestjs/common';
import type { Db } from '@award/editions/api';
import {
  type FetchJson,
  fetchRefresh,
  type RefreshProgress,
  type RefreshWanted,
  startRefresh,
} from './register-fetch';
import type { RegisterChange } from './register-import';
import { RegisterImporter, type RegisterImportOrder } from './register-importer.service';
import { describeRegisterChange } from './register-outcome';
import { refreshedRegister, type RefreshNote } from './register-refresh';
import type { RegisterState } from './register-state';

/** What a refresh has found, before anything is written. */
export interface RefreshFound {
  changes: readonly RegisterChange[];
  /** The changes as lines that people read. */
  lines: string[];
  notes: readonly RefreshNote[];
  incoming: RegisterState;
}

/** Keeps what has been fetched, so that a refresh that was cut short goes on where it stopped. */
export interface RefreshMemory {
  read(): Promise<RefreshProgress | null>;
  write(progress: RefreshProgress): Promise<void>;
  forget(): Promise<void>;
}

/** The register refreshed from Statistics Norway and Enhetsregisteret, through the same importer as the shipped one. */
@Injectable()
export class RegisterRefresh {
  constructor(private readonly importer: RegisterImporter) {}

  /** Today's structure, the changes since the newest one that is known, and the last two years' figures. */
  async wanted(db: Db): Promise<RefreshWanted> {
    const [{ today, newest, year }] = await db.query(
      `select to_char(award_now() at time zone 'Europe/Oslo', 'YYYY-MM-DD') as today,
         (select to_char(max(v.valid_from), 'YYYY-MM-DD') from municipality_version v join municipality m on m.id = v.municipality_id
           where not m.invented) as newest,
         extract(year from award_now() at time zone 'Europe/Oslo')::int as year`,
    );
    return { date: today, changesFrom: newest ?? today, years: [year - 1, year] };
  }

  /** Fetches what is left and says what it would change. */
  async find(db: Db, fetchJson: FetchJson, memory: RefreshMemory): Promise<RefreshFound> {
    const wanted = await this.wanted(db);
    const kept = await memory.read();
    let progress = kept?.pieces.date === wanted.date ? kept : startRefresh(wanted);
    for await (const next of fetchRefresh(fetchJson, progress)) {
      progress = next;
      await memory.write(progress);
    }
    const current = await this.importer.current(db);
    const { state, notes } = refreshedRegister(current, progress.pieces);
    const changes = await this.importer.plan(db, { incoming: state });
    return {
      changes,
      lines: changes.map((change) => describeRegisterChange(change, state)),
      notes,
      incoming: state,
    };
  }

  apply(
    tx: Parameters<RegisterImporter['import']>[0],
    found: RefreshFound,
    principal: RegisterImportOrder['principal'],
  ): Promise<readonly RegisterChange[]> {
    return this.importer.import(tx, { source: 'refresh', principal, incoming: found.incoming });
  }
}
