import type { NextFunction, Request, Response } from 'express';
import type { Settings } from '@award/settings/api';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Unknown hosts get 400; a write must come from our own pages (Origin or Sec-Fetch-Site), not only carry a token. */
export function requestChecks(settings: Settings) {
  const hosts = new Set([
    new URL(settings.publicUrl).hostname,
    'localhost',
    '127.0.0.1',
    '[::1]',
    ...settings.allowedHosts,
  ]);
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!hosts.has(hostname(request.headers.host))) {
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

function hostname(host: string | undefined): string {
  const url = `http://${host ?? ''}`;
  return URL.canParse(url) ? new URL(url).hostname : '';
}
