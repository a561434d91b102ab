import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mayBreakGlass } from '@award/award';
import { demand, type Principal } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { ENTRY_NAME } from '@award/impartiality/api';
import { lockedPanelClass, type PanelClass } from '@award/jury/api';
import { type Language, Mail } from '@award/mail/api';
import type { BreakGlass, BrokenGlassView, GlassSheetView } from '@award/scoring/contract';
import { GlassBreaking } from './glass-breaking.entity';
import { scoringMail } from './scoring-mail';

const SHEETS_OF_CLASS = `
select n.id as "nominationId", named.name as "municipalityName", s.name as "memberName", s.house, sheet.state, sheet.overall,
  sheet.line, sheet.assessment,
  (select coalesce(json_object_agg(k.code, x.value order by k.position, k.code), '{}') from sheet_score x join criterion k on k.id = x.criterion_id
    where x.sheet_id = sheet.id) as scores
from score_sheet sheet join nomination n on n.id = sheet.nomination_id join edition e on e.id = n.edition_id
  join seat s on s.id = sheet.seat_id left join ${ENTRY_NAME} on true
where sheet.edition_id = $1 and sheet.class_code = $2 order by named.name, n.id, s.house, s.name, s.id`;

const TOLD = `
select lower(s.email) as email, coalesce(p.language, 'nb') as language from seat s left join person p on p.id = s.person_id
where s.edition_id = $1 and s.class_code = $2 and s.state = 'accepted' order by s.id`;

type SheetRow = GlassSheetView & { nominationId: string; municipalityName: string };

/** The emergency door: a secretary reads the sheets of a class before it is closed, with a reason, and the jury is told. */
@Injectable()
export class BreakGlassDoor {
  constructor(
    private readonly db: DataSource,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
  ) {
    mail.register('glass-broken', scoringMail.glassBroken, {
      stillFor: async (db, { recipient, editionId }) => {
        const [seat] = await db.query(
          `select from seat s where s.edition_id = $1 and lower(s.email) = $2 and s.state = 'accepted'`,
          [editionId, recipient],
        );
        return seat !== undefined;
      },
    });
  }

  /** Each call is one reading: kept, logged and told. Nothing is shown unless all of that is committed. */
  async read(
    principal: Principal,
    editionId: string,
    classCode: string,
    { reason }: BreakGlass,
  ): Promise<BrokenGlassView> {
    return this.db.transaction(async (tx) => {
      const panel = await lockedPanelClass(tx, principal, editionId, classCode);
      demand(mayBreakGlass(panel.stage, reason));
      const made = await tx.insert(GlassBreaking, {
        editionId,
        classCode,
        reason: reason.trim(),
        brokenBy: principal.personId,
      });
      const id = made.identifiers[0]?.['id'] as string;
      const rows: SheetRow[] = await tx.query(SHEETS_OF_CLASS, [editionId, classCode]);
      const told = await this.tell(tx, principal, panel, id, reason.trim());
      const [{ now }] = await tx.query('select award_now() as now');
      await this.audit.write(tx, {
        principal,
        act: 'sheet:break-glass',
        subjectType: 'glass-breaking',
        subjectId: id,
        editionId,
        facts: { classCode, sheets: rows.length, told },
      });
      return { readAt: now.toISOString(), told, entries: byEntry(rows) };
    });
  }

  private async tell(
    tx: EntityManager,
    principal: Principal,
    panel: PanelClass,
    id: string,
    reason: string,
  ): Promise<number> {
    const members: { email: string; language: Language }[] = await tx.query(TOLD, [
      panel.editionId,
      panel.classCode,
    ]);
    for (const { email, language } of members)
      await this.mail.queue(tx, {
        eventKey: `glass-broken:${id}`,
        recipient: email,
        template: 'glass-broken',
        language,
        words: {
          className: panel.className[language] || panel.className.nb,
          by: principal.name,
          reason,
        },
        editionId: panel.editionId,
      });
    return members.length;
  }
}

function byEntry(rows: readonly SheetRow[]): BrokenGlassView['entries'] {
  return [...Map.groupBy(rows, (row) => row.nominationId)].map(([nominationId, own]) => ({
    nominationId,
    municipalityName: own[0]?.municipalityName ?? '',
    sheets: own.map(({ memberName, house, state, overall, scores, line, assessment }) => ({
      memberName,
      house,
      state,
      overall,
      scores,
      line,
      assessment,
    })),
  }));
}
