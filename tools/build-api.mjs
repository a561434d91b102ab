// Bundles the server and its commands into dist/apps/api (one ES module each; packages stay in node_modules).
import { rmSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

const started = Date.now();
const outDir = process.env.OUT_DIR ?? 'dist/apps/api';
const only = process.env.ONLY;
const input = {
  main: 'apps/api/main.ts',
  migrate: 'apps/api/migrate.ts',
  'award-admin': 'apps/api/award-admin.ts',
};
rmSync(outDir, { recursive: true, force: true });
const bundle = await rolldown({
  input: only ? { [only]: input[only] } : input,
  platform: 'node',
  tsconfig: 'apps/api/tsconfig.json',
  external: (id) =>
    /^[^./]/.test(id) && !id.startsWith('@award/') && !id.startsWith('@oxc-project/runtime'),
});
await bundle.write({ dir: outDir, format: 'esm', sourcemap: true, entryFileNames: '[name].js' });
await bundle.close();
writeFileSync(`${outDir}/package.json`, JSON.stringify({ type: 'module' }));
console.log(`api built in ${Date.now() - started} ms`);
