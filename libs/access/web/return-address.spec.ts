import { returnAddress } from './return-address';

describe('where to go on to after signing in', () => {
  it.each([
    ['/jury?klasse=small', '/jury?klasse=small'],
    ['//annen.no', '/hjem'],
    ['/\\annen.no', '/hjem'],
    ['https://annen.no', '/hjem'],
    ['javascript:alert(1)', '/hjem'],
    ['/a\n//annen.no', '/hjem'],
    ['', '/hjem'],
    [null, '/hjem'],
    [undefined, '/hjem'],
  ])('%p leads to %s', (wanted, expected) => {
    expect(returnAddress(wanted, '/hjem')).toBe(expected);
  });
});
