import { linkedText } from './linked-text';

const OURS = 'http://localhost:3000';

describe('the text of a mail', () => {
  it.each([
    ['has no address', 'Koden din er 123456.', []],
    ['leads to our site', `Se ${OURS}/kommune`, ['/kommune']],
    ['ends a sentence with an address', `Gå til ${OURS}/jury/habilitet.`, ['/jury/habilitet']],
    ['has an address in brackets', `(${OURS}/sekretariat?aar=2027)`, ['/sekretariat?aar=2027']],
    ['leads to another site', 'Les mer på https://example.org/kommune', []],
    ['leads to another port of this machine', 'http://localhost:4000/kommune', []],
    ['only looks like ours', 'http://localhost:3000.example.org/kommune', []],
    ['holds two', `${OURS}/a\n${OURS}/b\n`, ['/a', '/b']],
  ])('%s', (_, text, links) => {
    const parts = linkedText(text, OURS);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.flatMap((part) => part.href ?? [])).toEqual(links);
  });
});
