import type { EntityManager } from 'typeorm';
import type { NominationContent } from '@award/award';
import { contentHash } from './content-hash';

export interface AddedVersion {
  id: string;
  number: number;
  sha256: string;
  savedAt: Date;
  /** Nobody's save of the same person within the last half hour went before it. */
  newSitting: boolean;
}

const ADD = `
insert into nomination_version (nomination_id, number, kind, content, sha256, saved_by)
select $1, coalesce((select max(number) from nomination_version where nomination_id = $1), 0) + 1, $2, $3, $4, $5
returning id, number, saved_at as "savedAt", not exists (select from nomination_version before
  where before.nomination_id = $1 and before.saved_by = $5 and before.kind = 'save'
    and before.saved_at > award_now() - interval '30 minutes') as "newSitting"`;

/** Keeps a version for good. The entry must be locked, so that numbers follow each other. */
export async function addVersion(
  tx: EntityManager,
  nominationId: string,
  kind: 'save' | 'submitted',
  content: NominationContent,
  savedBy: string,
): Promise<AddedVersion> {
  const sha256 = contentHash(content);
  const [added] = await tx.query(ADD, [
    nominationId,
    kind,
    JSON.stringify(content),
    sha256,
    savedBy,
  ]);
  return { ...added, sha256 };
}

/** The newest versions before a number. $1 entry, $2 number or null, $3 how many. */
export const VERSIONS = `
select v.number, v.kind, v.saved_at as "savedAt", p.name as "savedBy", v.sha256
from nomination_version v left join person p on p.id = v.saved_by
where v.nomination_id = $1 and ($2::int is null or v.number < $2)
order by v.number desc limit $3`;

export const VERSION = `
select v.number, v.kind, v.saved_at as "savedAt", p.name as "savedBy", v.sha256, v.content
from nomination_version v left join person p on p.id = v.saved_by
where v.nomination_id = $1 and v.number = $2`;
