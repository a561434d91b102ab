import { whenInWords } from './mail-dates';

describe('dates in mail', () => {
  it.each([
    ['nb', '2027-01-27T11:00:00Z', 'onsdag 27. januar 2027 kl. 12.00'],
    ['nn', '2027-01-27T11:00:00Z', 'onsdag 27. januar 2027 kl. 12.00'],
    ['en', '2027-01-27T11:00:00Z', 'Wednesday 27 January 2027 at 12:00'],
    ['nb', '2027-07-01T22:05:00Z', 'fredag 2. juli 2027 kl. 00.05'],
  ] as const)('%s writes %s as people in Norway read it', (language, at, words) => {
    expect(whenInWords(new Date(at), language)).toBe(words);
  });
});
