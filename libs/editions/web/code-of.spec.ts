import { codeOf } from './code-of';

describe('a code made from a name', () => {
  it.each([
    ['Evne til omstilling', [], 'evne-til-omstilling'],
    ['Åpen og ærlig', [], 'apen-og-aerlig'],
    ['2. Kárášjohka!', [], 'karasjohka'],
    ['Små kommuner', ['sma-kommuner'], 'sma-kommuner-2'],
    ['Små kommuner', ['sma-kommuner', 'sma-kommuner-2'], 'sma-kommuner-3'],
    ['', [], 'moment'],
    ['日本', [], 'moment'],
    ['Et navn som er så langt at koden må kuttes', [], 'et-navn-som-er-sa-langt-at-k'],
  ])('%s (beside %j) is %s', (name, taken, code) => {
    expect(codeOf(name, taken, 'moment')).toBe(code);
  });
});
