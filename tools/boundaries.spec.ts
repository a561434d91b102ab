import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const rows: [sentence: string, file: string, code: string, refused: number][] = [
  ['an area may use an earlier one', 'libs/scoring/api/x.ts', `import '@award/jury/api';`, 0],
  [
    'an earlier area may not use a later one',
    'libs/editions/api/x.ts',
    `import '@award/scoring/api';`,
    1,
  ],
  [
    'a page may not reach into the server',
    'libs/scoring/web/x.ts',
    `import '@award/scoring/api';`,
    1,
  ],
  [
    'another area is not reached by a relative path',
    'libs/scoring/api/x.ts',
    `import '../../jury/api/index';`,
    1,
  ],
  ['the rules import nothing from outside', 'libs/award/x.ts', `import 'rxjs';`, 1],
  ['their specs may generate situations', 'libs/award/x.spec.ts', `import 'fast-check';`, 0],
  ['and import nothing else either', 'libs/award/x.spec.ts', `import 'rxjs';`, 1],
  ['the rules import no area', 'libs/award/x.ts', `import '@award/editions/contract';`, 1],
  [
    'a contract knows no framework of the server',
    'libs/scoring/contract/x.ts',
    `import '@nestjs/common';`,
    1,
  ],
  [
    'a support area uses no area of the process',
    'libs/mail/api/x.ts',
    `import '@award/editions/api';`,
    1,
  ],
];

describe('imports run backwards along the process', () => {
  let broken: string[][];
  beforeAll(() => {
    // The rule reads the project graph, and passes everything when there is none.
    execFileSync(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'show', 'projects'], {
      cwd: root,
    });
    const printed = execFileSync(process.execPath, ['tools/lint-lines.mjs'], {
      cwd: root,
      input: JSON.stringify(rows.map(([, file, code]) => ({ file, code }))),
      encoding: 'utf8',
    });
    broken = JSON.parse(printed.slice(printed.lastIndexOf('\n[')));
  }, 120_000);

  it.each(rows.map(([sentence, , , refused], at) => [sentence, at, refused] as const))(
    '%s',
    (_sentence, at, refused) => {
      expect(broken[at]?.filter((rule) => rule === '@nx/enforce-module-boundaries')).toHaveLength(
        refused,
      );
    },
  );
});
