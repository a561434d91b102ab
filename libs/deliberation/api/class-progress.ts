import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { STAGE_RIGHTS } from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import { ClassDoor } from './class-door';
import type { ClassProgressView } from '@award/deliberation/contract';

const PROGRESS = `
select e.id as "editionId", e.year, e.name as "editionName", e.phase, e.sample, c.code as "classCode", c.name as "className", c.stage,
  m.opened_at as "meetingOpenedAt", m.closed_at as "meetingClosedAt", f.sealed_at as "finalistsSealedAt", w.sealed_at as "winnerSealedAt",
  (select p.id from minutes p where p.edition_id = e.id and p.class_code = c.code order by p.made_at desc, p.number desc limit 1) as "minutesId"
from edition e join edition_class c on c.edition_id = e.id
left join lateral (select opened_at, closed_at from meeting x where x.edition_id = e.id and x.class_code = c.code
  order by closed_at is null desc, opened_at desc limit 1) m on true
left join decision f on f.edition_id = e.id and f.class_code = c.code and f.kind = 'finalists'
  and not exists (select from decision newer where newer.supersedes_id = f.id)
left join decision w on w.edition_id = e.id and w.class_code = c.code and w.kind = 'winner' and w.finalists_decision_id = f.id
  and not exists (select from decision newer where newer.supersedes_id = w.id)
where not e.as_published and e.phase not in ('planned', 'open') and ($1::uuid is null or e.id = $1) and ($2::text is null or c.code = $2)
order by e.year desc, c.position, c.code`;

/** How far each class has come, for whoever may follow it. */
@Injectable()
export class ClassProgress {
  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
  ) {}

  /** The secretariat's classes; a member's own class, once it is open to the member. */
  async list(principal: Principal): Promise<ClassProgressView[]> {
    const { editionId, classCode } = principal;
    if (classCode !== null) {
      if (editionId === null) throw new Refused('not-found');
      const { cls } = await this.door.look(this.db, principal, editionId, classCode);
      if (!STAGE_RIGHTS[cls.stage].meet) return [];
    }
    const rows: (Omit<ClassProgressView, keyof Instants> & Instants)[] = await this.db.query(
      PROGRESS,
      [editionId, classCode],
    );
    return rows.map((row) => ({
      ...row,
      meetingOpenedAt: row.meetingOpenedAt && row.meetingOpenedAt.toISOString(),
      meetingClosedAt: row.meetingClosedAt && row.meetingClosedAt.toISOString(),
      finalistsSealedAt: row.finalistsSealedAt && row.finalistsSealedAt.toISOString(),
      winnerSealedAt: row.winnerSealedAt && row.winnerSealedAt.toISOString(),
    }));
  }
}

interface Instants {
  meetingOpenedAt: Date | null;
  meetingClosedAt: Date | null;
  finalistsSealedAt: Date | null;
  winnerSealedAt: Date | null;
}
