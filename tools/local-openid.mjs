// An OpenID Connect provider on this machine, for trying out and for tests: whoever one chooses on its page is who one is.
// It answers as Ansattporten does (authorization_details in the id_token, PKCE demanded, no userinfo) and as Entra ID does (tid).
// PORT=18999 node tools/local-openid.mjs [address of Kåring, http://localhost:3000]
import { generateKeyPairSync } from 'node:crypto';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { Provider, interactionPolicy } from 'oidc-provider';

const CLIENT = { clientId: 'kaaring', clientSecret: 'only-on-this-machine' };

/** What the provider remembers, until it ends. */
class InMemory {
  static kept = new Map();
  constructor(kind) {
    this.kind = kind;
  }
  key = (id) => `${this.kind} ${id}`;
  async upsert(id, payload) {
    InMemory.kept.set(this.key(id), payload);
  }
  async find(id) {
    return InMemory.kept.get(this.key(id));
  }
  async findByUid(uid) {
    return [...InMemory.kept]
      .filter(([key]) => key.startsWith(`${this.kind} `))
      .map(([, payload]) => payload)
      .find((payload) => payload.uid === uid);
  }
  async consume(id) {
    (await this.find(id)).consumed = Math.floor(Date.now() / 1000);
  }
  async destroy(id) {
    InMemory.kept.delete(this.key(id));
  }
  async revokeByGrantId(grantId) {
    for (const [key, payload] of InMemory.kept)
      if (payload.grantId === grantId) InMemory.kept.delete(key);
  }
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'local' };
}

/** What Ansattporten says of somebody who acts for an organisation by its delegation. */
export function delegatedBy(number, name) {
  return [
    {
      type: 'ansattporten:altinn:resource',
      resource: 'urn:altinn:resource:kaaring',
      resource_name: 'Nominere vertskommune',
      authorized_parties: [
        {
          orgno: { authority: 'iso6523-actorid-upis', ID: `0192:${number}` },
          resource: 'kaaring',
          name,
          unit_type: 'KOMM',
        },
      ],
    },
  ];
}

/**
 * Starts it on a loopback port. `people`: key to `{ name, claims }`; callbacks: the addresses it may send people back to.
 * Answers with its issuer, its client and how to end it.
 */
export async function startLocalOpenId({ port = 0, people, callbacks, home }) {
  const server = http.createServer();
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: callbacks,
        post_logout_redirect_uris: home ? [home] : [],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    scopes: ['openid', 'profile'],
    acrValues: ['substantial', 'high', 'entraid'],
    claims: {
      acr: null,
      sid: null,
      openid: ['sub', 'pid', 'tid', 'locale', 'authorization_details', 'email'],
      profile: ['name'],
    },
    conformIdTokenClaims: false,
    adapter: InMemory,
    jwks: { keys: [signingKey()] },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    extraParams: ['authorization_details'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: true },
    },
    cookies: { keys: ['only-on-this-machine'] },
    interactions: { policy, url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: people[id]?.name, ...people[id]?.claims }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const url = new URL(request.url, issuer);
    const chosen = url.searchParams.get('person');
    if (!url.pathname.startsWith('/interaction/')) return answer(request, response);
    const turn = !chosen
      ? choose(response, url.pathname, people)
      : provider.interactionFinished(request, response, resultOf(chosen, people), {
          mergeWithLastSubmission: false,
        });
    Promise.resolve(turn).catch((error) => response.writeHead(500).end(String(error)));
  });
  return {
    issuer,
    ...CLIENT,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

function resultOf(chosen, people) {
  if (!Object.hasOwn(people, chosen)) return { error: 'access_denied' };
  return { login: { accountId: chosen, acr: 'substantial', amr: ['TestID'] }, select_account: {} };
}

function choose(response, path, people) {
  const link = (key, name) =>
    `<li><a href="${path}?person=${encodeURIComponent(key)}">${name}</a></li>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="nb"><meta name="viewport" content="width=device-width"><title>Hvem er du?</title><h1>Hvem er du?</h1>
<ul>${Object.entries(people)
      .map(([key, { name }]) => link(key, name))
      .join('')}${link('nobody', 'Avbryt')}</ul></html>`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kaaring = process.argv[2] ?? 'http://localhost:3000';
  const local = await startLocalOpenId({
    port: Number(process.env.PORT ?? 18999),
    callbacks: ['ansattporten', 'entra'].map(
      (key) => `${kaaring}/api/sign-in/openid/${key}/callback`,
    ),
    home: `${kaaring}/`,
    people: {
      askedalen: {
        name: 'Kari Eksempel (Askedalen)',
        claims: { authorization_details: delegatedBy('310990019', 'ASKEDALEN KOMMUNE') },
      },
      firma: {
        name: 'Per Eksempel (et firma)',
        claims: { authorization_details: delegatedBy('974760673', 'ET FIRMA AS') },
      },
    },
  });
  const provider = {
    key: 'ansattporten',
    kind: 'ansattporten',
    name: 'Ansattporten',
    issuer: local.issuer,
    clientId: local.clientId,
    clientSecret: local.clientSecret,
    acr: 'substantial',
    authorizationDetails: [
      { type: 'ansattporten:altinn:resource', resource: 'urn:altinn:resource:kaaring' },
    ],
  };
  console.log(`Answering at ${local.issuer}. Start Kåring with\n`);
  console.log(`OPENID_PROVIDERS='${JSON.stringify([provider])}' npm start`);
}
