import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'acceptance-commands-'));
const meta = path.join(folder, 'meta.json');
fs.writeFileSync(
  meta,
  JSON.stringify({
    scale: { min: 1, max: 6 },
    direction: 'higher',
    views: [{ id: 'all', weights: { together: 2, results: 1 } }],
  }),
);
const SCORES = 'judge,entry,criterion,score\nKari,Rauma,together,5\nKari,Rauma,results,2\n';

const run = (command: 'score' | 'ballot', input: string | Buffer, ...more: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.resolve(import.meta.dirname, `${command}.mjs`), ...more],
    { input, encoding: 'utf8', cwd: folder },
  );
  return { status, stdout, stderr, answer: JSON.parse(stdout) as Record<string, unknown> };
};

afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('the commands for audit and acceptance', () => {
  it('score: reads scores and facts, and answers the same bytes each time', () => {
    const first = run('score', SCORES, '--meta', meta);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.answer).toMatchObject({
      views: { all: { entries: { Rauma: { n: 1, plain_mean: 4 } }, plain_rank: { Rauma: 1 } } },
    });
    expect(run('score', SCORES, '--meta', meta).stdout).toBe(first.stdout);
  });

  it('ballot: counts an election', () => {
    const ballots = [{ org: 'KS', ranking: 'A>B' }];
    const { status, answer } = run('ballot', JSON.stringify({ options: ['A', 'B'], ballots }));
    expect(status).toBe(0);
    expect(answer).toMatchObject({ unweighted: { winners: ['A'] }, parity: null });
  });

  it.each<[string, 'score' | 'ballot', string | Buffer, string[], unknown]>([
    ['without facts', 'score', SCORES, [], { error: 'BAD_INPUT' }],
    ['with facts that are not there', 'score', SCORES, ['--meta', 'no'], { error: 'BAD_INPUT' }],
    ['with an unknown option', 'score', SCORES, ['--mata', meta], { error: 'BAD_INPUT' }],
    [
      'with bytes that are no text',
      'score',
      Buffer.from([0xff, 0xfe, 0]),
      ['--meta', meta],
      { error: 'BAD_INPUT' },
    ],
    [
      'with a score twice',
      'score',
      `${SCORES}Kari,Rauma,results,3`,
      ['--meta', meta],
      { error: 'DUPLICATE_SCORE' },
    ],
    ['with no election', 'ballot', '', [], { error: 'BAD_INPUT' }],
    [
      'with a bad ballot',
      'ballot',
      '[{"options":["A"],"ballots":[{"ranking":"B"}]}]',
      [],
      [{ error: 'BAD_BALLOT' }],
    ],
  ])('refuse %s: one JSON, status 2 and no stack', (_, command, input, more, expected) => {
    const { status, answer, stderr } = run(command, input, ...more);
    expect(status).toBe(2);
    expect(answer).toEqual(expected);
    expect(stderr).not.toContain('    at ');
  });
});
