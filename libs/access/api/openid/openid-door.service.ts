import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import passport from 'passport';
import { type Refusal } from '@award/award';
import type { BeginOpenId, LinkBegunView } from '@award/access/contract';
import { ActingGrant } from '../acting-grant.service';
import type { Principal } from '../principal';
import { RateLimit } from '../rate-limit';
import { Refused } from '../refused';
import { sourceOf } from '../source-of';
import { OpenIdPeople } from './openid-people.service';
import type { Proof } from './openid-proof';
import { OpenIdProviders } from './openid-providers';

type Begun = NonNullable<Request['session']['openid']>;

const FRESH: Begun = { til: '', language: 'nb', linksTo: null, gone: false };

/**
 * The way out to a provider and back. Whatever happens there, the browser comes back to a page of ours that says it in
 * words: nobody is left on a blank answer.
 */
@Injectable()
export class OpenIdDoor {
  private readonly log = new Logger('OpenID');

  constructor(
    private readonly providers: OpenIdProviders,
    private readonly people: OpenIdPeople,
    private readonly acting: ActingGrant,
    private readonly limit: RateLimit,
  ) {}

  /** Sends the browser to the provider. */
  async leave(request: Request, response: Response, key: string, order: BeginOpenId) {
    const { openid = FRESH, passport: signedIn } = request.session;
    // What was begun signed in links once, at the first departure after it.
    const linksTo = !openid.gone && openid.linksTo === signedIn?.user ? openid.linksTo : null;
    const begun: Begun = { til: order.til ?? '', language: order.language, linksTo, gone: true };
    try {
      this.providers.known(key);
      await this.limit.hit(`openid-from:${sourceOf(request.ip)}`, 60, 15);
      // Not before: nobody who has not signed in makes sessions without end.
      request.session.openid = begun;
      const strategy = await this.providers.strategy(key);
      passport.authenticate(strategy, { session: false })(request, response, (error: unknown) =>
        this.sayNo(response, begun, key, error),
      );
    } catch (error) {
      this.sayNo(response, begun, key, error);
    }
  }

  /** Takes the browser back from the provider: signs in, or links to whoever began it signed in. */
  async enter(request: Request, response: Response, key: string): Promise<void> {
    const begun = request.session.openid ?? FRESH;
    delete request.session.openid;
    try {
      const proof = await this.proofFrom(request, response, key);
      if (begun.linksTo !== null) {
        if (begun.linksTo !== request.session.passport?.user) throw new Refused('not-signed-in');
        await this.people.link(proof, begun.linksTo);
        response.redirect(303, placeOf(begun, 'innlogging', { knyttet: '1' }));
        return;
      }
      await this.signIn(request, proof, begun.language);
      response.redirect(303, placeOf(begun, 'logg-inn', { inne: '1' }));
    } catch (error) {
      this.sayNo(response, begun, key, error);
    }
  }

  /** Remembers who asked, so that what is proved next can be linked to them: a POST, which no other site can make. */
  beginLink(
    request: Request,
    principal: Principal,
    key: string,
    order: BeginOpenId,
  ): LinkBegunView {
    this.providers.known(key);
    request.session.openid = { ...FRESH, language: order.language, linksTo: principal.personId };
    return { goOnTo: `/api/sign-in/openid/${key}?language=${order.language}` };
  }

  private async signIn(request: Request, proof: Proof, language: Begun['language']): Promise<void> {
    const { personId, organisations, municipalityIds } = await this.people.arrive(proof, language);
    // A new session id, so that one fixed beforehand is worthless.
    await new Promise<void>((done, fail) =>
      request.logIn({ personId } as unknown as Express.User, (error: unknown) =>
        error ? fail(error as Error) : done(),
      ),
    );
    request.session.organisations = organisations;
    request.session.provider = proof.provider.key;
    await this.acting.begin(request, municipalityIds);
  }

  private async proofFrom(request: Request, response: Response, key: string): Promise<Proof> {
    const strategy = await this.providers.strategy(key);
    const answered = await new Promise<unknown>((done, fail) => {
      const asked = passport.authenticate(
        strategy,
        { session: false },
        (error: unknown, proof: unknown) => (error ? fail(error as Error) : done(proof)),
      );
      asked(request, response, fail);
    });
    if (answered) return answered as Proof;
    throw new Refused(
      request.query['error'] === 'access_denied' ? 'sign-in-cancelled' : 'sign-in-failed',
    );
  }

  private sayNo(response: Response, begun: Begun, key: string, error: unknown): void {
    const refusal: Refusal = error instanceof Refused ? error.refusal : 'sign-in-failed';
    const words = error instanceof Refused ? refusal : (error as Error).message;
    this.log.warn(`${key}: not signed in (${words})`);
    const page = begun.linksTo === null ? 'logg-inn' : 'innlogging';
    response.redirect(303, placeOf(begun, page, { avvist: refusal }));
  }
}

function placeOf(
  { language, til }: Begun,
  page: 'logg-inn' | 'innlogging',
  query: Record<string, string>,
): string {
  const prefix = language === 'nb' ? '' : `/${language}`;
  return `${prefix}/${page}?${new URLSearchParams(til ? { ...query, til } : query).toString()}`;
}
