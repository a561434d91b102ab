import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const text = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8');

describe('docs/security.md', () => {
  it('names no spec that is gone', () => {
    const named = [...text.matchAll(/`([\w./-]+\.(?:spec|e2e-spec)\.ts)`/g)].map(
      ([, file]) => file,
    );
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((file) => !existsSync(path.join(ROOT, file ?? '')))).toEqual([]);
  });

  it('answers each of the 42 bugs with a spec', () => {
    const rows = [...text.matchAll(/^\| (\d+) +\|.*\|(.*)\|$/gm)];
    expect(rows.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 42 }, (_, at) => at + 1),
    );
    expect(rows.filter(([, , here]) => !here?.includes('.spec.ts')).map(([, n]) => n)).toEqual([]);
  });
});
