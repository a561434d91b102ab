import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { answerHeaders } from './answer-headers';
import { applicationScripts } from './application-scripts';
import { asTheyAre, encode, type Ready, ready, send } from './encoded';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const COMPRESSED = new Set(['.jpg', '.png', '.webp', '.woff2']);
/** Names that change with their content: a hash by the build, or a version in the folder. */
const NAMED_BY_CONTENT = /-[A-Za-z0-9_-]{8}\.(?:js|css)$|^\/fonts\//;
/** A service worker is bound by the policy that it is sent with, and has to fetch the shell. */
const WORKER = /-worker\.js$/;
const WORKER_POLICY = { 'Content-Security-Policy': "default-src 'none'; connect-src 'self'" };
const YEAR = 'public, max-age=31536000, immutable';
const HOUR = 'public, max-age=3600';
const ASK_FIRST = 'public, no-cache';
const BEST = 11;

/** The files of the built application, read at start and compressed when first asked for. */
export class StaticFiles {
  private readonly files = new Map<string, Buffer>();
  private readonly answers = new Map<string, Promise<Ready>>();

  constructor(
    private readonly folder: string,
    private readonly secure: boolean,
  ) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(folder, name);
      if (statSync(file).isFile() && !name.endsWith('.html')) {
        this.files.set(`/${name.split(path.sep).join('/')}`, readFileSync(file));
      }
    }
  }

  /**
   * The page that the browser fills by itself, for a language: signed-in pages, and when rendering fails. It names the
   * application's scripts, so that they are on their way before the starter asks for them.
   */
  shell(language: string): string {
    const subfolder = language === 'nb' ? '' : language;
    const html = readFileSync(path.join(this.folder, subfolder, 'index.csr.html'), 'utf8');
    const ahead = applicationScripts(this.files, subfolder && `/${subfolder}`);
    const links = ahead.map((name) => `<link rel="modulepreload" href="${name}">`).join('');
    return html.replace('</head>', () => `${links}</head>`);
  }

  has(address: string): boolean {
    return this.files.has(address);
  }

  async answer(address: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    send(request, response, 200, await this.prepare(address));
  }

  private prepare(address: string): Promise<Ready> {
    const running = this.answers.get(address);
    if (running) return running;
    const bytes = this.files.get(address) ?? Buffer.alloc(0);
    const kind = path.extname(address);
    const encoded = COMPRESSED.has(kind) ? Promise.resolve(asTheyAre(bytes)) : encode(bytes, BEST);
    const made = encoded.then((one) =>
      ready(one, {
        ...answerHeaders(this.secure),
        ...(WORKER.test(address) ? WORKER_POLICY : {}),
        'Content-Type': TYPES[kind] ?? 'application/octet-stream',
        'Cache-Control': freshness(address),
      }),
    );
    this.answers.set(address, made);
    return made;
  }
}

/** Scripts and styles under a name that stays the same must not be mixed with those of another release. */
function freshness(address: string): string {
  if (NAMED_BY_CONTENT.test(address)) return YEAR;
  return /\.(?:js|css)$/.test(address) ? ASK_FIRST : HOUR;
}
