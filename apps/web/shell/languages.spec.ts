import { languagePath } from './languages';

describe('the address of a page in another language', () => {
  it.each([
    ['nb', '/', '/'],
    ['nn', '/', '/nn/'],
    ['en', '/arkiv/2021?klasse=small', '/en/arkiv/2021?klasse=small'],
    ['nb', '/kommuner/1539', '/kommuner/1539'],
    ['se', '/arkiv', '/arkiv'],
  ])('%s of %s is %s', (language, path, expected) => {
    expect(languagePath(language, path)).toBe(expected);
  });
});
