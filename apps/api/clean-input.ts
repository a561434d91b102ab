import type { NextFunction, Request, Response } from 'express';
import { Refused } from '@award/access/api';

/** No NUL, in the address either, no lone surrogate, NFC throughout: what PostgreSQL or a reader could not show is refused at the door. */
export function cleanInput(request: Request, _response: Response, next: NextFunction): void {
  try {
    if (/%00/i.test(request.originalUrl)) throw new Refused('bad-input');
    if (request.body && typeof request.body === 'object') request.body = clean(request.body, 0);
    next();
  } catch (error) {
    next(error);
  }
}

function clean(value: unknown, depth: number): unknown {
  if (depth > 12) throw new Refused('bad-input');
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) throw new Refused('bad-input');
    return value.normalize('NFC');
  }
  if (Array.isArray(value)) {
    // No request holds a list of lists, and the validator takes an inner one for whatever the outer one holds.
    if (value.some((item) => Array.isArray(item))) throw new Refused('bad-input');
    return value.map((item) => clean(item, depth + 1));
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        if (key === '__proto__' || key === 'constructor' || key === 'prototype')
          throw new Refused('bad-input');
        return [key, clean(item, depth + 1)];
      }),
    );
  }
  return value;
}
