import * as fc from 'fast-check';
import { pastedText } from './pasted-text';
import { cleanText } from './text-measure';

describe('text pasted from a word processor', () => {
  it.each([
    ['plain words', 'Vi møtte bedriftene.', 'Vi møtte bedriftene.'],
    ['line breaks of Windows', 'En\r\nto\rtre\vfire', 'En\nto\ntre\nfire'],
    ['soft hyphens and joiners', 'nærings\u00adutvik\u200bling\ufeff', 'næringsutvikling'],
    ['a hard space between words', 'KS\u00a0og NHO', 'KS og NHO'],
    [
      'a thousands separator, which stays hard',
      '15\u00a0000 og 9\u202f000',
      '15\u00a0000 og 9\u00a0000',
    ],
    ['bullets of Word', '\u00b7\tPlan\n\uf0b7\tTomt\n•  Folk', '– Plan\n– Tomt\n– Folk'],
    ['hollow bullets', 'o\tPlan\nog mer', '– Plan\nog mer'],
    ['a word that begins with o', 'o store tid', 'o store tid'],
    ['a numbered list', '1.\tPlan\n2.\tTomt', '1. Plan\n2. Tomt'],
    ['empty lines in a row', 'En\n\n\n\n\nto  \n', 'En\n\nto\n'],
    [
      'what Outlook writes for itself',
      '<!--[if gte mso 9]><xml>x</xml><![endif]-->Hei<o:p></o:p>',
      'Hei',
    ],
    ['angle brackets that people wrote', 'a < b og <kommunen>', 'a < b og <kommunen>'],
    ['an å in two parts', 'a\u030a', 'å'],
    ['a NUL and symbols of a private font', 'a\0b\ue000c', 'abc'],
    ['nothing', '', ''],
  ])('%s', (_case, pasted, expected) => {
    expect(pastedText(pasted)).toBe(expected);
  });

  it('can always be stored, and is not changed by being pasted again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (pasted) => {
        const once = pastedText(pasted);
        expect(cleanText(once).allowed || /[\ufffe\uffff]/.test(once)).toBe(true);
        expect(pastedText(once)).toBe(once);
      }),
    );
  });
});
