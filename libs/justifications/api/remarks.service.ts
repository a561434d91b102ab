import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import {
  allOf,
  may,
  needs,
  sentencesOf,
  sentencesWithoutSource,
  standsIn,
  type Verdict,
} from '@award/award';
import type { Db } from '@award/editions/api';
import type { RemarksView, RemarkView, WriteRemark } from '@award/justifications/contract';
import { type Finalist, FinalistDoor } from './finalist-door';
import { mayWrite, reasonOf } from './justification-views';
import { type AssessmentRow, assessmentRows, factsRow } from './justifications.queries';
import { JustificationRemark } from './remark.entity';

interface RemarkRow extends Omit<
  RemarkView,
  'sourceName' | 'standing' | 'found' | 'writtenAt' | 'settledAt'
> {
  sourceSeatId: string | null;
  writtenAt: Date;
  settledAt: Date | null;
}

const REMARKS = `
select r.id, r.kind, r.passage, r.body, r.source, r.source_seat_id as "sourceSeatId", w.name as "writtenBy",
  r.written_at as "writtenAt", r.settled_at as "settledAt", s.name as "settledBy"
from justification_remark r left join person w on w.id = r.written_by left join person s on s.id = r.settled_by
where r.justification_id = $1 order by r.written_at, r.id`;

/** Comments and sources under a text of the jury, for those who prepare it and nobody else. */
@Injectable()
export class Remarks {
  constructor(
    private readonly db: DataSource,
    private readonly finalist: FinalistDoor,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  async of(
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
  ): Promise<RemarksView> {
    const at = await this.finalist.enter(this.db, principal, editionId, classCode, nominationId);
    return this.view(this.db, principal, nominationId, at);
  }

  write(
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
    body: WriteRemark,
    key: string,
  ): Promise<RemarksView> {
    const intent = { act: 'justification:remark', nominationId, ...body };
    return this.db.transaction(async (tx) => {
      const at = await this.finalist.enter(tx, principal, editionId, classCode, nominationId);
      return this.keys.once(tx, principal, key, intent, async () => {
        demand(mayRemark(principal, at));
        const { row } = at;
        if (row.id === null) throw new Refused('text-too-short');
        const [passage, says] = [body.passage.trim(), body.body.trim()];
        const source = body.kind === 'source' ? body.source : null;
        const sourceSeatId = source === 'assessment' ? (body.seatId ?? null) : null;
        const complete =
          body.kind === 'comment'
            ? says !== ''
            : passage !== '' && (source !== 'elsewhere' || says !== '');
        if (!complete) throw new Refused('bad-input');
        if (!standsIn(passage, row.text ?? '')) throw new Refused('text-changed');
        if (source === 'assessment' && !(await this.readable(tx, nominationId, at, sourceSeatId)))
          throw new Refused('not-found');
        const remark = { kind: body.kind, passage, body: says, source, sourceSeatId };
        const { identifiers } = await tx.insert(JustificationRemark, {
          justificationId: row.id,
          editionId,
          classCode,
          writtenBy: principal.personId,
          ...remark,
        });
        const view = await this.view(tx, principal, nominationId, at);
        await this.log.write(tx, {
          principal,
          act: 'justification:remark',
          subjectType: 'justification',
          subjectId: row.id,
          editionId,
          facts: { classCode, remark: identifiers[0]?.['id'], kind: body.kind },
        });
        return view;
      });
    });
  }

  /** Closes a remark: the comment is seen to, or the source no longer given. Done twice it is done once. */
  async settle(
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
    remarkId: string,
  ): Promise<RemarksView> {
    return this.db.transaction(async (tx) => {
      const at = await this.finalist.enter(tx, principal, editionId, classCode, nominationId);
      demand(mayRemark(principal, at));
      const [, settled] = await tx.query(
        `update justification_remark set settled_at = award_now(), settled_by = $3
         where id = $1 and justification_id = $2 and settled_at is null`,
        [remarkId, at.row.id, principal.personId],
      );
      const view = await this.view(tx, principal, nominationId, at);
      if (!view.remarks.some(({ id }) => id === remarkId)) throw new Refused('not-found');
      if (settled === 1)
        await this.log.write(tx, {
          principal,
          act: 'justification:settle-remark',
          subjectType: 'justification',
          subjectId: at.row.id,
          editionId,
          facts: { classCode, remark: remarkId },
        });
      return view;
    });
  }

  private async view(
    db: Db,
    principal: Principal,
    nominationId: string,
    at: Finalist,
  ): Promise<RemarksView> {
    const { row } = at;
    const text = row.text ?? '';
    const rows: RemarkRow[] = row.id ? await db.query(REMARKS, [row.id]) : [];
    const assessments = await this.assessments(db, nominationId, at);
    const { entryTitle, entrySummary, entryText } = await factsRow(db, nominationId);
    const entry = [entryTitle, entrySummary, entryText].join('\n');
    const remarks = rows.map(({ sourceSeatId, ...remark }): RemarkView => {
      const assessment = assessments.find(({ seatId }) => seatId === sourceSeatId);
      const said = sourceOf(remark.source, entry, assessment);
      return {
        ...remark,
        sourceName: assessment?.name ?? null,
        standing: standsIn(remark.passage, text),
        found: said === null || remark.body === '' ? null : standsIn(remark.body, said),
        writtenAt: remark.writtenAt.toISOString(),
        settledAt: remark.settledAt?.toISOString() ?? null,
      };
    });
    return {
      remarks,
      sentences: sentencesOf(text),
      withoutSource: sentencesWithoutSource(
        text,
        remarks.filter(
          ({ kind, settledAt, standing }) => kind === 'source' && settledAt === null && standing,
        ),
      ),
      assessments: assessments.map(({ seatId, name, house }) => ({ seatId, name, house })),
      mayWrite: reasonOf(mayRemark(principal, at)),
    };
  }

  /** What the members who take part have written; the others' is set aside here too. */
  private assessments(db: Db, nominationId: string, { room }: Finalist): Promise<AssessmentRow[]> {
    const reading = room.members
      .filter(({ takesPart }) => takesPart.allowed)
      .map(({ seatId }) => seatId);
    return assessmentRows(db, nominationId, reading);
  }

  private async readable(
    tx: EntityManager,
    nominationId: string,
    at: Finalist,
    seat: string | null,
  ): Promise<boolean> {
    return (await this.assessments(tx, nominationId, at)).some(({ seatId }) => seatId === seat);
  }
}

function mayRemark(principal: Principal, { row, room }: Finalist): Verdict {
  return allOf(
    principal.role ? may(principal.role, 'justification:write') : needs(false, 'not-permitted'),
    mayWrite(row, room),
  );
}

function sourceOf(
  kind: RemarkView['source'],
  entry: string,
  assessment: AssessmentRow | undefined,
): string | null {
  if (kind === 'entry') return entry;
  return assessment ? `${assessment.line}\n${assessment.assessment}` : null;
}
