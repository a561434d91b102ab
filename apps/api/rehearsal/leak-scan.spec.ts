import { differences, holds, type Look, onlyIn, type Parts, partsOf } from './leak-scan';

const look = (answers: Record<string, Parts>): Look => ({
  answers: new Map(Object.entries(answers)),
  opened: new Map(),
  told: [],
});
const answer = (headers: [string, string][], body = '{"waiting":3}', status = 200) =>
  partsOf(status, headers, Buffer.from(body));

describe('two looks', () => {
  const same = { 'anyone /': answer([['etag', '"1"']]) };
  const one = (parts: Parts) => look({ 'anyone /': parts });

  it.each<[string, Parts, string[]]>([
    ['are the same', answer([['etag', '"1"']]), []],
    ['differ by a tag', answer([['etag', '"2"']]), ['anyone /: header etag']],
    [
      'differ by a header that one lacks',
      answer([
        ['etag', '"1"'],
        ['age', '5'],
      ]),
      ['anyone /: header age'],
    ],
    ['differ by a count', answer([['etag', '"1"']], '{"waiting":4}'), ['anyone /: body']],
    ['differ by the status', answer([['etag', '"1"']], '{"waiting":3}', 404), ['anyone /: status']],
  ])('%s', (_what, other, found) => {
    expect(differences(look(same), one(other))).toEqual(found);
    expect(differences(one(other), look(same))).toEqual(found);
  });

  it('differ by an answer that one lacks, and by nothing for who is spared', () => {
    const more = look({ ...same, 'leder /': answer([]) });
    expect(differences(look(same), more)).toEqual(['leder /: status', 'leder /: body']);
    expect(differences(more, look(same), ['leder'])).toEqual([]);
  });

  it.each<[string, [string, string][], string, [string, string][], string, boolean]>([
    ['the clock in the live answer', [], '{"now":"2027-01-01"}', [], '{"now":"2027-01-02"}', true],
    ['another time beside it', [], '{"at":"2027-01-01"}', [], '{"at":"2027-01-02"}', false],
    ['the date of the answer', [['date', 'a']], '', [['date', 'b']], '', true],
    [
      "a new session's id",
      [['set-cookie', 'sid=abc; Path=/; HttpOnly']],
      '',
      [['set-cookie', 'sid=xyz; Path=/; HttpOnly']],
      '',
      true,
    ],
    [
      "a session's reach",
      [['set-cookie', 'sid=abc; Path=/']],
      '',
      [['set-cookie', 'sid=abc; Path=/x']],
      '',
      false,
    ],
  ])('%s', (_what, headers, body, others, otherBody, equal) => {
    const [left, right] = [one(answer(headers, body)), one(answer(others, otherBody))];
    expect(differences(left, right).length === 0).toBe(equal);
  });
});

it('bytes that are no text are told apart', () => {
  const [left, right] = [0xfe, 0xff].map((byte) => partsOf(200, [], Buffer.from([byte])));
  expect(left?.['body']).not.toBe(right?.['body']);
});

describe('a secret in an answer', () => {
  it.each([
    ['as it is', 'Vinneren er "Åsedal"', true],
    ['as it stands in JSON', '{"text":"Vinneren er \\"Åsedal\\""}', true],
    ['not at all', '{"text":"Vinneren er Åsedal"}', false],
  ])('stands %s', (_how, text, there) => {
    expect(holds(text, 'Vinneren er "Åsedal"')).toBe(there);
  });
});

describe('what stands in the one list only', () => {
  it.each<[string, string[], string[], string[]]>([
    ['nothing of two equal', ['a', 'b'], ['b', 'a'], []],
    ['a line', ['a', 'b'], ['a'], ['b']],
    ['a line that stands once more', ['a', 'a'], ['a'], ['a']],
    ['nothing that only the other has', ['a'], ['a', 'b'], []],
  ])('%s', (_what, one, other, only) => {
    expect(onlyIn(one, other)).toEqual(only);
  });
});
