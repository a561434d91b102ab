import { isRefusal, REFUSALS } from './refusals';

describe('the refusals', () => {
  it('are each listed once', () => {
    expect(new Set(REFUSALS).size).toBe(REFUSALS.length);
  });

  it('are short codes in kebab-case', () => {
    expect(REFUSALS.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it.each([
    ['a listed code is a refusal', 'past-deadline', true],
    ['another word is not', 'constructor', false],
  ])('%s', (_, code, expected) => {
    expect(isRefusal(code)).toBe(expected);
  });
});
