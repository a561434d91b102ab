/**
 * What is answered in front of the framework: files of the application, public pages from memory,
 * and the shell of signed-in pages. Everything else is passed on.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Encoded, encode, send } from './encoded';
import { type PageMemory, type StoredPage, TooManyPages } from './page-memory';
import { policyOf } from './page-policy';
import { languageOf, type PublicViews, type ScreenLanguage } from './public-views';
import type { StaticFiles } from './static-files';

export type WebHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

export interface WebHandlerParts {
  readonly files: StaticFiles;
  readonly memory: PageMemory;
  readonly views: PublicViews;
  /** Whether the public address is https. */
  readonly secure: boolean;
  /** Told of pages that could not be rendered. */
  readonly failed?: (address: string, error: unknown) => void;
}

/** Never ours: the programmatic interface and operations. */
const PASSED_ON = /^\/(?:api|isalive|isready|metrics|\.well-known)(?:[/?]|$)/;
/** Pages that are the same empty shell for everyone. The same list as the application's server routes. */
const SHELL =
  /^\/(?:kommune|jury|sekretariat|scene|logg-inn|velg-rolle|ingen-tilgang|feil)(?:[/?]|$)/;
/** A file that is not here, such as a script of an earlier release or a feed of an area. */
const FILE_NAME = /\.[A-Za-z0-9]{1,11}$/;
/** A page may be shared for five seconds: no copy outlives a release by more. */
const SHARED_BRIEFLY = 'public, max-age=0, s-maxage=5';
const LONGEST_ADDRESS = 2_000;
const BEST = 11;

interface Shell extends Encoded {
  readonly policy: string;
}

export function webHandler(parts: WebHandlerParts): WebHandler {
  const { files, memory, views, secure } = parts;
  const shells = new Map<ScreenLanguage, Promise<Shell>>();

  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const url = request.url ?? '/';
    const due = views.settle();
    const kept = due ? undefined : memory.fresh(url);
    if (kept) return sendPage(request, response, kept);
    answer(url, due, request, response).then((done) => {
      if (!done) next();
    }, next);
  };

  async function answer(
    url: string,
    due: Promise<void> | null,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    if (PASSED_ON.test(url) || url.length > LONGEST_ADDRESS || !/^\/(?!\/)/.test(url)) return false;
    const [pathname = '/', query] = url.split('?', 2);
    if (files.has(pathname)) {
      await files.answer(pathname, request, response);
      return true;
    }
    if (FILE_NAME.test(pathname)) return false;
    if (pathname === '/nn' || pathname === '/en') {
      redirect(response, 301, `${pathname}/${query ? `?${query}` : ''}`);
      return true;
    }
    const { path, language } = languageOf(url);
    if (SHELL.test(path)) {
      await sendShell(request, response, language);
      return true;
    }
    if (pathname.length > 4 && pathname.endsWith('/')) {
      redirect(response, 301, `${pathname.replace(/\/+$/, '')}${query ? `?${query}` : ''}`);
      return true;
    }
    await due;
    return answerPage(url, path, language, request, response);
  }

  async function answerPage(
    url: string,
    path: string,
    language: ScreenLanguage,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    try {
      const page = await memory.page(path, language);
      if (page === null) return false;
      if ('location' in page) redirect(response, page.status, page.location);
      else sendPage(request, response, page);
    } catch (error) {
      // The shell lets the browser make the page itself from the same view.
      if (!(error instanceof TooManyPages)) parts.failed?.(url, error);
      await sendShell(request, response, language);
    }
    return true;
  }

  function sendPage(request: IncomingMessage, response: ServerResponse, page: StoredPage): void {
    send(request, response, page.status, page, {
      ...pageHeaders(page.policy, page.language, secure),
      'Cache-Control': page.status === 200 ? SHARED_BRIEFLY : 'no-cache',
    });
  }

  async function sendShell(
    request: IncomingMessage,
    response: ServerResponse,
    language: ScreenLanguage,
  ): Promise<void> {
    let shell = shells.get(language);
    if (!shell) {
      const html = files.shell(language);
      shell = encode(Buffer.from(html), BEST).then((bytes) => ({
        ...bytes,
        policy: policyOf(html, secure),
      }));
      shells.set(language, shell);
    }
    const bytes = await shell;
    send(request, response, 200, bytes, {
      ...pageHeaders(bytes.policy, language, secure),
      'Cache-Control': 'no-cache',
    });
  }
}

function pageHeaders(
  policy: string,
  language: ScreenLanguage,
  secure: boolean,
): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

function redirect(response: ServerResponse, status: number, location: string): void {
  response.statusCode = status;
  response.setHeader('Location', location);
  response.setHeader('Cache-Control', SHARED_BRIEFLY);
  response.end();
}
