import { Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import * as client from 'openid-client';
import { Strategy } from 'openid-client/passport';
import { type OpenIdProvider, Settings } from '@award/settings/api';
import { Refused } from '../refused';
import { proofOf } from './openid-proof';

/** Seconds to wait for a provider before saying that it does not answer. */
const PATIENCE = 8;

/** Authorization code with PKCE, and beside it state and nonce, which Ansattporten demands. */
class ProviderStrategy extends Strategy {
  constructor(
    private readonly provider: OpenIdProvider,
    config: client.Configuration,
    callbackURL: string,
  ) {
    super(
      {
        config,
        callbackURL,
        scope: 'openid profile',
        sessionKey: `openid:${provider.key}`,
        ...(provider.authorizationDetails.length > 0 && {
          authorizationDetails: provider.authorizationDetails as client.AuthorizationDetails[],
        }),
      },
      (tokens, verified) => {
        try {
          verified(null, proofOf(provider, tokens.claims()));
        } catch (error) {
          verified(error as Error);
        }
      },
    );
  }

  override authorizationRequestParams(request: Request): URLSearchParams {
    return new URLSearchParams({
      state: client.randomState(),
      nonce: client.randomNonce(),
      ui_locales: request.session.openid?.language ?? 'nb',
      ...(this.provider.acr ? { acr_values: this.provider.acr } : {}),
      // Whoever signs in chooses who it is, also where the browser is signed in already.
      ...(this.provider.kind === 'entra' ? { prompt: 'select_account' } : {}),
    });
  }
}

interface Discovered {
  config: client.Configuration;
  strategy: ProviderStrategy;
}

/** The providers of this installation. Each is asked for its addresses at the first use, and again after it failed. */
@Injectable()
export class OpenIdProviders {
  private readonly log = new Logger('OpenID');
  private readonly discovered = new Map<string, Promise<Discovered>>();

  constructor(private readonly settings: Settings) {}

  list(): { key: string; name: string }[] {
    return this.settings.openIdProviders.map(({ key, name }) => ({ key, name }));
  }

  nameOf(issuer: string): string | null {
    const provider = this.settings.openIdProviders.find((one) => one.issuer === issuer);
    // An Entra ID issues under each tenant's own address.
    const entra = this.settings.openIdProviders.find(({ tenants }) =>
      tenants.some((tenant) => issuer.toLowerCase().includes(tenant)),
    );
    return (provider ?? entra)?.name ?? null;
  }

  known(key: string): OpenIdProvider {
    const provider = this.settings.openIdProviders.find((one) => one.key === key);
    if (!provider) throw new Refused('not-found');
    return provider;
  }

  async strategy(key: string): Promise<ProviderStrategy> {
    return (await this.provider(key)).strategy;
  }

  /** Where signing out goes on to, so that the provider's own session ends too; null if it has no such page. */
  async signOutAddress(key: string): Promise<string | null> {
    try {
      const { config } = await this.provider(key);
      if (!config.serverMetadata().end_session_endpoint) return null;
      // No id_token_hint: it holds the national identity number, which is not kept.
      return client.buildEndSessionUrl(config, {
        post_logout_redirect_uri: new URL('/', this.settings.publicUrl).href,
      }).href;
    } catch {
      return null;
    }
  }

  private async provider(key: string): Promise<Discovered> {
    const provider = this.known(key);
    const asked = this.discovered.get(key) ?? this.discover(provider);
    this.discovered.set(key, asked);
    try {
      return await asked;
    } catch (error) {
      if (this.discovered.get(key) === asked) this.discovered.delete(key);
      this.log.warn(`${key} does not answer: ${(error as Error).message}`);
      throw new Refused('provider-unavailable');
    }
  }

  private async discover(provider: OpenIdProvider): Promise<Discovered> {
    const issuer = new URL(provider.issuer);
    const config = await client.discovery(
      issuer,
      provider.clientId,
      provider.clientSecret,
      undefined,
      {
        timeout: PATIENCE,
        // Only on this machine: the settings refuse it elsewhere.
        execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
      },
    );
    const callback = new URL(
      `/api/sign-in/openid/${provider.key}/callback`,
      this.settings.publicUrl,
    );
    return { config, strategy: new ProviderStrategy(provider, config, callback.href) };
  }
}
