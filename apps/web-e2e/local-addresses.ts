const port = Number(process.env['E2E_PORT'] ?? 3411);

export const PORT = port;
export const SITE = `http://localhost:${port}`;

/** Of the provider that openid.spec.ts starts; nothing answers there in the other files. */
export const OPENID_PORT = port + 1;

const provider = {
  issuer: `http://127.0.0.1:${OPENID_PORT}`,
  clientId: 'kaaring',
  clientSecret: 'only-on-this-machine',
};

/** As the operator would set it. */
export const OPENID_PROVIDERS = JSON.stringify([
  { ...provider, key: 'ansattporten', kind: 'ansattporten', name: 'Ansattporten' },
  {
    ...provider,
    key: 'ks',
    kind: 'entra',
    name: 'KS',
    tenants: ['aaaaaaaa-1111-2222-3333-444444444444'],
  },
]);
