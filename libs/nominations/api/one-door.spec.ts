import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const libs = path.resolve(process.cwd(), 'libs');
const sources = globSync('*/api/**/*.ts', { cwd: libs })
  .filter((file) => !file.endsWith('.spec.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(libs, file), 'utf8') }));

describe("an entry's state", () => {
  it('is written through one door', () => {
    const writers = sources
      .filter(
        ({ text }) =>
          /update nomination set [^`;]*\bstate\b\s*=/.test(text) ||
          /\.update\(\s*Nomination,[^;]*\bstate: step\.to/.test(text),
      )
      .map(({ file }) => file);
    expect(writers).toEqual(['nominations/api/nominations.service.ts']);
  });

  it('leaves a step row from that door alone', () => {
    const writers = sources
      .filter(
        ({ text }) =>
          /insert into nomination_step/.test(text) || text.includes('insert(NominationStep'),
      )
      .map(({ file }) => file);
    expect(writers).toEqual(['nominations/api/nominations.service.ts']);
  });
});
