import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { AuditLog } from '@award/audit/api';
import { RegisterImporter, RegisterRefresh } from '@award/municipalities/api';
import { currentRegisters } from '../../libs/municipalities/api/fixtures/current-registers';
import { runCommand } from './award-admin';
import { story } from './testing/story';
import { testDatabase } from './testing/test-app';

describe('a command of the award', () => {
  let database: { url: string; drop: () => Promise<void> };
  let db: DataSource;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kaaring-admin-'));
  beforeAll(async () => {
    database = await testDatabase();
    db = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  let registersUrl = 'http://127.0.0.1:1';

  async function run(...args: string[]) {
    const said: string[] = [];
    const complaints: string[] = [];
    const code = await runCommand(
      args,
      { DATABASE_URL: database.url, KAARING_DATA: folder, REGISTERS_URL: registersUrl },
      { say: (line) => said.push(line), complain: (line) => complaints.push(line) },
    );
    return { code, said, complaints };
  }

  it('makes the first secretary, once however often it is run', async () => {
    const first = await run('secretary:create', 'Kari@KS.example', 'Kari', 'Nordli');
    expect(first).toEqual({
      code: 0,
      said: ['Kari Nordli is secretary and can sign in with kari@ks.example.'],
      complaints: [],
    });
    await run('secretary:create', 'kari@ks.example', 'Kari Nordli');
    expect(
      await db.query(
        `select p.name, i.subject, g.role from role_grant g join person p on p.id = g.person_id join identity i on i.person_id = p.id`,
      ),
    ).toEqual([{ name: 'Kari Nordli', subject: 'kari@ks.example', role: 'secretary' }]);
    expect(await db.query('select act from audit')).toEqual([{ act: 'grant:give' }]);
  });

  it('gives a key that nobody in the award stands behind, also where the secretary gave it before', async () => {
    const key = () =>
      db.query(
        `select granted_by as by, revoked_at is not null as ended from role_grant where role = 'release-keyholder' order by granted_at`,
      );
    expect((await run('keyholder:create', 'randi@nho.example', 'Randi', 'Myhre')).said).toEqual([
      'Randi Myhre is keyholder and can sign in with randi@nho.example.',
    ]);
    expect(await key()).toEqual([{ by: null, ended: false }]);
    const [{ id }] = await db.query(
      `select person_id as id from identity where subject = 'kari@ks.example'`,
    );
    await db.query(`update role_grant set granted_by = $1 where role = 'release-keyholder'`, [id]);
    await run('keyholder:create', 'randi@nho.example', 'Randi Myhre');
    expect(await key()).toEqual([
      { by: id, ended: true },
      { by: null, ended: false },
    ]);
  });

  it.each([
    ['no address', ['secretary:create']],
    ['an address that is none', ['secretary:create', 'kari', 'Kari Nordli']],
    ['no name', ['secretary:create', 'kari@ks.example']],
    ['an unknown command', ['secretary:destroy']],
    ['nothing', []],
  ])('answers 2 to %s', async (_case, args) => {
    const { code, complaints } = await run(...args);
    expect([code, complaints.length]).toEqual([2, 1]);
  });

  it('imports the register and the archive, and finds them there the second time', async () => {
    expect((await run('register:import')).said[0]).toMatch(/^\d+ changes applied\.$/);
    expect((await run('register:import')).said).toEqual(['The register was up to date.']);
    expect((await run('archive:import')).said[0]).toMatch(
      /^6 editions, 34 entries and \d+ releases added\.$/,
    );
    expect((await run('archive:import')).said).toEqual([
      '0 editions, 0 entries and 0 releases added.',
    ]);
  });

  describe('register:refresh', () => {
    type Reply = { status?: number; body?: string; headers?: Record<string, string> };
    let server: http.Server;
    let asked: string[];
    /** What the registers answer to an address instead of what they hold. */
    let troubles: [RegExp, Reply[]][];
    beforeAll(async () => {
      const importer = new RegisterImporter(new AuditLog());
      const refresh = new RegisterRefresh(importer);
      const { date } = await refresh.wanted(db);
      const { fetchJson } = currentRegisters(await importer.current(db), date);
      server = http.createServer((request, response) => {
        const url = `https:/${request.url}`;
        asked.push(url.replace(/\?.*/, ''));
        const trouble = troubles.find(([address]) => address.test(url))?.[1].shift();
        if (trouble) {
          response.writeHead(trouble.status ?? 200, trouble.headers).end(trouble.body);
          return;
        }
        void fetchJson(url).then((answer) => response.end(JSON.stringify(answer)));
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      registersUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    });
    beforeEach(() => {
      asked = [];
      troubles = [];
    });
    const rauma = async () => {
      const [row] = await db.query(
        `select m.id, m.post_address as address, (select count from population p where p.municipality_id = m.id and on_date = '2026-01-01') as residents
         from municipality m join municipality_version v on v.municipality_id = m.id and v.number = '1539' and v.valid_to is null`,
      );
      return row;
    };

    it.each<[string, RegExp, Reply, string]>([
      ['has no such page', /codesAt/, { status: 404 }, 'answered 404'],
      ['breaks off', /enhetsregisteret/, { body: '{"_embedded":{"enheter":[' }, 'not JSON'],
      ['says something else', /07459/, { body: '{"id":[]}' }, 'Population table 07459'],
    ])(
      'leaves all as it is when a register %s, and says what stays in use',
      async (_case, address, reply, words) => {
        troubles = [[address, [reply]]];
        const before = await rauma();
        const { code, complaints } = await run('register:refresh', '--apply');
        expect([code, complaints.length]).toEqual([1, 1]);
        expect(complaints[0]).toContain(words);
        expect(complaints[0]).toMatch(
          /What is stored stays in use: \d+ municipalities, residents until 2026-01-01\.$/,
        );
        expect(await rauma()).toEqual(before);
      },
    );

    it('waits where it is told to, goes on where it was cut off, and asks nothing twice', async () => {
      const busy = { status: 429, headers: { 'retry-after': '0.01' } };
      troubles = [[/07459/, [busy, busy, { status: 404 }]]];
      rmSync(path.join(folder, 'register-refresh.json'), { force: true });
      expect((await run('register:refresh')).code).toBe(1);
      expect(asked.map((url) => url.split('/').at(-1))).toEqual([
        'codesAt',
        'codesAt',
        'changes',
        'enheter',
        'data',
        'data',
        'data',
      ]);
      asked = [];
      expect((await run('register:refresh')).code).toBe(0);
      expect(asked.map((url) => url.split('/').at(-1))).toEqual(['data', 'data']);
    });

    it('shows the difference and writes nothing until it is told to; a second time there is none', async () => {
      const before = await rauma();
      const shown = await run('register:refresh');
      expect(shown.said.slice(-1)).toEqual([
        '3 changes found. Nothing is written without --apply.',
      ]);
      expect(shown.said).toContain('1539 Rauma: postAddress unknown → Vollan 8A, 6300 ÅNDALSNES');
      expect(await rauma()).toEqual(before);
      const scene = story({ db });
      const entry = await scene.nomination(await scene.edition(), before.id, {
        population: before.residents,
      });
      expect((await run('register:refresh', '--apply')).said.slice(-1)).toEqual([
        '3 changes applied.',
      ]);
      expect(await rauma()).toEqual({
        ...before,
        address: 'Vollan 8A, 6300 ÅNDALSNES',
        residents: before.residents + 1,
      });
      expect(await db.query('select population from nomination where id = $1', [entry.id])).toEqual(
        [{ population: before.residents }],
      );
      expect((await run('register:refresh', '--apply')).said.slice(-1)).toEqual([
        'The register is up to date.',
      ]);
    });

    it('takes what is shipped where nothing is stored and nobody answers', async () => {
      const empty = await testDatabase();
      const complaints: string[] = [];
      troubles = [[/./, [{ status: 404 }]]];
      const env = {
        DATABASE_URL: empty.url,
        KAARING_DATA: path.join(folder, 'empty'),
        REGISTERS_URL: registersUrl,
      };
      const output = { say: () => undefined, complain: (line: string) => complaints.push(line) };
      expect(await runCommand(['register:refresh'], env, output)).toBe(1);
      expect(complaints[0]).toMatch(
        /\d{3} municipalities, residents until 2026-01-01, as shipped\.$/,
      );
      await empty.drop();
    });
  });

  it('verifies the log and names its head, to be kept elsewhere', async () => {
    expect((await run('audit:verify')).said[0]).toMatch(
      /^The log is intact: \d+ rows, head [0-9a-f]{64}\.$/,
    );
  });

  it('checks every invariant, and names the one that a hand in the tables has broken, with exit code 1', async () => {
    expect((await run('invariants')).said[0]).toMatch(/^All \d+ invariants hold\.$/);
    await db.query(
      `insert into mail_outbox (event_key, recipient, template, language, words, sent_at)
       values ('x', 'a@b.example', 'sign-in-code', 'nb', '{"code": "123456"}', clock_timestamp())`,
    );
    const { code, complaints } = await run('invariants');
    expect([code, complaints.length]).toEqual([1, 1]);
    expect(complaints[0]).toMatch(/^code-wiped: .* Broken 1 times: [0-9a-f-]{36}$/);
    await db.query('delete from mail_outbox');
  });

  it('finds the first row that somebody has altered, and says so with exit code 1', async () => {
    await db.query(
      `insert into audit (act, subject_type) select 'test:act', 'test' from generate_series(1, 40)`,
    );
    await db.query('alter table audit disable trigger tr_audit_append_only');
    await db.query(`update audit set facts = '{"x":1}' where seq in (12, 30)`);
    await db.query('alter table audit enable always trigger tr_audit_append_only');
    expect(await run('audit:verify')).toEqual({
      code: 1,
      said: [],
      complaints: ['Row 12 of the log is not as it was written: content.'],
    });
  });

  it('says what is wrong when there is no database', async () => {
    const complaints: string[] = [];
    const output = { say: () => undefined, complain: (line: string) => complaints.push(line) };
    expect(await runCommand(['audit:verify'], {}, output)).toBe(2);
    expect(
      await runCommand(['audit:verify'], { DATABASE_URL: 'postgres://127.0.0.1:1/none' }, output),
    ).toBe(1);
    expect(complaints).toHaveLength(2);
  });

  it('makes kept rankings again, and says when there is none', async () => {
    expect(await run('ranking:verify')).toEqual({
      code: 0,
      said: ['0 kept rankings made again.'],
      complaints: [],
    });
    const id = '0190d7a0-0000-7000-8000-000000000000';
    expect(await run('ranking:verify', id)).toEqual({
      code: 1,
      said: [],
      complaints: [`No ranking with the id ${id} is kept.`],
    });
    expect((await run('ranking:verify', 'latest')).code).toBe(2);
  });
});
