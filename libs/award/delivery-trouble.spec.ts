import { deliveryTrouble, enhancedStatus, mayHelpToSendAgain } from './delivery-trouble';

describe('what became of a mail that did not arrive', () => {
  it.each([
    ['5.1.1', '550 5.1.1 User unknown', 'no-such-address', 'nobody has the address'],
    ['5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound', 'no-such-address', 'Exchange'],
    ['5.1.2', '', 'no-such-address', 'no such domain'],
    ['5.2.1', 'mailbox disabled', 'no-such-address', 'a closed mailbox is read by nobody'],
    ['5.2.2', 'mailbox full', 'mailbox-full', 'full'],
    ['4.2.2', '452 4.2.2 over quota', 'mailbox-full', 'full, given up after days of trying'],
    ['4.3.1', 'insufficient system storage', 'mailbox-full', 'no room on the server'],
    ['5.3.4', '552 message too big', 'too-large', 'too large for the system'],
    ['5.2.3', '', 'too-large', 'too large for the mailbox'],
    ['4.4.7', 'message expired', 'not-reached', 'the server did not answer for days'],
    ['5.4.4', 'unable to route', 'not-reached', 'no way there'],
    ['5.7.1', '550 5.7.1 blocked', 'refused', 'the server does not want it'],
    ['5.1.8', 'bad sender', 'refused', 'about the sender’s address, not the recipient’s'],
    ['5.0.0', '550 5.1.1 No such user here', 'no-such-address', 'the words say more than the code'],
    ['5.0.0', '550 No such user here', 'refused', 'nothing but 550: a filter says the same'],
    ['', '', 'refused', 'nothing is said'],
    ['550', '550 5.2.2 full', 'mailbox-full', 'no enhanced code in the status'],
  ])('%s «%s» is %s: %s', (status, words, expected) => {
    expect(deliveryTrouble(status, words)).toBe(expected);
  });

  it.each([
    ['550 5.1.1 <x@y.example>: unknown', '5.1.1'],
    ['status 192.5.1.1 is an address', null],
    ['smtp; 550-5.7.26 This mail', '5.7.26'],
    ['no code', null],
  ])('finds the code in «%s»', (text, expected) => {
    expect(enhancedStatus(text)).toBe(expected);
  });

  it.each([
    ['no-such-address', false],
    ['too-large', false],
    ['mailbox-full', true],
    ['not-reached', true],
    ['refused', true],
  ] as const)('%s: sending again may help is %s', (trouble, helps) => {
    expect(mayHelpToSendAgain(trouble)).toBe(helps);
  });
});
