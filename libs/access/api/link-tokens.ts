import { createHmac, timingSafeEqual } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Settings } from '@award/settings/api';
import { Refused } from './refused';

/** What a personal link is for. A link for one thing opens nothing else. */
export type LinkKind = 'tip' | 'approval' | 'partner' | 'pass-on' | 'follow' | 'unfollow';

const TOKEN = /^[A-Za-z0-9_-]{54}$/;
const ID_LENGTH = 22;
const MAC_BYTES = 24;

/**
 * The secret part of personal links: the id of a row, sealed with a key of the installation. Nothing
 * is stored that could open a link, so a copy of the database opens none, and a reminder can carry
 * the same link again. A row ends its link by being revoked, by its time, or by a new generation.
 */
@Injectable()
export class LinkTokens {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = createHmac('sha256', settings.sessionSecret).update('personal links').digest();
  }

  /** The token for the row: 54 letters, digits, `-` and `_`. It belongs after `#` in an address, where no log sees it. */
  tokenOf(kind: LinkKind, id: string, generation = 1): string {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    return bytes.toString('base64url') + this.mac(kind, id, generation).toString('base64url');
  }

  /** The id that a token speaks of, not yet proved; refused with `not-found` when it is no token. */
  idIn(token: string): string {
    if (!TOKEN.test(token)) throw new Refused('not-found');
    const hex = Buffer.from(token.slice(0, ID_LENGTH), 'base64url').toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** The id in a token that was made for this; refused with `not-found` otherwise. */
  proved(kind: LinkKind, token: string, generation = 1): string {
    const id = this.idIn(token);
    const given = Buffer.from(token.slice(ID_LENGTH), 'base64url');
    if (!timingSafeEqual(given, this.mac(kind, id, generation))) throw new Refused('not-found');
    return id;
  }

  /** A mark that says of a row that something was done once, without telling of which row. */
  ticketOf(purpose: string, id: string): string {
    return createHmac('sha256', this.key).update(`ticket:${purpose}:${id}`).digest('hex');
  }

  private mac(kind: LinkKind, id: string, generation: number): Buffer {
    const whole = createHmac('sha256', this.key).update(`${kind}:${id}:${generation}`).digest();
    return whole.subarray(0, MAC_BYTES);
  }
}

/** The token of a personal link, from the header `Link-Token`. */
export const LinkToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const token = context.switchToHttp().getRequest().headers['link-token'] as unknown;
  if (typeof token !== 'string' || !TOKEN.test(token)) throw new Refused('not-found');
  return token;
});
