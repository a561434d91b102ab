import { PreparingClient } from './prepared-statements';
import { type TestDatabase, testDatabase } from './testing/test-app';

describe('a connection that has plans kept', () => {
  let database: TestDatabase;
  let client: PreparingClient;
  beforeAll(async () => {
    database = await testDatabase();
    client = new PreparingClient({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const value = async (text: string, ...values: unknown[]): Promise<unknown> =>
    Object.values((await client.query(text, values)).rows[0] ?? {})[0];
  const kept = () => value(`select count(*)::int from pg_prepared_statements`);

  it('keeps what is sent again, and answers each time for the values that came', async () => {
    const double = 'select $1::int * 2';
    expect(await value(double, 1)).toBe(2);
    expect(await kept()).toBe(0);
    for (let turn = 0; turn < 8; turn += 1) expect(await value(double, turn)).toBe(turn * 2);
    expect(await kept()).toBe(1);
  });

  it('tells a refused value from the statement, which goes on', async () => {
    const number = 'select $1::text::int';
    expect(await value(number, '1')).toBe(1);
    await expect(value(number, 'one')).rejects.toMatchObject({ code: '22P02' });
    expect(await value(number, '2')).toBe(2);
  });

  it('fills with so many and no more, and answers the rest as before', async () => {
    for (let turn = 0; turn < 2; turn += 1)
      for (let at = 0; at < 230; at += 1)
        expect(await value(`select ${at} + $1::int`, 1)).toBe(at + 1);
    expect(await kept()).toBe(200);
  });
});

describe('a connection whose table is changed', () => {
  it('fails once at most, and then answers with the new shape', async () => {
    const database = await testDatabase();
    const client = new PreparingClient({ connectionString: database.url });
    await client.connect();
    await client.query('create table shape as select 1 as one');
    const read = () => client.query('select * from shape where one = $1', [1]);
    for (let turn = 0; turn < 3; turn += 1) expect((await read()).rows).toEqual([{ one: 1 }]);
    await client.query('alter table shape add column two int');
    await expect(read()).rejects.toMatchObject({ code: '0A000' });
    expect((await read()).rows).toEqual([{ one: 1, two: null }]);
    await client.end();
    await database.drop();
  });
});
