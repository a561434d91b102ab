import type { DataSource, EntityManager } from 'typeorm';

interface ForeignKey {
  name: string;
  child: string;
  parent: string;
  childColumns: string[];
  parentColumns: string[];
}

const KEYS = `
  select c.conname as name, c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
    (select array_agg(a.attname::text order by k.n) from unnest(c.conkey) with ordinality k(no, n)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.no) as "childColumns",
    (select array_agg(a.attname::text order by k.n) from unnest(c.confkey) with ordinality k(no, n)
      join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.no) as "parentColumns"
  from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`;

/**
 * Takes the sample edition out of a demo database, so that the year can be played anew. Needs the owner of the schema:
 * what is sealed is guarded by triggers, which are set aside for this one transaction. The log keeps every act.
 */
export async function forgetEdition(owner: DataSource, editionId: string): Promise<void> {
  await owner.transaction(async (tx) => {
    const [edition] = await tx.query('select sample from edition where id = $1', [editionId]);
    if (!edition?.sample) throw new Error('Only the sample edition can be forgotten.');
    const keys: ForeignKey[] = await tx.query(KEYS);
    const scopes = scopesOf(keys, await tablesWithEdition(tx));
    const between = keys.filter((key) => scopes.has(key.child));
    const guards: { table: string; name: string; mode: string }[] = await tx.query(
      `select tgrelid::regclass::text as table, tgname as name, tgenabled::text as mode from pg_trigger
       where not tgisinternal and tgrelid::regclass::text = any($1)`,
      [[...scopes.keys()]],
    );
    const each = async <T>(
      rows: Iterable<T>,
      statement: (row: T) => string,
      values?: unknown[],
    ) => {
      for (const row of rows) await tx.query(statement(row), values);
    };
    await each(guards, (guard) => `alter table ${guard.table} disable trigger ${guard.name}`);
    await each(
      between,
      (key) =>
        `alter table ${key.child} alter constraint ${key.name} deferrable initially deferred`,
    );
    // Nobody refers to its files any more: the sweep takes them away, wherever their bytes lie.
    await tx.query(
      `update file set released = true where id in (select l.file_id from nomination_file l
         join nomination n on n.id = l.nomination_id where n.edition_id = $1
         union all select file_id from replacement_file where edition_id = $1)`,
      [editionId],
    );
    await each([...scopes].reverse(), ([table, scope]) => `delete from ${table} where ${scope}`, [
      editionId,
    ]);
    // A visitor may have made next year from it: that stands on its own.
    await tx.query('update edition set copied_from_id = null where copied_from_id = $1', [
      editionId,
    ]);
    await tx.query('delete from edition where id = $1', [editionId]);
    await tx.query('set constraints all immediate');
    await each(
      between,
      (key) => `alter table ${key.child} alter constraint ${key.name} not deferrable`,
    );
    await each(
      guards,
      (guard) =>
        `alter table ${guard.table} enable ${guard.mode === 'A' ? 'always' : ''} trigger ${guard.name}`,
    );
    // The triggers that tell public pages of a change were set aside too.
    await tx.query('select public_has_changed(null)');
  });
}

async function tablesWithEdition(tx: EntityManager): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'edition_id' and table_type = 'BASE TABLE' and table_name not in ('audit', 'mail_outbox')`,
  );
  return rows.map((row) => row.name);
}

/**
 * For each table that belongs to an edition, the condition that finds its rows: by its own column, or by its parent's
 * rows. Parents come before the tables that are found through them.
 */
function scopesOf(keys: ForeignKey[], withEdition: string[]): Map<string, string> {
  const scopes = new Map(withEdition.map((table) => [table, 'edition_id = $1']));
  const others = new Set(['edition', 'person', 'municipality', 'session', 'identity']);
  for (let size = -1; size !== scopes.size;) {
    size = scopes.size;
    for (const key of keys) {
      const parent = scopes.get(key.parent);
      if (scopes.has(key.child) || others.has(key.child) || !parent) continue;
      const columns = key.childColumns.join(', ');
      scopes.set(
        key.child,
        `(${columns}) in (select ${key.parentColumns.join(', ')} from ${key.parent} where ${parent})`,
      );
    }
  }
  return scopes;
}
