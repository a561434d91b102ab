import { prepared } from '@award/access/api';
import type { Db } from '@award/editions/api';
import { VERSION_AT_REFERENCE } from '@award/nominations/api';
import type { ClassEntryView } from '@award/deliberation/contract';

/** Entries as the jury speaks of them. Names are those of the edition's reference date. */
const ENTRIES = `
select n.id as "nominationId", v.name as municipality, v.county_name as county,
  coalesce(s.content ->> 'title', '') as title, s.content ->> 'basis' as basis, n.state
from nomination n
join edition e on e.id = n.edition_id
join municipality m on m.id = n.municipality_id
join ${VERSION_AT_REFERENCE} v on true
join nomination_version s on s.id = n.submitted_version_id`;

/** Those that the jury of a class has had before it, also those withdrawn since. */
const CLASS_ENTRIES = `${ENTRIES}
where n.edition_id = $1 and n.class_code = $2
  and (n.state in ('eligible', 'in-review', 'assessed')
    or (n.state = 'withdrawn' and exists (select from nomination_step t where t.nomination_id = n.id and t.action = 'start-review')))
order by v.name, v.number, n.id`;

export function classEntries(
  db: Db,
  editionId: string,
  classCode: string,
): Promise<ClassEntryView[]> {
  return prepared(db, 'class-entries', CLASS_ENTRIES, [editionId, classCode]);
}

/** The same of any entries, by id: for what was said of an entry before it was moved to another class. */
export function entriesById(db: Db, ids: readonly string[]): Promise<ClassEntryView[]> {
  return db.query(`${ENTRIES} where n.id = any($1) order by n.id`, [ids]);
}
