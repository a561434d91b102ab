import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { Jobs } from '@award/jobs/api';
import type { SavedView, SaveNote } from '@award/scoring/contract';
import { INSERT_NOTE, NOTE, UPDATE_NOTE } from './own-sheets.queries';
import { opens } from './own-sheet.rows';
import { sheetSituation } from './own-sheets.service';

/** Notes that no other user sees. No other service reads them, and they go when the edition is archived. */
@Injectable()
export class OwnNotes {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
    jobs: Jobs,
  ) {
    jobs.register('private-notes', () => this.sweep(), { everyMinute: true });
  }

  async save(
    principal: Principal,
    key: string,
    nominationId: string,
    body: SaveNote,
  ): Promise<SavedView> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { note: nominationId, ...body }, async () => {
        const row = await sheetSituation(tx, principal, nominationId);
        demand(opens(row));
        if (!row.assigned) throw new Refused('not-assigned');
        const values = [row.seatId, nominationId, body.text];
        const [saved] =
          body.lockVersion === 0
            ? await tx.query(INSERT_NOTE, values)
            : (await tx.query(UPDATE_NOTE, [...values, body.lockVersion]))[0];
        if (!saved) {
          const [stored] = await tx.query(NOTE, [row.seatId, nominationId]);
          throw new Refused('stale-save', { stored: stored ?? { lockVersion: 0, text: '' } });
        }
        return { lockVersion: saved.lockVersion, savedAt: saved.savedAt.toISOString() };
      }),
    );
  }

  /** Deletes the notes of archived editions. */
  async sweep(): Promise<void> {
    await this.db.query(
      `delete from private_note p using nomination n join edition e on e.id = n.edition_id
       where n.id = p.nomination_id and e.phase = 'archived'`,
    );
  }
}
