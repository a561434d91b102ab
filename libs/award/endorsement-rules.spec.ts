import type { DeliveryTrouble } from './delivery-trouble';
import {
  endorsedPart,
  endorsementStands,
  type GivenEndorsement,
  linkIsGood,
  mayAskAgain,
  mayAskPartners,
  mayMendAddress,
  partnersMayAnswer,
  partnerStanding,
  type PartnerSituation,
  type PartnerStanding,
  toldTrouble,
} from './endorsement-rules';
import { EMPTY_CONTENT } from './nomination-form';
import { no, type Verdict, yes } from './verdict';

const at = (hours: number) => new Date(Date.UTC(2027, 0, 10, hours));
const open: PartnerSituation = { phase: 'open', state: 'draft', stage: 'waiting' };

describe('partners', () => {
  it.each<[string, PartnerSituation, Verdict]>([
    ['answer while the entry is a draft', open, yes],
    ['answer while it is on hold', { ...open, phase: 'closed', state: 'held' }, yes],
    [
      'answer while it is checked',
      { ...open, phase: 'closed', state: 'in-eligibility-check' },
      yes,
    ],
    ['answer until the class is scored', { ...open, phase: 'judging', state: 'eligible' }, yes],
    [
      'do not answer once the class is scored',
      { phase: 'judging', state: 'in-review', stage: 'scoring' },
      no('wrong-state'),
    ],
    [
      'do not answer about an entry that waits while its class is scored',
      { phase: 'judging', state: 'eligible', stage: 'scoring' },
      no('wrong-stage'),
    ],
    ['are not asked about a tip', { ...open, state: 'tipped' }, no('wrong-state')],
    ['are not asked about a withdrawn entry', { ...open, state: 'withdrawn' }, no('wrong-state')],
    ['are not asked before the call', { ...open, phase: 'planned' }, no('wrong-phase')],
    ['are not asked after the announcement', { ...open, phase: 'announced' }, no('wrong-phase')],
  ])('%s', (_, situation, expected) => {
    expect(partnersMayAnswer(situation)).toEqual(expected);
  });

  it.each<[string, Partial<typeof EMPTY_CONTENT>, Verdict]>([
    ['a title and a text', { title: 'Tomter', text: 'Vi lagde tomter.' }, yes],
    ['no text', { title: 'Tomter' }, no('incomplete-form')],
    ['no title', { text: 'Vi lagde tomter.' }, no('incomplete-form')],
  ])('are asked about %s', (_, content, expected) => {
    expect(mayAskPartners(endorsedPart({ ...EMPTY_CONTENT, ...content }))).toEqual(expected);
  });
});

describe('a personal link', () => {
  it.each<[string, Date, Date | null, Verdict]>([
    ['is good before its time', at(11), null, yes],
    ['is good at its time', at(12), null, yes],
    ['has run out after it', new Date(at(12).getTime() + 1), null, no('link-expired')],
    ['is not good when taken back', at(11), at(10), no('link-revoked')],
  ])('%s', (_, now, revokedAt, expected) => {
    expect(linkIsGood({ expiresAt: at(12), revokedAt }, now)).toEqual(expected);
  });
});

describe('an endorsement', () => {
  const given: GivenEndorsement = { answer: 'endorsed', textHash: 'a' };

  it.each<[string, GivenEndorsement | null, string, boolean]>([
    ['stands for the text that was shown', given, 'a', true],
    ['does not stand for another text', given, 'b', false],
    ['does not stand when it was declined', { ...given, answer: 'declined' }, 'a', false],
    ['does not stand when nothing was said', null, 'a', false],
  ])('%s', (_, one, hash, expected) => {
    expect(endorsementStands(one, hash)).toBe(expected);
  });

  it.each<[string, GivenEndorsement | null, Date | null, number, PartnerStanding]>([
    ['nothing yet', null, null, 11, 'asked'],
    ['nothing in time', null, null, 13, 'expired'],
    ['a no, which looks like nothing', { answer: 'declined', textHash: 'a' }, null, 11, 'asked'],
    [
      'a no, which runs out like nothing',
      { answer: 'declined', textHash: 'a' },
      null,
      13,
      'expired',
    ],
    ['a yes', given, null, 11, 'endorsed'],
    ['a yes that outlives its link', given, null, 13, 'endorsed'],
    ['a yes to an earlier text', { ...given, textHash: 'b' }, null, 11, 'endorsed-earlier-text'],
    ['a yes taken back', given, at(10), 11, 'revoked'],
  ])('is shown to those who asked: %s', (_, one, revokedAt, hour, expected) => {
    expect(partnerStanding({ expiresAt: at(12), revokedAt }, one, 'a', at(hour))).toBe(expected);
  });

  it('is bound to what was shown, and not to the rest of the form', () => {
    const content = { ...EMPTY_CONTENT, title: 'A', text: 'B', business: 'C', difficult: 'D' };
    expect(endorsedPart(content)).toEqual({ title: 'A', text: 'B', business: 'C' });
  });
});

describe('a partner whom the mail may not have reached', () => {
  it.each<
    [PartnerStanding, DeliveryTrouble | null, DeliveryTrouble | null, again: boolean, mend: boolean]
  >([
    ['asked', null, null, false, false],
    ['asked', 'no-such-address', 'no-such-address', false, true],
    ['asked', 'mailbox-full', 'mailbox-full', true, true],
    ['asked', 'not-reached', 'not-reached', true, true],
    ['asked', 'refused', 'refused', true, true],
    ['asked', 'too-large', 'too-large', false, true],
    ['expired', null, null, true, false],
    ['expired', 'no-such-address', 'no-such-address', true, true],
    ['endorsed-earlier-text', null, null, true, false],
    ['endorsed-earlier-text', 'mailbox-full', 'mailbox-full', true, true],
    ['endorsed', 'mailbox-full', null, false, false],
    ['revoked', 'no-such-address', null, false, false],
  ])('%s, %s', (standing, trouble, told, again, mend) => {
    expect(toldTrouble(standing, trouble)).toBe(told);
    expect(mayAskAgain(standing, trouble)).toEqual(again ? yes : no('wrong-state'));
    expect(mayMendAddress(standing, trouble)).toEqual(mend ? yes : no('wrong-state'));
  });
});
