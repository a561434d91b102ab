import type { DataSource } from 'typeorm';
import type { Secret } from './leak-scan';

/** What stands in no answer before its time: texts, and the ids and hashes of what was decided and sealed. */
export function secretsOf(
  db: Pick<DataSource, 'query'>,
  editionId: string,
  outcome: 'finalist' | 'winner',
): Promise<Secret[]> {
  const [kind, scope] = outcome === 'finalist' ? ['finalists', 'all'] : ['winner', null];
  return db.query(
    `select 'a stage text' as what, j.stage_text as text from justification j
       join decision_entry d on d.nomination_id = j.nomination_id where d.edition_id = $1 and d.outcome = $2 and j.stage_text <> ''
     union all select 'a justification', j.text from justification j
       join decision_entry d on d.nomination_id = j.nomination_id where d.edition_id = $1 and d.outcome = $2 and $2 = 'finalist'
     union all select 'the id of a decision', id::text from decision where edition_id = $1 and kind = $3
     union all select 'the reason of a decision', reason from decision where edition_id = $1 and kind = $3
     union all select 'the id of what is sealed', id::text from sealed_record where edition_id = $1 and (scope = 'all') = ($4::text = 'all')
     union all select 'the hash of what is sealed', sha256 from sealed_record where edition_id = $1 and (scope = 'all') = ($4::text = 'all')`,
    [editionId, outcome, kind, scope ?? ''],
  );
}
