import { HttpErrorResponse } from '@angular/common/http';
import { REFUSALS } from '@award/award';
import { readRefusal, REFUSAL_WORDS, wordsFor } from './refusal-words';

describe('reading a refusal', () => {
  it.each([
    ['a refusal', { refusal: 'past-deadline' }, 'past-deadline'],
    ['a code that this program does not know', { refusal: 'made-up' }, null],
    ['an answer that is not ours', '<html>', null],
    ['no answer', null, null],
  ])('%s', (_, error, expected) => {
    const answer = readRefusal(new HttpErrorResponse({ status: 422, error }));
    expect(answer?.refusal).toBe(expected);
  });

  it('gives the fields that are to be mended', () => {
    const error = {
      refusal: 'bad-input',
      fields: [{ path: 'content.title', reason: 'maxLength' }],
    };
    const answer = readRefusal(new HttpErrorResponse({ status: 400, error }));
    expect(answer?.fields).toEqual([{ path: 'content.title', reason: 'maxLength' }]);
  });

  it('finds the request that failed inside the error of a resource', () => {
    const cause = new HttpErrorResponse({ status: 403, error: { refusal: 'recused' } });
    expect(readRefusal(new Error('wrapped', { cause }))?.refusal).toBe('recused');
  });

  it('takes nothing else for an answer of the server', () => {
    expect(readRefusal(new Error('something else'))).toBeNull();
  });
});

describe('the words of refusals', () => {
  it('are plain: whole sentences, no exclamation, no words that blame', () => {
    const words = REFUSALS.map((code) => REFUSAL_WORDS[code]);
    expect(words.filter((text) => !/^[A-ZÆØÅ].*\.$/.test(text))).toEqual([]);
    expect(words.filter((text) => /!|vennligst|ugyldig/i.test(text))).toEqual([]);
  });

  it('say what to do when there is no answer', () => {
    expect(wordsFor(null)).toContain('Prøv igjen');
  });
});
