import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DemoRoleView } from '@award/access/contract';
import { Settings } from '@award/settings/api';
import { Refused } from './refused';

/**
 * The sample people one can sign in as with one click: those of them who hold a role at this time of the sample year.
 * The seed writes them; outside demo there are none.
 */
@Injectable()
export class DemoRoles {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  async list(): Promise<DemoRoleView[]> {
    if (!this.settings.demo) throw new Refused('not-found');
    return this.db.query(
      `select i.subject as key, p.name, min(g.role) as role, d.note,
         case when min(g.role) like 'municipality-%' then 'municipality' when min(g.role) like 'jur%' then 'jury' else 'secretariat' end as audience
       from identity i join person p on p.id = i.person_id join role_grant g on g.person_id = p.id and g.revoked_at is null
       join demo_note d on d.person_id = p.id
       where i.issuer = 'demo' group by i.subject, p.name, d.note, d.position order by d.position`,
    );
  }
}
