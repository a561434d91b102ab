// Fails the build when a page would cost its readers more than agreed. Sizes are bytes as sent, compressed with Brotli.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = process.argv[2] ?? 'dist/apps/web.new/browser';
const KB = 1000;
const STARTER = 5 * KB;
const PUBLIC_PAGE = 110 * KB;
// Where somebody has signed in before, the application takes a public page over when the browser is idle.
const TAKEN_OVER = 115 * KB;
const SIGNED_IN = 140 * KB;
const ROUTE = 30 * KB;
const STYLES = 30 * KB;
const SIGNED_IN_STYLES = 35 * KB;
const SHELL = 3 * KB;
const FONT = 60 * KB;

const texts = new Map(
  readdirSync(folder)
    .filter((name) => /\.(js|css|html)$/.test(name))
    .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
);
const sizes = new Map([...texts].map(([name, text]) => [name, compressed(Buffer.from(text))]));
const shell = texts.get('index.csr.html');
// What every page loads to see whether it needs more, and what those load that do.
const starter = closure(named(/(?:<script[^>]*src|modulepreload" href)="([^"]+\.js)"/g));
const application = [...texts.keys()].filter((name) => /^application-.*\.js$/.test(name));
const first = closure(application, starter);
const styles = named(/stylesheet" href="([^"]+\.css)"/g);
const scripts = [...texts.keys()].filter((name) => name.endsWith('.js'));
// Loaded before signed-in routes open, beside the route's own script.
const designSystem = scripts.filter((name) => texts.get(name).includes('u-datalist'));
const publicPages = readdirSync('apps/web/public')
  .filter((file) => file.endsWith('-page.ts'))
  .map((file) => file.replace('.ts', ''));

const rows = [
  ['scripts of a page that needs none', total(starter), STARTER],
  ...publicPages.flatMap((page) =>
    scripts
      .filter((name) => name.startsWith(`${page}-`))
      .map((name) => {
        const all = closure([name], first);
        const atOnce = [...all].some((one) => !first.has(one) && comesByItself(one));
        return atOnce
          ? [`scripts of ${page}`, total(all), PUBLIC_PAGE]
          : [`scripts of ${page}, taken over`, total(all), TAKEN_OVER];
      }),
  ),
  ['scripts of the signed-in shell', total(closure(designSystem, first)), SIGNED_IN],
  ...scripts
    .filter((name) => !first.has(name) && !designSystem.includes(name))
    .map((name) => [name, sizes.get(name), ROUTE]),
  ['styles of every page', total(styles), STYLES],
  ['styles of signed-in pages', total([...styles, 'signed-in.css']), SIGNED_IN_STYLES],
  ['shell', sizes.get('index.csr.html'), SHELL],
  [
    'first font',
    readFileSync(`${folder}/fonts/inter-5.3.0/inter-latin-wght-normal.woff2`).length,
    FONT,
  ],
];
const over = rows.filter(([, bytes, budget]) => bytes > budget);
for (const [what, bytes, budget] of over.length > 0 ? over : largest(rows)) {
  const verdict = bytes > budget ? 'OVER' : 'ok';
  console.log(`${verdict} ${what}: ${(bytes / KB).toFixed(1)} of ${budget / KB} kB`);
}
if (!rows.some(([, , budget]) => budget === PUBLIC_PAGE))
  throw new Error('no page comes by itself');
if (application.length !== 1) throw new Error('the application is not apart from its starter');
if (publicPages.length === 0 || rows.length < publicPages.length) throw new Error('no page found');
// `npm start` is for whoever wants to see it: the build and the tests refuse.
if (over.length > 0 && process.env.WEB_BUDGETS !== 'warn') process.exit(1);

function compressed(bytes) {
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

function named(pattern) {
  return [...shell.matchAll(pattern)].map(([, name]) => name);
}

/** Whether a script asks the starter for the application at once. */
function comesByItself(name) {
  return /data-script["'`],\s*["'`]now/.test(texts.get(name));
}

/** The scripts and everything that they import before they run. */
function closure(names, reached = new Set()) {
  const all = new Set(reached);
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (all.has(name)) continue;
    all.add(name);
    const imports = texts.get(name)?.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g) ?? [];
    open.push(...[...imports].map(([, imported]) => imported));
  }
  return all;
}

function total(names) {
  return [...names].reduce((bytes, name) => bytes + (sizes.get(name) ?? 0), 0);
}

/** The row nearest to each budget. */
function largest(all) {
  const nearest = new Map();
  for (const row of all) if (row[1] > (nearest.get(row[2])?.[1] ?? -1)) nearest.set(row[2], row);
  return nearest.values();
}
