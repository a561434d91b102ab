import type { DataSource, EntityManager } from 'typeorm';

interface ForeignKey {
  child: string;
  parent: string;
  childColumns: string[];
  parentColumns: string[];
}

const KEYS = `
  select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
    (select array_agg(a.attname::text order by k.n) from unnest(c.conkey) with ordinality k(no, n) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.no) as "childColumns",
    (select array_agg(a.attname::text order by k.n) from unnest(c.confkey) with ordinality k(no, n) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.no) as "parentColumns"
  from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conrelid <> c.confrelid`;

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
    const guards: { table: string; name: string; mode: string }[] = await tx.query(
      `select tgrelid::regclass::text as table, tgname as name, tgenabled::text as mode from pg_trigger
       where not tgisinternal and tgrelid::regclass::text = any($1)`,
      [[...scopes.keys()]],
    );
    for (const guard of guards)
      await tx.query(`alter table ${guard.table} disable trigger ${guard.name}`);
    await tx.query('update nomination set submitted_version_id = null where edition_id = $1', [
      editionId,
    ]);
    for (const table of childrenFirst([...scopes.keys()], keys)) {
      await tx.query(`delete from ${table} where ${scopes.get(table)}`, [editionId]);
    }
    await tx.query('delete from edition where id = $1', [editionId]);
    for (const guard of guards) {
      const mode = guard.mode === 'A' ? 'enable always' : 'enable';
      await tx.query(`alter table ${guard.table} ${mode} trigger ${guard.name}`);
    }
  });
}

async function tablesWithEdition(tx: EntityManager): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'edition_id' and table_type = 'BASE TABLE' and table_name not in ('audit', 'mail_outbox')`,
  );
  return rows.map((row) => row.name);
}

/** For each table that belongs to an edition, the condition that finds its rows: by its own column, or by its parent's rows. */
function scopesOf(keys: ForeignKey[], withEdition: string[]): Map<string, string> {
  const scopes = new Map(withEdition.map((table) => [table, 'edition_id = $1']));
  const unowned = new Set(['edition', 'person', 'municipality', 'session', 'identity']);
  for (let size = -1; size !== scopes.size;) {
    size = scopes.size;
    for (const key of keys) {
      const parent = scopes.get(key.parent);
      if (scopes.has(key.child) || unowned.has(key.child) || !parent) continue;
      const columns = key.childColumns.join(', ');
      scopes.set(
        key.child,
        `(${columns}) in (select ${key.parentColumns.join(', ')} from ${key.parent} where ${parent})`,
      );
    }
  }
  return scopes;
}

function childrenFirst(tables: string[], keys: ForeignKey[]): string[] {
  const ordered: string[] = [];
  const left = new Set(tables);
  const circular = (key: ForeignKey) =>
    key.child === 'nomination' && key.parent === 'nomination_version';
  while (left.size > 0) {
    const free = [...left].filter(
      (table) => !keys.some((key) => key.parent === table && left.has(key.child) && !circular(key)),
    );
    if (free.length === 0) throw new Error(`Tables lead to each other: ${[...left].join(', ')}`);
    for (const table of free) {
      ordered.push(table);
      left.delete(table);
    }
  }
  return ordered;
}
