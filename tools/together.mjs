// Spec files that load the same server are run several together in one module world: loading it took a third of the time of `npm test`.
import * as fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'apps/api/.together');
const PLACES = [
  'apps/api/**/*.spec.ts',
  'libs/*/{api,contract}/**/*.spec.ts',
  'tools/**/*.spec.ts',
];

/**
 * Writes one spec file per group that imports the files of the group.
 * The large files are dealt out first, so that the lanes end together.
 */
export function writeTogether({ lanes, groupsPerLane }) {
  const files = PLACES.flatMap((pattern) => fs.globSync(pattern, { cwd: root }))
    .filter((file) => !file.startsWith('apps/api/.together'))
    .map((file) => ({ file, size: fs.statSync(path.join(root, file)).size }))
    .sort((one, other) => other.size - one.size || (one.file < other.file ? -1 : 1));
  const groups = Array.from({ length: lanes * groupsPerLane }, (_, at) => ({
    name: `lane-${1 + (at % lanes)}-${1 + Math.floor(at / lanes)}`,
    size: 0,
    files: [],
  }));
  for (const { file, size } of files) {
    const smallest = groups.reduce((least, group) => (group.size < least.size ? group : least));
    smallest.files.push(file);
    smallest.size += size;
  }
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const group of groups) {
    const imports = group.files.map((file) => {
      const address = path.relative(folder, path.join(root, file)).replaceAll('\\', '/');
      return `import '${address.replace(/\.ts$/, '')}';\n`;
    });
    fs.writeFileSync(path.join(folder, `${group.name}.spec.ts`), imports.join(''));
  }
}
