// Bundles the server and its commands into dist/apps/api (ES modules; packages stay in node_modules).
// Builds into a new folder and renames, so that a running server never sees half a build.
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

const started = performance.now();
const outDir = process.env.OUT_DIR ?? 'dist/apps/api';
const making = `${outDir}.${process.pid}`;
const input = {
  main: 'apps/api/main.ts',
  migrate: 'apps/api/migrate.ts',
  prepare: 'apps/api/prepare.ts',
  'award-admin': 'apps/api/award-admin.ts',
  rehearse: 'apps/api/rehearse.ts',
};
const only = process.env.ONLY;
const bundle = await rolldown({
  input: only ? { [only]: input[only] } : input,
  platform: 'node',
  tsconfig: 'apps/api/tsconfig.json',
  external: (id) =>
    /^[^./]/.test(id) && !id.startsWith('@award/') && !id.startsWith('@oxc-project/runtime'),
});
await bundle.write({ dir: making, format: 'esm', sourcemap: true, entryFileNames: '[name].js' });
await bundle.close();
// What the areas read from beside their own files lies beside the bundle too.
for (const data of [
  'libs/files/api/pdf-reader',
  'libs/municipalities/api/register-data',
  'libs/municipalities/api/outlines',
  'libs/publication/api/archive-data',
  'libs/documents/api/typesetting',
])
  cpSync(data, `${making}/${path.basename(data)}`, {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  });
writeFileSync(`${making}/package.json`, JSON.stringify({ type: 'module' }));
rmSync(outDir, { recursive: true, force: true });
renameSync(making, outDir);
console.log(`api built in ${Math.round(performance.now() - started)} ms`);
