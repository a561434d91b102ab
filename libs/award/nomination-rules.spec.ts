import {
  mayNomination,
  maySendTip,
  mayStartNomination,
  type NominationAct,
  nominationActs,
  type NominationSituation,
} from './nomination-rules';
import {
  at,
  checked,
  DEADLINE,
  held,
  returned,
  SECOND_LATE,
  situation,
} from './nomination-rules.situations';
import { no, type Verdict, yes } from './verdict';

describe('an act of the municipality', () => {
  it.each<[string, NominationAct, NominationSituation, Verdict]>([
    ['writing in a draft is allowed', 'write', situation(), yes],
    ['an editor writes too', 'write', situation({ actor: 'municipality-editor' }), yes],
    [
      'a viewer does not',
      'write',
      situation({ actor: 'municipality-viewer' }),
      no('not-permitted'),
    ],
    ['nor does the secretariat', 'write', situation({ actor: 'secretary' }), no('not-permitted')],
    [
      'nor anyone after the deadline',
      'write',
      situation({ receivedAt: SECOND_LATE }),
      no('past-deadline'),
    ],
    [
      'what was sent is not written in',
      'write',
      situation({ state: 'submitted' }),
      no('wrong-state'),
    ],
    ['a held text is frozen', 'write', held(), no('wrong-state')],
    ['a returned entry is written in', 'write', returned(), yes],
    [
      'but not after its own deadline',
      'write',
      returned({ receivedAt: at('2027-01-29T11:00:01Z') }),
      no('past-deadline'),
    ],

    ['sending a complete draft is allowed', 'submit', situation(), yes],
    [
      'an editor does not send',
      'submit',
      situation({ actor: 'municipality-editor' }),
      no('not-permitted'),
    ],
    [
      'an incomplete one is not sent',
      'submit',
      situation({ complete: false }),
      no('incomplete-form'),
    ],
    ['it is in time at the deadline itself', 'submit', situation({ receivedAt: DEADLINE }), yes],
    [
      'one second late is late',
      'submit',
      situation({ receivedAt: SECOND_LATE }),
      no('past-deadline'),
    ],
    [
      'received in time it waits without being late',
      'submit',
      situation({ phase: 'closed', receivedAt: DEADLINE }),
      yes,
    ],
    ['also when it was held meanwhile', 'submit', held({ receivedAt: DEADLINE }), yes],
    [
      'not before the opening',
      'submit',
      situation({ receivedAt: at('2026-11-02T07:59:59Z') }),
      no('before-opening'),
    ],
    [
      'but from the opening itself',
      'submit',
      situation({ receivedAt: at('2026-11-02T08:00:00Z') }),
      yes,
    ],
    [
      'not while the edition is planned',
      'submit',
      situation({ phase: 'planned' }),
      no('before-opening'),
    ],
    ['not when the jury works', 'submit', situation({ phase: 'judging' }), no('wrong-phase')],
    ['not twice', 'submit', situation({ state: 'submitted' }), no('wrong-state')],

    [
      'it may be taken back before the deadline',
      'take-back',
      situation({ state: 'submitted' }),
      yes,
    ],
    [
      'not one second after',
      'take-back',
      situation({ state: 'submitted', receivedAt: SECOND_LATE }),
      no('past-deadline'),
    ],
    [
      'not by an editor',
      'take-back',
      situation({ state: 'submitted', actor: 'municipality-editor' }),
      no('not-permitted'),
    ],
    [
      'not when it is being checked',
      'take-back',
      checked({ actor: 'municipality-submitter' }),
      no('wrong-state'),
    ],
    [
      'an entry is withdrawn while it is reviewed',
      'withdraw',
      situation({ state: 'in-review', phase: 'judging', stage: 'scoring' }),
      yes,
    ],
    [
      'and after the announcement',
      'withdraw',
      situation({ state: 'assessed', phase: 'announced', stage: 'winner-sealed' }),
      yes,
    ],
    [
      'not from the archive',
      'withdraw',
      situation({ state: 'assessed', phase: 'archived', stage: 'winner-sealed' }),
      no('wrong-phase'),
    ],
    [
      'not by an editor',
      'withdraw',
      situation({ actor: 'municipality-editor' }),
      no('not-permitted'),
    ],
    ['not twice', 'withdraw', situation({ state: 'withdrawn' }), no('wrong-state')],
  ])('%s', (_, act, given, expected) => {
    expect(mayNomination(act, given)).toEqual(expected);
  });

  it.each<[string, NominationSituation, readonly string[]]>([
    ['of a complete draft are sending and withdrawing', situation(), ['submit', 'withdraw']],
    ['of an incomplete draft is withdrawing', situation({ complete: false }), ['withdraw']],
    ['of an editor are none', situation({ actor: 'municipality-editor' }), []],
    [
      'of what was sent are taking back and withdrawing',
      situation({ state: 'submitted' }),
      ['take-back', 'withdraw'],
    ],
    [
      'of a held draft are yes, no and withdrawing',
      held(),
      ['send-held', 'decline-held', 'withdraw'],
    ],
  ])('the buttons %s', (_, given, expected) => {
    expect(nominationActs(given)).toEqual(expected);
  });
});

describe('beginning an entry', () => {
  const call = (change: object = {}) => ({ ...situation(), existing: [], ...change });

  it.each<[string, Parameters<typeof mayStartNomination>[0], Verdict]>([
    ['is allowed while the call is open', call(), yes],
    ['is allowed to an editor', call({ actor: 'municipality-editor' }), yes],
    ['is not for a viewer', call({ actor: 'municipality-viewer' }), no('not-permitted')],
    ['is refused when there is a draft', call({ existing: ['draft'] }), no('already-nominated')],
    [
      'is refused when one was sent',
      call({ existing: ['withdrawn', 'submitted'] }),
      no('already-nominated'),
    ],
    [
      'is refused when there is a tip to accept',
      call({ existing: ['tipped'] }),
      no('already-nominated'),
    ],
    ['is allowed after a withdrawal', call({ existing: ['withdrawn'] }), yes],
    ['is refused after the deadline', call({ receivedAt: SECOND_LATE }), no('past-deadline')],
    ['is refused before the opening', call({ phase: 'planned' }), no('before-opening')],
  ])('%s', (_, given, expected) => {
    expect(mayStartNomination(given)).toEqual(expected);
  });

  it.each<[string, Partial<NominationSituation>, Verdict]>([
    ['a tip is taken while the call is open', {}, yes],
    ['not a second after the deadline', { receivedAt: SECOND_LATE }, no('past-deadline')],
    ['not before the opening', { receivedAt: at('2026-11-01T08:00:00Z') }, no('before-opening')],
  ])('%s', (_, change, expected) => {
    expect(maySendTip(situation(change))).toEqual(expected);
  });
});
