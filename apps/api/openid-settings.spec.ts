import { readOpenIdProviders } from './openid-settings';

const ANSATTPORTEN = {
  key: 'ansattporten',
  kind: 'ansattporten',
  name: 'Ansattporten',
  issuer: 'https://test.ansattporten.no',
  clientId: 'kaaring',
  clientSecret: 'hemmelig',
  acr: 'substantial',
  authorizationDetails: [
    { type: 'ansattporten:altinn:resource', resource: 'urn:altinn:resource:x' },
  ],
};
const ENTRA = {
  ...ANSATTPORTEN,
  key: 'entra',
  kind: 'entra',
  tenants: ['AAAAAAAA-1111-2222-3333-444444444444'],
};

describe('the settings of other ways to sign in', () => {
  it('are none without the variable', () => {
    expect(readOpenIdProviders(undefined, 'production')).toEqual([]);
    expect(readOpenIdProviders('', 'production')).toEqual([]);
  });

  it('are read field by field, tenants in small letters', () => {
    const [ansattporten, entra] = readOpenIdProviders(
      JSON.stringify([{ ...ANSATTPORTEN, extra: 1 }, ENTRA]),
      'production',
    );
    expect(ansattporten).toEqual({ ...ANSATTPORTEN, tenants: [] });
    expect(entra?.tenants).toEqual(['aaaaaaaa-1111-2222-3333-444444444444']);
  });

  it('let a provider on this machine go without https, except in production', () => {
    const local = JSON.stringify([{ ...ANSATTPORTEN, issuer: 'http://127.0.0.1:9000' }]);
    expect(readOpenIdProviders(local, 'demo')).toHaveLength(1);
    expect(() => readOpenIdProviders(local, 'production')).toThrow('not an https address');
  });

  it.each([
    ['no JSON', 'ansattporten', 'not a JSON list'],
    ['one provider without a list', JSON.stringify(ANSATTPORTEN), 'not a JSON list'],
    ['no secret', JSON.stringify([{ ...ANSATTPORTEN, clientSecret: '' }]), 'no clientSecret'],
    ['a key with a slash', JSON.stringify([{ ...ANSATTPORTEN, key: 'a/b' }]), 'small letters'],
    ['an unknown kind', JSON.stringify([{ ...ANSATTPORTEN, kind: 'google' }]), 'neither'],
    ['Entra ID open to all', JSON.stringify([{ ...ENTRA, tenants: [] }]), 'needs tenants'],
    ['Entra ID by name', JSON.stringify([{ ...ENTRA, tenants: ['common'] }]), 'needs tenants'],
    ['the same key twice', JSON.stringify([ANSATTPORTEN, ANSATTPORTEN]), 'same key'],
    [
      'an issuer far away without https',
      JSON.stringify([{ ...ANSATTPORTEN, issuer: 'http://example.org' }]),
      'not an https address',
    ],
  ])('refuse %s, and never show the secret', (_case, written, words) => {
    expect(() => readOpenIdProviders(written, 'demo')).toThrow(words);
    expect(() => readOpenIdProviders(written, 'demo')).not.toThrow('hemmelig');
  });
});
