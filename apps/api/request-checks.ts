import type { NextFunction, Request, Response } from 'express';
import type { Settings } from '@award/settings/api';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Remembered `Host` headers: a handful in practice, and bounded against whoever sends many. */
const MOST_REMEMBERED = 100;

/** Whether a `Host` header names this installation. */
export function hostCheck(settings: Settings): (host: string | undefined) => boolean {
  const hosts = new Set([
    new URL(settings.publicUrl).hostname,
    'localhost',
    '127.0.0.1',
    '[::1]',
    ...settings.allowedHosts,
  ]);
  const known = new Set<string>();
  return (host = '') => {
    if (known.has(host)) return true;
    if (!hosts.has(hostname(host))) return false;
    if (known.size < MOST_REMEMBERED) known.add(host);
    return true;
  };
}

/** Unknown hosts get 400; a write must come from our own pages (Origin or Sec-Fetch-Site), not only carry a token. */
export function requestChecks(isOurs: (host: string | undefined) => boolean) {
  return (request: Request, response: Response, next: NextFunction): void => {
    // `*` asks about the server as a whole, which no route of ours answers.
    if (!isOurs(request.headers.host) || request.url === '*') {
      response.status(400).json({ refusal: 'bad-input' });
      return;
    }
    if (!READS.has(request.method) && !fromOurPages(request)) {
      response.status(403).json({ refusal: 'origin-refused' });
      return;
    }
    next();
  };
}

function fromOurPages(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function hostname(host: string): string {
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname : '';
}
