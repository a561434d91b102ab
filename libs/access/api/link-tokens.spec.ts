import { Settings } from '@award/settings/api';
import { LinkTokens } from './link-tokens';

const ID = '0b7e6d1c-1111-4222-8333-444455556666';
const OTHER = '0b7e6d1c-1111-4222-8333-444455556667';

function tokensOf(secret: string): LinkTokens {
  return new LinkTokens(new Settings('', 'http://localhost', 'test', null, '', [], 0, secret));
}

describe('the token of a personal link', () => {
  const tokens = tokensOf('one secret');
  const token = tokens.tokenOf('partner', ID);

  it('opens what it was made for, and can be made again', () => {
    expect(tokens.proved('partner', token)).toBe(ID);
    expect(tokens.tokenOf('partner', ID)).toBe(token);
    expect(token).toMatch(/^[A-Za-z0-9_-]{54}$/);
  });

  it.each<[string, () => unknown]>([
    ['another purpose', () => tokens.proved('approval', token)],
    ['another generation', () => tokens.proved('partner', token, 2)],
    ['another installation', () => tokensOf('another secret').proved('partner', token)],
    ['another row', () => tokens.proved('partner', swapped(tokens, token))],
    ['a changed letter', () => tokens.proved('partner', `${token.slice(0, 40)}${flip(token)}`)],
    ['something else', () => tokens.proved('partner', 'abc')],
    ['nothing', () => tokens.proved('partner', '')],
  ])('is refused for %s', (_, open) => {
    expect(open).toThrow('not-found');
  });

  it('leaves a mark that tells of no row without the secret', () => {
    expect(tokens.ticketOf('survey', ID)).toBe(tokens.ticketOf('survey', ID));
    const others = [
      tokens.ticketOf('survey', OTHER),
      tokens.ticketOf('another', ID),
      tokensOf('another secret').ticketOf('survey', ID),
    ];
    expect(others).not.toContain(tokens.ticketOf('survey', ID));
  });
});

/** The sealed part of one token after the id of another row. */
function swapped(tokens: LinkTokens, token: string): string {
  return tokens.tokenOf('partner', OTHER).slice(0, 22) + token.slice(22);
}

function flip(token: string): string {
  return (token[40] === 'A' ? 'B' : 'A') + token.slice(41);
}
