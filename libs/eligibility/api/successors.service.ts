import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mayNameSuccessor } from '@award/award';
import { demand, type Principal, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { Db } from '@award/editions/api';
import type { NameSuccessor, SuccessorsView } from '@award/eligibility/contract';
import { lockNominations } from '@award/nominations/api';
import { Eligibility } from './eligibility.service';

/** What the entry's municipality was divided into after the day that decided its class. $1 the entry. */
const CANDIDATES = `
select x.to_id as id, v.name, v.county_name as "countyName"
from nomination n join edition e on e.id = n.edition_id
join succession x on x.from_id = n.municipality_id and x.kind = 'divided' and x.on_date > e.reference_date
join lateral (select name, county_name from municipality_version o where o.municipality_id = x.to_id
  order by o.valid_from desc limit 1) v on true
where n.id = $1 order by v.name, x.to_id`;

const NAMED = `
select s.municipality_id as "municipalityId", s.reason, p.name as by, s.named_at as at
from entry_successor s left join person p on p.id = s.named_by where s.nomination_id = $1`;

/** Who answers for the entry, and receives the prize, when its municipality is divided in the middle of the year. */
@Injectable()
export class Successors {
  constructor(
    private readonly db: DataSource,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
    private readonly eligibility: Eligibility,
  ) {}

  async of(principal: Principal, id: string): Promise<SuccessorsView> {
    await this.eligibility.demandEntry(this.db, principal, id);
    return viewOf(this.db, id);
  }

  /** Names one; another may be named later, and the log keeps both. */
  async name(
    principal: Principal,
    id: string,
    body: NameSuccessor,
    key: string,
  ): Promise<SuccessorsView> {
    return this.db.transaction(async (tx) => {
      const editionId = await this.eligibility.demandEntry(tx, principal, id);
      await this.keys.once(tx, principal, key, ['name-successor', id, body], async () => {
        await lockNominations(tx, [id]);
        const { candidates, named } = await viewOf(tx, id);
        const to = body.municipalityId.toLowerCase();
        demand(
          mayNameSuccessor({
            candidates: candidates.map((one) => one.id),
            named: named?.municipalityId ?? null,
            to,
            reason: body.reason,
          }),
        );
        await tx.query(
          `insert into entry_successor (nomination_id, edition_id, municipality_id, reason, named_by) values ($1, $2, $3, $4, $5)
           on conflict (nomination_id) do update set municipality_id = $3, reason = $4, named_by = $5, named_at = award_now()`,
          [id, editionId, to, body.reason.trim(), principal.personId],
        );
        await this.log.write(tx, {
          principal,
          act: 'nomination:name-successor',
          subjectType: 'nomination',
          subjectId: id,
          editionId,
          facts: { municipalityId: to, before: named?.municipalityId ?? null },
        });
        return {};
      });
      return viewOf(tx, id);
    });
  }
}

async function viewOf(db: Db, id: string): Promise<SuccessorsView> {
  const candidates: SuccessorsView['candidates'] = await db.query(CANDIDATES, [id]);
  const [named] = await db.query(NAMED, [id]);
  return { candidates, named: named ? { ...named, at: named.at.toISOString() } : null };
}
