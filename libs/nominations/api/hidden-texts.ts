import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { mayHideText } from '@award/award';
import { demandOwn } from './municipality-principal';
import { lockNominations } from './nomination-rows';

/** Hiding what is told of a withdrawn entry, when its municipality asks. */
@Injectable()
export class HiddenTexts {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
    private readonly audit: AuditLog,
  ) {}

  /** Asked for after the withdrawal. */
  async ask(principal: Principal, id: string, key: string): Promise<{ hidden: true }> {
    return this.db.transaction(async (tx) => {
      await demandOwn(tx, principal, id);
      return this.keys.once(tx, principal, key, ['hide-text', id], async () => {
        await this.hide(tx, principal, id);
        return { hidden: true };
      });
    });
  }

  /** Within the transaction of the withdrawal itself, or of the act above. */
  async hide(tx: EntityManager, principal: Principal, id: string): Promise<void> {
    const [row] = await lockNominations(tx, [id]);
    if (!row) throw new Refused('not-found');
    demand(mayHideText(row.state));
    const made: unknown[] = await tx.query(
      `insert into hidden_text (nomination_id, edition_id, asked_by) values ($1, $2, $3)
       on conflict do nothing returning nomination_id`,
      [id, row.editionId, principal.personId],
    );
    if (made.length === 0) return;
    await this.audit.write(tx, {
      principal,
      act: 'nomination:hide-text',
      subjectType: 'nomination',
      subjectId: id,
      editionId: row.editionId,
      facts: {},
    });
  }
}
