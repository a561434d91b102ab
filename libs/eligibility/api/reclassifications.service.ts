import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { mayReclassify, needs, phaseAllows } from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { Reclassify } from '@award/eligibility/contract';
import { Mail } from '@award/mail/api';
import {
  type LockedNomination,
  lockNominations,
  mailToAll,
  readersOfMunicipality,
} from '@award/nominations/api';
import { Eligibility } from './eligibility.service';
import { Reclassification } from './reclassification.entity';
import { RECLASSIFIED_IN } from './reclassification-states';

/** What PostgreSQL answers when rows of the jury already hang on the entry's class. */
const HELD_BY_OTHERS = ['23001', '23503'];

/** Moves an entry to another class before scoring: a register error, or a waiver of the boundary. */
@Injectable()
export class Reclassifications {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
    private readonly mail: Mail,
    private readonly eligibility: Eligibility,
  ) {}

  async move(
    principal: Principal,
    id: string,
    body: Reclassify,
    key: string,
  ): Promise<{ classCode: string }> {
    return this.db.transaction(async (tx) => {
      await this.eligibility.demandEntry(tx, principal, id);
      return this.keys.once(tx, principal, key, ['reclassify', id, body], async () => {
        const [row] = await lockNominations(tx, [id]);
        if (!row?.classCode) throw new Refused('not-found');
        const from = row.classCode;
        demand(needs(RECLASSIFIED_IN.includes(row.state), 'wrong-state'));
        demand(phaseAllows(row.phase, 'reclassify'));
        demand(
          mayReclassify({
            from,
            to: body.classCode,
            classes: row.classes,
            stages: Object.fromEntries(row.classes.map(({ code, stage }) => [code, stage])),
            reason: body.reason,
          }),
        );
        await this.setClass(tx, row, body);
        await tx.insert(Reclassification, {
          nominationId: row.id,
          editionId: row.editionId,
          fromClass: from,
          toClass: body.classCode,
          ground: body.ground,
          reason: body.reason.trim(),
          decidedBy: principal.personId,
        });
        await this.tell(tx, row, body.classCode);
        await this.log.write(tx, {
          principal,
          act: 'nomination:reclassify',
          subjectType: 'nomination',
          subjectId: row.id,
          editionId: row.editionId,
          facts: { from, to: body.classCode, ground: body.ground },
        });
        return { classCode: body.classCode };
      });
    });
  }

  /**
   * The same when the jury has decided it after scoring has opened: the caller has asked the rule, and
   * logs what was decided.
   */
  async byJury(
    tx: EntityManager,
    id: string,
    decided: { classCode: string; reason: string; decidedBy: string },
  ): Promise<void> {
    const [row] = await lockNominations(tx, [id]);
    if (!row?.classCode) throw new Refused('not-found');
    await this.setClass(tx, row, decided);
    await tx.insert(Reclassification, {
      nominationId: row.id,
      editionId: row.editionId,
      fromClass: row.classCode,
      toClass: decided.classCode,
      ground: 'register-error',
      reason: decided.reason.trim(),
      decidedBy: decided.decidedBy,
    });
    await this.tell(tx, row, decided.classCode);
  }

  private async setClass(
    tx: EntityManager,
    row: LockedNomination,
    body: Pick<Reclassify, 'classCode' | 'reason'>,
  ) {
    try {
      const [, moved] = await tx.query(
        `update nomination set class_code = $3, class_reason = $4 where id = $1 and class_code = $2`,
        [row.id, row.classCode, body.classCode, body.reason.trim()],
      );
      if (moved !== 1) throw new Refused('wrong-state');
    } catch (error) {
      const code =
        error instanceof QueryFailedError
          ? (error.driverError as { code?: string }).code
          : undefined;
      if (code !== undefined && HELD_BY_OTHERS.includes(code)) throw new Refused('wrong-stage');
      throw error;
    }
  }

  private async tell(tx: EntityManager, row: LockedNomination, classCode: string): Promise<void> {
    const language = row.writtenForm;
    const name = row.classes.find(({ code }) => code === classCode)?.name;
    const [{ moves }] = await tx.query(
      'select count(*)::int as moves from reclassification where nomination_id = $1',
      [row.id],
    );
    await mailToAll(tx, this.mail, await readersOfMunicipality(tx, row), {
      eventKey: `eligibility-reclassified:${row.id}:${moves}`,
      template: 'eligibility-reclassified',
      language,
      words: {
        municipality: row.municipalityName,
        className: name?.[language] || (name?.nb ?? classCode),
      },
      editionId: row.editionId,
    });
  }
}
