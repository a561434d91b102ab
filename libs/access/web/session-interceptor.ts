import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { from, switchMap, tap } from 'rxjs';
import { Session } from './session';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Everything but reading carries the session's CSRF token and an idempotency key. A caller that
 * retries the same intent sets `Idempotency-Key` itself, so that the server does it once.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/') || READING.has(request.method)) return next(request);
  const session = inject(Session);
  return from(session.load()).pipe(
    switchMap((me) => next(signed(request, me.csrf))),
    tap({
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse && error.status === 401) void session.refresh();
      },
    }),
  );
};

function signed(request: HttpRequest<unknown>, csrf: string | null): HttpRequest<unknown> {
  const headers: Record<string, string> = {};
  if (csrf !== null) headers['x-csrf-token'] = csrf;
  if (!request.headers.has('Idempotency-Key')) headers['Idempotency-Key'] = crypto.randomUUID();
  return request.clone({ setHeaders: headers });
}
