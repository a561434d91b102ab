import session from 'express-session';
import type { RequestHandler } from 'express';
import type { DataSource } from 'typeorm';
import type { Settings } from '@award/settings/api';
import { SessionStore } from './session-store';

export const SESSION_COOKIES = ['__Host-sid', 'sid'] as const;

/** Server-side sessions: a random 128-bit or longer reference in a cookie that scripts cannot read. */
export function sessions(db: DataSource, settings: Settings): RequestHandler {
  return session({
    name: settings.secure ? '__Host-sid' : 'sid',
    secret: settings.sessionSecret,
    store: new SessionStore(db),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, secure: settings.secure, sameSite: 'lax', path: '/' },
  });
}
