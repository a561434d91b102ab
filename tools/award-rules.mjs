// The rules of the award for a command that runs without a build: bundled in memory from their sources, in some 100 ms.
import path from 'node:path';
import { rolldown } from 'rolldown';

/** What the named files of libs/award export, such as `score-file`. */
export async function awardRules(...names) {
  const folder = path.resolve(import.meta.dirname, '../libs/award');
  const entry = 'award-rules';
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? names
                .map((name) => `export * from ${JSON.stringify(path.join(folder, `${name}.ts`))};`)
                .join('\n')
            : null,
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const code = Buffer.from(output[0].code).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** Standard input as text; null when it is not UTF-8. */
export async function standardInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return asText(Buffer.concat(chunks));
}

/** Bytes as text; null when they are not UTF-8. */
export function asText(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** One JSON on standard output; what went wrong is told on standard error as well. */
export function answer(result, refused, why) {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (why) process.stderr.write(`${why}\n`);
  if (refused) process.exitCode = 2;
}
