// Public pages: CPU per request beside the same bytes from bare node:http, and what a reader has to fetch.
import zlib from 'node:zlib';
import { ask } from './ask.mjs';
import { least, repeat } from './measure.mjs';

const PUBLIC = [
  '/',
  '/arkiv',
  '/arkiv/2021',
  '/kommuner',
  '/kommuner/1539',
  '/direkte',
  '/juryen',
  '/eksempler',
  '/presse',
];
const br = { 'accept-encoding': 'br' };

async function bytesOf(base, path) {
  const answer = await ask(base, path, { headers: br });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  const packed = answer.headers['content-encoding'] === 'br';
  return {
    sent: answer.body.length,
    etag: answer.headers.etag,
    text: (packed ? zlib.brotliDecompressSync(answer.body) : answer.body).toString(),
  };
}

let compared;
/** Ours and the bare server with the very page that ours answers. */
async function both(place) {
  if (!compared) {
    const { text, etag } = await bytesOf(place.server.base, '/');
    const page = await place.startPage(text);
    const bare = await bytesOf(page.base, '/');
    compared = [
      { ...place.server, etag },
      { ...page, etag: bare.etag },
    ];
  }
  return compared;
}

/** `unchanged`: asked with the tag of the page, so that the answer is 304. */
export async function page(place, { unchanged = false } = {}) {
  const [ours, limit] = (await both(place)).map((program) => () => {
    const headers = unchanged ? { ...br, 'if-none-match': program.etag } : br;
    return repeat(`${program.base}/`, headers, [program.pid]);
  });
  const least2 = await least(ours, limit);
  const ratio = least2.ours / least2.limit;
  return {
    ...least2,
    ratio,
    unit: 'ms CPU per request',
    goal: 'at most 2 times the limit',
    holds: ratio <= 2,
  };
}

/** Requests per second of the page in one process; needs wrk to be fair. */
export async function pageRate(place) {
  const [ours, limit] = await both(place);
  const rates = [0, 0];
  for (let round = 0; round < 3; round++) {
    for (const [at, { base, pid }] of [ours, limit].entries())
      rates[at] = Math.max(rates[at], (await repeat(`${base}/`, br, [pid])).perSecond);
  }
  return {
    ours: rates[0],
    limit: rates[1],
    ratio: rates[0] / rates[1],
    unit: 'requests per second',
    goal: 'at least 20 000',
    holds: rates[0] >= 20_000,
  };
}

const KB = 1000;
const IMPORTED = /(?:from|import)\s*"\.\/([^"]+\.js)"/g;
/** The starter's one question, and the page's own script. */
const APPLICATION = /import\(["`]\.\/((?:application|live-page)-[^"`]+\.js)["`]\)/g;
const names = (html, pattern) => [...new Set([...html.matchAll(pattern)].map(([, name]) => name))];

/** The heaviest of the public pages in each kind of file, in kB as sent. */
export async function weights(place) {
  const { base } = place.server;
  const most = { html: 0, scripts: 0, styles: 0, font: 0 };
  const sent = new Map();
  const weigh = async (name) => {
    if (!sent.has(name)) sent.set(name, await bytesOf(base, name));
    return sent.get(name);
  };
  const fetched = async (html, pattern) => {
    let sum = 0;
    for (const name of names(html, pattern))
      sum += (await weigh(new URL(name, base).pathname)).sent;
    return sum;
  };
  /** Scripts and what they import before they run; `later` is what these ask for when they run. */
  const closure = async (first, later) => {
    const all = new Set(first);
    let sum = 0;
    for (const name of all) {
      const { sent: bytes, text } = await weigh(`/${name}`);
      sum += bytes;
      for (const pattern of [IMPORTED, later])
        for (const imported of names(text, pattern)) all.add(imported);
    }
    return sum;
  };
  for (const path of PUBLIC) {
    const { sent: html, text } = await weigh(path);
    most.html = Math.max(most.html, html);
    const scripts = names(
      text,
      /(?:<script[^>]*\ssrc|<link[^>]*rel="modulepreload"[^>]*href)="([^"]+\.js)"/g,
    );
    const later = text.includes('data-script="now"') ? APPLICATION : /$^/g;
    most.scripts = Math.max(most.scripts, await closure(scripts, later));
    const styles = /<link[^>]*rel="stylesheet"[^>]*href="([^"]+\.css)"/g;
    most.styles = Math.max(most.styles, await fetched(text, styles));
    most.font = Math.max(
      most.font,
      await fetched(text, /<link[^>]*rel="preload"[^>]*href="([^"]+\.woff2)"/g),
    );
  }
  const budgets = { html: 15, scripts: 110, styles: 30, font: 60 };
  return Object.entries(budgets).map(([kind, budget]) => ({
    job: `weight-${kind}`,
    ours: most[kind] / KB,
    limit: null,
    ratio: null,
    unit: 'kB as sent',
    goal: `at most ${budget}`,
    holds: most[kind] > 0 && most[kind] / KB <= budget,
  }));
}
