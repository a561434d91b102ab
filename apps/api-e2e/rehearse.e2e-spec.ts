import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { type RehearsalReport, wrongSides } from '../api/rehearsal/report';

jest.setTimeout(420_000);

/** The command as operators run it, on a database that is not there yet. */
async function rehearse(url: string, ...args: string[]) {
  const child = spawn(process.execPath, ['tools/rehearse.mjs', ...args], {
    env: { PATH: process.env['PATH'], REHEARSAL_DATABASE_URL: url, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let log = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (log += chunk));
  const code = await new Promise((done) => child.once('close', done));
  return { code, out, log };
}

describe('npm run rehearse', () => {
  const url = new URL(process.env['TEST_POSTGRES'] ?? '');
  url.pathname = `/rehearsal_${randomUUID().replaceAll('-', '')}`;
  let report: RehearsalReport;

  beforeAll(async () => {
    const { code, out, log } = await rehearse(url.href, '--json', '--quick');
    if (code !== 0) throw new Error(`${log}\n${out.slice(0, 20_000)}`);
    report = JSON.parse(out);
  });
  afterAll(async () => {
    const admin = new Client({ connectionString: process.env['TEST_POSTGRES'] });
    await admin.connect();
    await admin.query(`drop database if exists "${url.pathname.slice(1)}" with (force)`);
    await admin.end();
  });

  it('tries every deadline on both sides, and finds each answer right', () => {
    expect(wrongSides(report)).toEqual([]);
    const sides = new Map<string, Set<number>>();
    for (const { deadline, seconds } of report.deadlines)
      sides.set(deadline, (sides.get(deadline) ?? new Set<number>()).add(seconds));
    expect([...sides].filter(([, of]) => of.size !== 2)).toEqual([]);
    expect([...sides.keys()]).toEqual([
      'the call opens',
      'the link of who wants to follow',
      'the link of who has tipped',
      'the deadline of the call',
      'the answer about what was not sent',
      'the date of what was returned',
      'the silence about the minutes',
      'the fact-check',
      'the release of the finalists',
      'who comes on stage',
      'the release of the winners',
    ]);
  });

  it('looks for leaks as everybody who is not cleared, and finds none', () => {
    expect(report.leaks).toEqual([]);
    expect(report.asked.callers).toBe(3);
    expect(report.asked.addresses).toBeGreaterThan(100);
    expect(report.asked.looks).toBe(4);
  });

  it('counts every mail that would have gone, to whom, and when', () => {
    const reminder = report.mails.filter(({ template }) => template === 'draft-unsent');
    expect(report.mails.map(({ recipients }) => recipients)).not.toContain('somebody else');
    expect(reminder.length).toBeGreaterThan(0);
    for (const { first, last } of report.mails) {
      expect(new Date(first).getUTCFullYear()).toBeGreaterThanOrEqual(report.year - 1);
      expect(new Date(last).getUTCFullYear()).toBeLessThanOrEqual(report.year);
    }
  });

  it('tells which acts were refused, and why', () => {
    const late = report.refused.filter(({ why }) => why === 'past-deadline');
    expect(late.map(({ act }) => act)).toEqual([
      'POST /api/fact-checks/:id/answer',
      'POST /api/nominations/:id/submit',
      'POST /api/nominations/:id/take-back',
      'PUT /api/nominations/:id',
      'PUT /api/stage-plan/mine',
    ]);
  });

  it('takes the set-up of an edition out of an installation, and says of a spoilt one why it cannot work', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kaaring-set-up-'));
    const file = path.join(folder, 'set-up.json');
    const saved = await rehearse(url.href, '--edition', String(report.year), '--save', file);
    expect([saved.code, saved.out]).toEqual([0, expect.stringContaining('It names nobody.')]);
    const setUp = JSON.parse(readFileSync(file, 'utf8'));
    expect(setUp).toMatchObject({ year: report.year, quorum: 3, preset: 'simple' });
    expect(setUp.seats.length).toBeGreaterThan(10);
    expect(JSON.stringify(setUp)).not.toMatch(/@|Halvorsen/);
    writeFileSync(file, JSON.stringify({ ...setUp, quorum: 40 }));
    const { code, out } = await rehearse(url.href, '--set-up', file);
    expect(code).toBe(1);
    expect(out).toContain('CANNOT The jury cannot decide: the quorum is 40');
    expect(out).toContain('Nothing was played.');
    const none = await rehearse(url.href, '--edition', '2099');
    expect([none.code, none.log]).toEqual([1, 'There is no edition of 2099 to rehearse.\n']);
    rmSync(folder, { recursive: true });
  });

  it('refuses a database that is in use, and says so', async () => {
    const { code, log } = await rehearse(url.href);
    expect(code).toBe(1);
    expect(log).toContain('A rehearsal needs a database of its own: this one is in use.');
  });
});
