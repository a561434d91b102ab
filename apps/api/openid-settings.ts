import type { InstallationKind, OpenIdProvider } from '@award/settings/api';

const KEY = /^[a-z][a-z0-9-]{0,29}$/;
const TENANT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Reads `OPENID_PROVIDERS`, a JSON list, and says in words what is wrong with it. */
export function readOpenIdProviders(
  written: string | undefined,
  kind: InstallationKind,
): readonly OpenIdProvider[] {
  if (!written) return [];
  const providers = listIn(written).map((entry, at) => providerIn(entry, at, kind));
  const keys = new Set(providers.map(({ key }) => key));
  if (keys.size < providers.length) throw wrong('two providers have the same key');
  return providers;
}

function listIn(written: string): unknown[] {
  try {
    const read: unknown = JSON.parse(written);
    if (Array.isArray(read)) return read;
  } catch {
    // said below, without the text: it holds secrets
  }
  throw wrong('it is not a JSON list');
}

function providerIn(entry: unknown, at: number, installation: InstallationKind): OpenIdProvider {
  const given = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
    string,
    unknown
  >;
  const text = (name: string): string => {
    const value = given[name];
    if (typeof value !== 'string' || value === '') throw wrong(`number ${at + 1} has no ${name}`);
    return value;
  };
  const key = text('key');
  const provider = text('kind');
  if (!KEY.test(key)) throw wrong(`the key «${key}» is not small letters, digits and hyphens`);
  if (provider !== 'ansattporten' && provider !== 'entra')
    throw wrong(`${key} is neither ansattporten nor entra`);
  const tenants = listOf(given['tenants']).map((tenant) => String(tenant).toLowerCase());
  if (provider === 'entra' && (tenants.length === 0 || !tenants.every((one) => TENANT.test(one))))
    throw wrong(`${key} needs tenants, the ids of those let in`);
  return {
    key,
    kind: provider,
    name: text('name'),
    issuer: issuerIn(text('issuer'), key, installation),
    clientId: text('clientId'),
    clientSecret: text('clientSecret'),
    acr: typeof given['acr'] === 'string' ? given['acr'] : null,
    authorizationDetails: listOf(given['authorizationDetails']).filter(
      (detail): detail is object => typeof detail === 'object' && detail !== null,
    ),
    tenants,
  };
}

/** Without https only on this machine, and never in production. */
function issuerIn(issuer: string, key: string, installation: InstallationKind): string {
  const url = URL.parse(issuer);
  const here = url !== null && LOOPBACK.includes(url.hostname) && installation !== 'production';
  if (url?.protocol !== 'https:' && !here)
    throw wrong(`the issuer of ${key} is not an https address`);
  return issuer;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function wrong(what: string): Error {
  return new Error(`OPENID_PROVIDERS: ${what}. See docs/operating.md.`);
}
