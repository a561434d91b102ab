import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { Settings } from '@award/settings/api';

const KNOWN_DAYS = 365;
/** As long as a code lives, and a little longer so that who is late is told so. */
const ASKING_MINUTES = 30;
const MARK = /^[A-Za-z0-9_-]{22}$/;

/** Who asks for a code: one browser and where it stands, and whether it has signed in to the address before. */
export interface Asker {
  /** What a code is bound to; hashed where it is stored. */
  readonly browser: string;
  readonly from: string;
  /** The browser's own mark when it has signed in to the address before; null when it has not. */
  readonly known: string | null;
}

/**
 * Two cookies beside the session's, which scripts cannot read. `asking` binds a code to the browser that asked for it,
 * so that nobody else's tries count against it. `browser` is left by a sign-in and says, sealed by the installation,
 * that this browser has been let in to this address; it lets nobody in, but whoever has it need not queue with strangers.
 */
@Injectable()
export class BrowserCookies {
  private readonly key: Buffer;
  private readonly asking: string;
  private readonly browser: string;

  constructor(private readonly settings: Settings) {
    this.key = createHmac('sha256', settings.sessionSecret).update('known browsers').digest();
    const prefix = settings.secure ? '__Host-' : '';
    this.asking = `${prefix}asking`;
    this.browser = `${prefix}browser`;
  }

  /** Begins an asking: a new mark each time, whatever the browser came with, so that none can be planted. */
  begin(response: Response): string {
    const mark = newMark();
    response.cookie(this.asking, mark, this.options(ASKING_MINUTES * 60_000));
    return mark;
  }

  /** The mark of the asking that the browser is in; empty when it is in none. */
  asked(request: Pick<Request, 'headers'>): string {
    const mark = valueOf(request, this.asking);
    return MARK.test(mark) ? mark : '';
  }

  /** The browser's mark when it has signed in to the address before; null when it has not. */
  known(request: Pick<Request, 'headers'>, email: string): string | null {
    const [mark = '', seal = ''] = valueOf(request, this.browser).split('.', 2);
    const due = Buffer.from(this.seal(mark, email));
    const given = Buffer.from(seal);
    const same = given.length === due.length && timingSafeEqual(given, due);
    return same && MARK.test(mark) ? mark : null;
  }

  /** Remembers, at a sign-in with a code, that the browser was let in to the address, and ends the asking. */
  remember(request: Pick<Request, 'headers'>, response: Response, email: string): void {
    const mark = this.known(request, email) ?? newMark();
    const value = `${mark}.${this.seal(mark, email)}`;
    response.cookie(this.browser, value, this.options(KNOWN_DAYS * 86_400_000));
    response.clearCookie(this.asking, this.options());
  }

  private seal(mark: string, email: string): string {
    return createHmac('sha256', this.key)
      .update(`${mark}:${addressOf(email)}`)
      .digest('base64url');
  }

  private options(maxAge?: number): CookieOptions {
    const { secure } = this.settings;
    return { httpOnly: true, secure, sameSite: 'lax', path: '/', ...(maxAge ? { maxAge } : {}) };
  }
}

/** An address as it is compared. */
export function addressOf(email: string): string {
  return email.trim().toLowerCase();
}

/** What is stored of an asking: its hash opens nothing in a copy of the database. */
export function hashOfBrowser(mark: string): string {
  return createHash('sha256').update(mark).digest('hex');
}

function newMark(): string {
  return randomBytes(16).toString('base64url');
}

function valueOf({ headers }: Pick<Request, 'headers'>, name: string): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}
