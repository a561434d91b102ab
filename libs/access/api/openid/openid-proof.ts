import { type RepresentedOrganisation, representedOrganisations } from '@award/award';
import type { OpenIdProvider } from '@award/settings/api';
import { Refused } from '../refused';

/** What a provider has said of somebody, once signature, state, nonce and code have been checked. */
export interface Proof {
  provider: OpenIdProvider;
  issuer: string;
  subject: string;
  name: string;
  organisations: RepresentedOrganisation[];
}

const LONGEST_NAME = 120;

/**
 * Keeps of the claims what is needed and nothing more: never the national identity number (`pid`),
 * and never the e-mail address, which proves nothing here.
 */
export function proofOf(
  provider: OpenIdProvider,
  claims: Readonly<Record<string, unknown>> | undefined,
): Proof {
  if (!claims) throw new Refused('sign-in-failed');
  const text = (claim: string) => (typeof claims[claim] === 'string' ? claims[claim] : '');
  if (!text('iss') || !text('sub')) throw new Refused('sign-in-failed');
  if (provider.kind === 'entra' && !provider.tenants.includes(text('tid').toLowerCase()))
    throw new Refused('unknown-tenant');
  const name = text('name') || `${text('given_name')} ${text('family_name')}`.trim();
  return {
    provider,
    issuer: text('iss'),
    subject: text('sub'),
    // Some providers put the national identity number where a name is missing.
    name: /\d{6}/.test(name) ? '' : name.slice(0, LONGEST_NAME),
    organisations:
      provider.kind === 'ansattporten'
        ? representedOrganisations(claims['authorization_details'])
        : [],
  };
}
