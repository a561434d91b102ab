import { createHash } from 'node:crypto';
import type { Db } from '@award/editions/api';

/** Rows read at a time, so that a long log is never held whole. */
const AT_A_TIME = 1000;
const BEFORE_THE_FIRST = '0'.repeat(64);

/** One row of the log: `content` is the text that `hash` is of, and begins with the hash before it. */
export interface KeptLogRow {
  readonly seq: number;
  readonly content: string;
  readonly hash: string;
}

/** The whole chain, from its beginning: a part of it could not be verified. */
export async function* logRows(db: Db): AsyncIterable<KeptLogRow> {
  for (let after = 0; ;) {
    const rows: KeptLogRow[] = await db.query(
      `select a.seq::int as seq, a.hash, jsonb_build_array(a.prev_hash, a.seq, extract(epoch from a.at), a.actor_id, a.acting_role,
         a.act, a.subject_type, a.subject_id, a.edition_id, a.facts)::text as content
       from audit a where a.seq > $1 order by a.seq limit ${AT_A_TIME}`,
      [after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_A_TIME) return;
    after = last.seq;
  }
}

/** Follows the chain of a package's log by itself. Answers with its head, or says which row is wrong. */
export async function verifyLog(
  lines: AsyncIterable<string>,
): Promise<{ readonly head: string; readonly rows: number } | { readonly fault: string }> {
  let head = BEFORE_THE_FIRST;
  let rows = 0;
  for await (const line of lines) {
    if (line === '') continue;
    const { seq, content, hash } = JSON.parse(line) as KeptLogRow;
    rows += 1;
    const [before, number] = JSON.parse(content) as [string, number];
    if (seq !== rows || number !== rows) return { fault: `row ${rows} of the log is missing` };
    if (before !== head) return { fault: `row ${rows} of the log does not follow the one before` };
    if (createHash('sha256').update(content).digest('hex') !== hash)
      return { fault: `row ${rows} of the log has been changed` };
    head = hash;
  }
  return { head, rows };
}
