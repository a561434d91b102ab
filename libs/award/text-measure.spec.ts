import { characters, cleanText, lix, sentences, words } from './text-measure';

describe('characters', () => {
  it.each<[string, string, number]>([
    ['an empty text has none', '', 0],
    ['å in one piece is one', 'å', 1],
    ['å as a and a ring is one too', 'a\u030a', 1],
    ['a face outside the basic plane is one', '😀', 1],
    ['the break of Windows is one', 'a\r\nb', 3],
    ['a Sámi name counts its letters', 'Kárášjohka', 10],
  ])('%s', (_, text, expected) => {
    expect(characters(text)).toBe(expected);
  });
});

describe('words', () => {
  it.each<[string, string, number]>([
    ['an empty text has none', '', 0],
    ['spaces and dashes are no words', '  – — … ', 0],
    ['a compound with a hyphen is one', 'Nord-Odal vant', 2],
    ['a double name with a slash is one', 'Unjárga/Nesseby', 1],
    ['a figure with a decimal comma is one', 'opp 1,5 prosent', 3],
    ['a time is one', 'kl. 13.00', 2],
    ['the genitive with an apostrophe is one', "Moss' plan", 2],
    ['a comma without a space after it holds two together', 'plan,mål', 1],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toBe(expected);
  });
});

describe('sentences', () => {
  it.each<[string, string, number]>([
    ['a text without words has none', ' … ', 0],
    ['a heading without a full stop is one', 'Næringsvekst', 1],
    ['two sentences are two', 'Vi vant. Du kom.', 2],
    ['an abbreviation does not end one', 'Møtet er kl. 12 bl.a. for skoler.', 1],
    ['a question and an answer are two', 'Hvem? Alle!', 2],
    ['a quotation that ends one', 'Hun sa: «Ja.» Så gikk vi.', 2],
    ['each paragraph ends its own', 'Første linje\nAndre linje', 2],
    ['blank lines count nothing', 'Én\n\n\nTo', 2],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toBe(expected);
  });
});

describe('LIX', () => {
  it.each<[string, string, number | null]>([
    ['a text without words has none', '', null],
    ['four short words in one sentence give 4', 'Vi fikk det til.', 4],
    ['one long word of four adds 25', 'Vi fikk arbeidsplasser til.', 29],
    ['six letters are not long', 'Bergen vokser stadig.', 3],
    ['two sentences halve the length', 'Vi vant. De tapte.', 2],
  ])('%s', (_, text, expected) => {
    expect(lix(text)).toBe(expected);
  });
});

describe('a text to store', () => {
  it.each<[string, string, ReturnType<typeof cleanText>]>([
    ['is kept as it is', 'Årets «vert» 😀', { allowed: true, text: 'Årets «vert» 😀' }],
    ['is normalised to NFC', 'a\u030a', { allowed: true, text: 'å' }],
    ['gets one kind of line break', 'a\r\nb\rc\u2028d', { allowed: true, text: 'a\nb\nc\nd' }],
    ['may hold a tab', 'a\tb', { allowed: true, text: 'a\tb' }],
    ['keeps the line breaks that Word pastes', 'a\u000bb', { allowed: true, text: 'a\nb' }],
    ['with NUL is refused', 'a\u0000b', { allowed: false, reason: 'bad-text' }],
    ['with half a surrogate pair is refused', 'a\ud83db', { allowed: false, reason: 'bad-text' }],
    ['with the other half is refused', '\ude00', { allowed: false, reason: 'bad-text' }],
    ['with an escape character is refused', '\u001b[31m', { allowed: false, reason: 'bad-text' }],
    ['with a delete character is refused', 'a\u007f', { allowed: false, reason: 'bad-text' }],
    ['with a non-character is refused', '\uffff', { allowed: false, reason: 'bad-text' }],
  ])('%s', (_, raw, expected) => {
    expect(cleanText(raw)).toEqual(expected);
  });
});
