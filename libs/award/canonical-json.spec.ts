import { canonicalJson, type Json } from './canonical-json';

describe('canonical JSON', () => {
  it.each<[string, Json, string]>([
    ['sorts keys at every depth', { b: 1, a: { d: [], c: null } }, '{"a":{"c":null,"d":[]},"b":1}'],
    ['keeps the order of lists', [3, 1, 2], '[3,1,2]'],
    ['leaves out what is undefined', { a: undefined, b: true }, '{"b":true}'],
    ['escapes as JSON does', { 'å"': 'linje\n' }, '{"å\\"":"linje\\n"}'],
    ['writes plain values', 'Rauma', '"Rauma"'],
    ['writes fractions in full', [0.1, 4.25, -2], '[0.1,4.25,-2]'],
  ])('%s', (_situation, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('says the same after a round trip that reorders keys', () => {
    const value = { z: [{ y: 1, x: 2 }], a: 'æøå' };
    const reordered = { a: 'æøå', z: [{ x: 2, y: 1 }] };
    expect(canonicalJson(reordered)).toBe(canonicalJson(value));
  });
});
