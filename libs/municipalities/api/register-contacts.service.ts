import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type {
  ChangeContact,
  ContactFile,
  ContactFileView,
  ContactView,
  RegisterImportView,
} from '@award/municipalities/contract';
import { contactLines, contactsIn } from './contact-file';
import { RegisterImporter } from './register-importer.service';

const CONTACT = `select id, written_form as "writtenForm", post_address as "postAddress", mail_domain as "mailDomain"
from municipality where id = $1`;

const IMPORTS = `
select i.id, i.source, i.applied_at as "appliedAt", p.name as by,
  (select json_object_agg(k.kind, k.changes) from (select c->>'kind' as kind, count(*)::int as changes
    from jsonb_array_elements(i.changes) c group by 1) k) as counts
from register_import i left join person p on p.id = i.applied_by order by i.applied_at desc limit 50`;

/** Written form, post address and mail domain, one by one or from a file whose differences are shown first. */
@Injectable()
export class RegisterContacts {
  constructor(
    private readonly db: DataSource,
    private readonly importer: RegisterImporter,
    private readonly keys: RequestKeys,
    private readonly audit: AuditLog,
  ) {}

  imports(): Promise<RegisterImportView[]> {
    return this.db.query(IMPORTS);
  }

  async one(id: string): Promise<ContactView> {
    const [row] = await this.db.query(CONTACT, [id]);
    if (!row) throw new Refused('not-found');
    return row;
  }

  async change(
    principal: Principal,
    id: string,
    order: ChangeContact,
    key: string,
  ): Promise<ContactView> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { id, order }, async () => {
        const [before] = await tx.query(`${CONTACT} for update`, [id]);
        if (!before) throw new Refused('not-found');
        const fields = (['writtenForm', 'postAddress', 'mailDomain'] as const).filter(
          (field) => before[field] !== order[field],
        );
        if (fields.length === 0) return before;
        await tx.query(
          'update municipality set written_form = $2, post_address = $3, mail_domain = $4 where id = $1',
          [id, order.writtenForm, order.postAddress, order.mailDomain],
        );
        await this.audit.write(tx, {
          principal,
          act: 'register:change-contact',
          subjectType: 'municipality',
          subjectId: id,
          editionId: null,
          facts: { fields },
        });
        return { id, ...order };
      }),
    );
  }

  async preview({ csv }: ContactFile): Promise<ContactFileView> {
    const file = contactsIn(csv);
    if (file.problem !== null) return { problem: file.problem, lines: [] };
    return {
      problem: null,
      lines: contactLines(file.rows, await this.importer.current(this.db)).lines,
    };
  }

  /** Applies what the preview shows; a file with any problem is refused whole. */
  async apply(principal: Principal, order: ContactFile, key: string): Promise<ContactFileView> {
    const file = contactsIn(order.csv);
    if (file.problem !== null)
      throw new Refused('bad-input', { fields: [{ path: 'csv', reason: file.problem }] });
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, order, async () => {
        const { lines, incoming } = contactLines(file.rows, await this.importer.current(tx));
        const wrong = lines.filter(({ problem }) => problem !== null);
        if (wrong.length > 0)
          throw new Refused('bad-input', {
            fields: wrong.map(({ line, problem }) => ({
              path: `csv.${line}`,
              reason: problem ?? '',
            })),
          });
        await this.importer.import(tx, { source: 'contacts', principal, incoming });
        return { problem: null, lines };
      }),
    );
  }
}
