import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrate } from './migrate';
import { type TestApp, testApp, type TestDatabase, testDatabase } from './testing/test-app';

/** What TypeORM's own check cannot see: bodies of checks, predicates of indexes, triggers and functions. */
const CATALOGUE = `
  select kind || ' ' || name || ': ' || body as line from (
    select 'constraint' as kind, conname as name, conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) as body
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
    union all
    select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
    union all
    select 'trigger', tgname, pg_get_triggerdef(oid) || ' enabled ' || tgenabled::text from pg_trigger where not tgisinternal
  ) all_rules order by 1`;

describe('the schema', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('has no drift between entities and migrations', async () => {
    const log = await app.get(DataSource).driver.createSchemaBuilder().log();
    expect(log.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('names every class-bound row by the composite key of its entry or class', async () => {
    const rows: { line: string }[] = await app.db.query(CATALOGUE);
    const lines = rows.map((row) => row.line);
    const bound = await app.db.query(
      `select table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where table_schema = 'public' and column_name = 'class_code' and table_type = 'BASE TABLE' order by 1`,
    );
    for (const { table_name } of bound) {
      const keys = lines.filter(
        (line) =>
          line.startsWith('constraint fk_') &&
          line.includes(`: ${table_name} FOREIGN KEY`) &&
          /\(([^)]*, )?edition_id, class_code\)/.test(line),
      );
      expect({ table_name, classKeys: keys.length > 0 }).toEqual({ table_name, classKeys: true });
    }
  });

  it('keeps the log append-only even for those who replicate', async () => {
    const rows: { line: string }[] = await app.db.query(CATALOGUE);
    const log = rows.map((row) => row.line).filter((line) => line.startsWith('trigger tr_audit'));
    expect(log.filter((line) => line.endsWith('enabled A')).length).toBe(2);
    await expect(app.db.query('truncate audit')).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    await app.db.query(`insert into audit (act, subject_type) values ('test:act', 'test')`);
    await expect(app.db.query(`update audit set act = 'x'`)).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    await expect(app.get(DataSource).query('delete from audit')).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    expect(await app.db.query('select * from audit_verify() where fault is not null')).toEqual([]);
  });

  it('finds a row of the log that the owner has altered behind the triggers', async () => {
    await app.db.query(
      `insert into audit (act, subject_type) values ('test:act', 'test'), ('test:act', 'test')`,
    );
    await app.db.query('alter table audit disable trigger tr_audit_append_only');
    await app.db.query(`update audit set act = 'test:other' where seq = 2`);
    await app.db.query('alter table audit enable always trigger tr_audit_append_only');
    expect(
      await app.db.query('select seq::int, fault from audit_verify() where fault is not null'),
    ).toEqual([{ seq: 2, fault: 'content' }]);
  });
});

describe('an installation that an older version has made', () => {
  let database: TestDatabase;
  let old: Client;
  beforeAll(async () => {
    database = await testDatabase();
    old = new Client({ connectionString: database.url });
    await old.connect();
  });
  afterAll(async () => {
    await old.end();
    await database.drop();
  });

  it('gets what it lacks, and the server may use it', async () => {
    await old.query(`
      drop function office_denied; delete from migration where name like 'OfficeDenied%';
      drop table entry_successor; delete from migration where name like 'Successors%';
      revoke all on release_text from kaaring_app; revoke select on public_release_text from kaaring_public;
      grant update on audit to kaaring_app`);
    await migrate(database.url, 'test');
    const { rows: closed } = await old.query(
      `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'p')
         and exists (select from unnest(array['select', 'insert', 'update', 'delete']) act where not has_table_privilege('kaaring_app', c.oid, act))
       order by 1`,
    );
    expect(closed).toEqual([{ relname: 'audit' }, { relname: 'installation' }]);
    const { rows } = await old.query(
      `select has_table_privilege('kaaring_public', 'public_release_text', 'select') as published,
         has_table_privilege('kaaring_app', 'audit', 'update') as rewrites, office_denied(gen_random_uuid()) as denied`,
    );
    expect(rows).toEqual([{ published: true, rewrites: false, denied: [] }]);
  });
});
