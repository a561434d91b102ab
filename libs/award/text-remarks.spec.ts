import { sentencesOf } from './text-measure';
import { sentencesWithoutSource, standsIn } from './text-remarks';

describe('remarks to a text', () => {
  it.each([
    ['', []],
    ['Én setning', ['Én setning']],
    ['Den første. Den andre! Den tredje?', ['Den første.', 'Den andre!', 'Den tredje?']],
    ['Møtet var kl. 12 i Ås. Alle kom.', ['Møtet var kl. 12 i Ås.', 'Alle kom.']],
    ['Et avsnitt\n\nEt til. Og slutt.', ['Et avsnitt', 'Et til.', 'Og slutt.']],
  ])('%j is cut into sentences', (text, cut) => {
    expect(sentencesOf(text)).toEqual(cut);
  });

  it.each([
    ['vekst i  havna', 'Det ble vekst\ni havna.', true],
    ['vekst i havna', 'Det ble nedgang i havna.', false],
    ['', 'Hva som helst.', true],
    ['a\u030A', 'Ord med å.', true],
  ])('%j in %j: %s', (passage, text, stands) => {
    expect(standsIn(passage, text)).toBe(stands);
  });

  const text = 'Kommunen fikk 38 nye årsverk. Bedriftene var med fra start. Havna ble bygd ut.';
  it.each([
    ['none', [], 3],
    ['a whole sentence', ['Bedriftene var med fra start.'], 2],
    ['some words of a sentence', ['38 nye årsverk'], 2],
    ['two sentences at once', ['Bedriftene var med fra start. Havna ble bygd ut.'], 1],
    ['words that are gone', ['12 nye årsverk'], 3],
    ['no words', [''], 3],
  ])('sources for %s leave so many sentences without', (_, passages, left) => {
    const sources = passages.map((passage) => ({ passage }));
    expect(sentencesWithoutSource(text, sources)).toHaveLength(left);
  });
});
