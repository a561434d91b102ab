import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { inLearningBank, maySharePublicly, type NominationState } from '@award/award';
import type { Db } from '@award/editions/api';
import { demandOwn, lockNominations, OF_MUNICIPALITY } from '@award/nominations/api';
import type { ShareEntry, SharingView } from '@award/publication/contract';
import { PublicWatch } from '../public-watch.service';

interface SharingRow {
  nominationId: string;
  state: NominationState;
  year: number;
  number: string;
  contactName: string;
  given: boolean;
  withContact: boolean;
  saidAt: Date | null;
  toldAsFinalist: boolean;
  announced: boolean;
}

const SHARING = `
select n.id as "nominationId", n.state, e.year, v.number, coalesce(s.content ->> 'contactName', '') as "contactName",
  coalesce(c.given, false) as given, coalesce(c.with_contact, false) as "withContact", c.said_at as "saidAt",
  exists (select from release_entry r where r.nomination_id = n.id) as "toldAsFinalist",
  not exists (select from edition_class k where k.edition_id = e.id and not exists (
    select from release r where r.edition_id = e.id and r.kind = 'winners' and r.scope = k.code)) as announced
from nomination n
join edition e on e.id = n.edition_id
join lateral (select o.number from municipality_version o where o.municipality_id = n.municipality_id
  order by (o.valid_from <= coalesce(n.population_date, e.reference_date)) desc, o.valid_from desc limit 1) v on true
left join nomination_version s on s.id = n.submitted_version_id
left join learning_consent c on c.nomination_id = n.id
join municipality m on m.id = $2
where n.edition_id = $1 and ${OF_MUNICIPALITY}
order by (n.state <> 'withdrawn') desc, (n.municipality_id = m.id) desc, n.created_at desc limit 1`;

/** A municipality's own word on letting others read its entry. */
@Injectable()
export class Sharing {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditLog,
    private readonly watch: PublicWatch,
  ) {}

  mine(principal: Principal): Promise<SharingView> {
    return this.view(this.db, principal);
  }

  /** Yes while the entry takes part; no at any time, and then it is taken down at once. */
  async say(principal: Principal, nominationId: string, word: ShareEntry): Promise<SharingView> {
    const said = await this.db.transaction(async (tx) => {
      const { editionId } = await demandOwn(tx, principal, nominationId);
      const [entry] = await lockNominations(tx, [nominationId]);
      if (entry === undefined) throw new Refused('not-found');
      if (word.given) demand(maySharePublicly(entry.state));
      const withContact = word.given && word.withContact;
      const changed: unknown[] = await tx.query(
        `insert into learning_consent as c (nomination_id, edition_id, given, with_contact, said_by)
         values ($1, $2, $3, $4, $5)
         on conflict (nomination_id) do update set given = excluded.given, with_contact = excluded.with_contact,
           said_by = excluded.said_by, said_at = award_now()
         where (c.given, c.with_contact) is distinct from (excluded.given, excluded.with_contact) returning 1`,
        [nominationId, editionId, word.given, withContact, principal.personId],
      );
      const view = await this.view(tx, principal);
      if (changed.length > 0)
        await this.audit.write(tx, {
          principal,
          act: word.given ? 'learning:share' : 'learning:take-down',
          subjectType: 'nomination',
          subjectId: nominationId,
          editionId,
          facts: { withContact },
        });
      return view;
    });
    // Whoever takes a text down finds it gone at the next reading.
    await this.watch.catchUp();
    return said;
  }

  private async view(db: Db, { editionId, municipalityId }: Principal): Promise<SharingView> {
    if (editionId === null || municipalityId === null) throw new Refused('not-permitted');
    const [row]: SharingRow[] = await db.query(SHARING, [editionId, municipalityId]);
    if (row === undefined)
      return {
        nominationId: null,
        maySay: false,
        given: false,
        withContact: false,
        saidAt: null,
        contactName: '',
        address: null,
      };
    const readable = inLearningBank({ ...row, consent: row.given });
    return {
      nominationId: row.nominationId,
      maySay: maySharePublicly(row.state).allowed,
      given: row.given,
      withContact: row.withContact,
      saidAt: row.saidAt?.toISOString() ?? null,
      contactName: row.contactName,
      address: readable ? `/eksempler/${row.year}/${row.number}` : null,
    };
  }
}
