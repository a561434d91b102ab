import { DataSource } from 'typeorm';
import { type TestApp, testApp } from './testing/test-app';

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
