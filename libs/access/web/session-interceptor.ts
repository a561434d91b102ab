import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, tap, throwError } from 'rxjs';
import { Session } from './session';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Everything but reading carries the session's CSRF token and an idempotency key. A caller that
 * retries the same intent sets `Idempotency-Key` itself, so that the server does it once. The token of a
 * session that has ended is refused: if the same person has signed in again meanwhile, the new one is sent.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/') || READING.has(request.method)) return next(request);
  const session = inject(Session);
  const keyed = withKey(request);
  return from(session.load()).pipe(
    switchMap((me) => next(signed(keyed, me.csrf))),
    catchError((error: unknown) => {
      if (!isForeignToken(error)) return throwError(() => error);
      const again = (csrf: string | null) =>
        csrf === null ? throwError(() => error) : next(signed(keyed, csrf));
      return from(session.renewed()).pipe(switchMap(again));
    }),
    tap({
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse && error.status === 401) void session.refresh();
      },
    }),
  );
};

function withKey(request: HttpRequest<unknown>): HttpRequest<unknown> {
  if (request.headers.has('Idempotency-Key')) return request;
  return request.clone({ setHeaders: { 'Idempotency-Key': crypto.randomUUID() } });
}

function signed(request: HttpRequest<unknown>, csrf: string | null): HttpRequest<unknown> {
  return csrf === null ? request : request.clone({ setHeaders: { 'x-csrf-token': csrf } });
}

function isForeignToken(error: unknown): boolean {
  if (!(error instanceof HttpErrorResponse)) return false;
  const body = error.error as { refusal?: unknown } | null;
  return body?.refusal === 'origin-refused';
}
