/**
 * What is answered in front of the framework: files of the application, public pages from memory,
 * and the shell of signed-in pages. Everything else is passed on.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerHeaders } from './answer-headers';
import { encode, type Ready, ready, send } from './encoded';
import { pageHeaders, SHARED_BRIEFLY } from './page-headers';
import { type PageMemory, TooManyPages } from './page-memory';
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
  /^\/(?:kommune|jury|sekretariat|scene|folg|tips|partner|godkjenn|logg-inn|innlogging|velg-rolle|ingen-tilgang|feil|demo\/post|mine-opplysninger)(?:[/?]|$)/;
/** A file that is not here, such as a script of an earlier release or a feed of an area. */
const FILE_NAME = /\.[A-Za-z0-9]{1,11}$/;
const LONGEST_ADDRESS = 2_000;
const BEST = 11;

export function webHandler(parts: WebHandlerParts): WebHandler {
  const { files, memory, views, secure } = parts;
  const shells = new Map<ScreenLanguage, Promise<Ready>>();

  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const url = request.url ?? '/';
    const due = views.settle();
    const kept = due ? undefined : memory.fresh(url);
    if (kept) return send(request, response, kept.status, kept);
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
      redirect(response, secure, 301, `${pathname}/${query ? `?${query}` : ''}`);
      return true;
    }
    const { path, language } = languageOf(url);
    if (isShellPage(path)) {
      await sendShell(request, response, language);
      return true;
    }
    if (pathname.length > 4 && pathname.endsWith('/')) {
      redirect(response, secure, 301, `${pathname.replace(/\/+$/, '')}${query ? `?${query}` : ''}`);
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
      if ('location' in page) redirect(response, secure, page.status, page.location);
      else send(request, response, page.status, page);
    } catch (error) {
      // The shell lets the browser make the page itself from the same view.
      if (!(error instanceof TooManyPages)) parts.failed?.(url, error);
      await sendShell(request, response, language);
    }
    return true;
  }

  async function sendShell(
    request: IncomingMessage,
    response: ServerResponse,
    language: ScreenLanguage,
  ): Promise<void> {
    let shell = shells.get(language);
    if (!shell) {
      const html = files.shell(language);
      const headers = { ...pageHeaders(html, language, secure), 'Cache-Control': 'no-cache' };
      shell = encode(Buffer.from(html), BEST).then((bytes) => ready(bytes, headers));
      shells.set(language, shell);
    }
    send(request, response, 200, await shell);
  }
}

/** Whether the path (without language) is a page that the browser fills by itself. */
export function isShellPage(path: string): boolean {
  return SHELL.test(path);
}

function redirect(
  response: ServerResponse,
  secure: boolean,
  status: number,
  location: string,
): void {
  const headers = { Location: location, 'Cache-Control': SHARED_BRIEFLY };
  response.writeHead(status, { ...answerHeaders(secure), ...headers }).end();
}
