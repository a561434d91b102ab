import {
  awaitingRuling,
  type Declaration,
  type EntryStanding,
  type EntryToDeclare,
  type Ground,
  mayConfirmRuling,
  mayOpen,
  mayOpenClass,
  mayRule,
  maySeeAggregate,
  mayTakePart,
  type RecusalScope,
  type Ruling,
  standing,
  type Standing,
  stillToDeclare,
} from './impartiality-rules';
import { no, type Verdict, yes } from './verdict';

const day = (number: number) => new Date(Date.UTC(2027, 0, number));
const declares = (entry: string, ground: Ground | null, on: number, seat = 'me'): Declaration => ({
  seat,
  entry,
  ground,
  at: day(on),
});
const rules = (entry: string, outcome: Ruling['outcome'], on: number, seat = 'me'): Ruling => ({
  seat,
  entry,
  outcome,
  at: day(on),
});
const myStanding = (
  declarations: readonly Declaration[],
  rulings: readonly Ruling[] = [],
  entriesOfClass: readonly EntryToDeclare[] = [{ entry: 'a' }],
  scope: RecusalScope = 'class',
  now?: Date,
) => standing({ seat: 'me', entriesOfClass, declarations, rulings, scope, now });

describe('how a member stands to an entry', () => {
  it.each<[string, readonly Declaration[], readonly Ruling[], EntryStanding]>([
    ['without a declaration it is undeclared', [], [], 'undeclared'],
    ['another member declares nothing for me', [declares('a', null, 1, 'you')], [], 'undeclared'],
    ['no ground known is clear', [declares('a', null, 1)], [], 'clear'],
    ['a ground awaits a ruling', [declares('a', 'kin', 1)], [], 'ground-awaiting-ruling'],
    [
      'the latest declaration counts: a ground after none',
      [declares('a', null, 1), declares('a', 'board', 2)],
      [],
      'ground-awaiting-ruling',
    ],
    [
      'the latest declaration counts whatever the order of the list',
      [declares('a', 'board', 2), declares('a', null, 1)],
      [],
      'ground-awaiting-ruling',
    ],
    [
      'a ground taken back before any ruling awaits it still',
      [declares('a', 'board', 1), declares('a', null, 2)],
      [],
      'ground-awaiting-ruling',
    ],
    [
      'so does one taken back and said again to be none',
      [declares('a', 'board', 1), declares('a', null, 2), declares('a', null, 4)],
      [rules('a', 'impartial', 0)],
      'ground-awaiting-ruling',
    ],
    [
      'a ground taken back is ruled on, and then the ruling stands',
      [declares('a', 'board', 1), declares('a', null, 2)],
      [rules('a', 'impartial', 3)],
      'ruled-impartial',
    ],
    ['a ruling recuses', [declares('a', 'kin', 1)], [rules('a', 'recused', 2)], 'recused'],
    [
      'a ruling finds impartial',
      [declares('a', 'kin', 1)],
      [rules('a', 'impartial', 2)],
      'ruled-impartial',
    ],
    [
      'a ruling outranks a declaration that no ground is known',
      [declares('a', null, 3)],
      [rules('a', 'recused', 2)],
      'recused',
    ],
    [
      'declaring anew does not undo a recusal',
      [declares('a', 'kin', 1), declares('a', null, 3)],
      [rules('a', 'recused', 2)],
      'recused',
    ],
    ['a recusal needs no declaration', [], [rules('a', 'recused', 2)], 'recused'],
    ['a ruling does not declare for the member', [], [rules('a', 'impartial', 2)], 'undeclared'],
    [
      'the latest ruling counts: recused after all',
      [declares('a', 'kin', 1)],
      [rules('a', 'impartial', 2), rules('a', 'recused', 3)],
      'recused',
    ],
    [
      'the latest ruling counts: impartial after all',
      [declares('a', 'kin', 1)],
      [rules('a', 'recused', 2), rules('a', 'impartial', 3)],
      'ruled-impartial',
    ],
    [
      'a ruling at the instant of the declaration answers it',
      [declares('a', 'kin', 2)],
      [rules('a', 'impartial', 2)],
      'ruled-impartial',
    ],
    [
      'of two at the same instant the later in the list counts',
      [declares('a', null, 2), declares('a', 'board', 2)],
      [],
      'ground-awaiting-ruling',
    ],
    [
      'a new ground after the ruling closes again',
      [declares('a', 'kin', 1), declares('a', 'ownership', 3)],
      [rules('a', 'impartial', 2)],
      'ground-awaiting-ruling',
    ],
    [
      'no ground after a ruling keeps the ruling',
      [declares('a', 'kin', 1), declares('a', null, 3)],
      [rules('a', 'impartial', 2)],
      'ruled-impartial',
    ],
    [
      'a ruling on another member says nothing of me',
      [declares('a', null, 1)],
      [rules('a', 'recused', 2, 'you')],
      'clear',
    ],
  ])('%s', (_, declarations, rulings, expected) => {
    expect(myStanding(declarations, rulings).entries).toEqual({ a: expected });
  });

  it.each<[string, readonly Declaration[], readonly Ruling[], EntryStanding]>([
    ['a partner added later reopens the declaration', [declares('a', null, 1)], [], 'undeclared'],
    [
      'declared at the same instant, it is not known which came first',
      [declares('a', null, 5)],
      [],
      'undeclared',
    ],
    ['declared after it, it is clear', [declares('a', null, 6)], [], 'clear'],
    [
      'a ruling of impartial is reopened too',
      [declares('a', 'kin', 1)],
      [rules('a', 'impartial', 2)],
      'undeclared',
    ],
    ['a recusal stands', [declares('a', 'kin', 1)], [rules('a', 'recused', 2)], 'recused'],
  ])('%s', (_, declarations, rulings, expected) => {
    const changed = [{ entry: 'a', factsChangedAt: day(5) }];
    expect(myStanding(declarations, rulings, changed).entries).toEqual({ a: expected });
  });

  it.each<[string, number, EntryStanding]>([
    ['before it was declared', 1, 'undeclared'],
    ['after the declaration', 2, 'ground-awaiting-ruling'],
    ['after the ruling', 3, 'ruled-impartial'],
  ])('can be asked for a time in the past: %s', (_, on, expected) => {
    const member = myStanding(
      [declares('a', 'office', 2)],
      [rules('a', 'impartial', 3)],
      [{ entry: 'a' }],
      'class',
      day(on),
    );
    expect(member.entries).toEqual({ a: expected });
  });
});

describe('what opens to a member', () => {
  const member = (scope: RecusalScope, a: EntryStanding, b: EntryStanding): Standing => ({
    scope,
    entries: { a, b },
  });

  it.each<[string, Standing, Verdict, Verdict, Verdict]>([
    ['all clear opens everything', member('class', 'clear', 'ruled-impartial'), yes, yes, yes],
    [
      'one entry undeclared closes every entry',
      member('class', 'clear', 'undeclared'),
      no('undeclared'),
      no('undeclared'),
      no('undeclared'),
    ],
    [
      'also with the scope of one entry',
      member('entry', 'clear', 'undeclared'),
      no('undeclared'),
      no('undeclared'),
      no('undeclared'),
    ],
    [
      'recused from one entry is recused from its rivals',
      member('class', 'clear', 'recused'),
      no('recused'),
      no('recused'),
      no('recused'),
    ],
    [
      'a ground closes the class until it is ruled on',
      member('class', 'clear', 'ground-awaiting-ruling'),
      no('ruling-awaited'),
      no('ruling-awaited'),
      no('ruling-awaited'),
    ],
    [
      'recused outranks undeclared in what is told',
      member('class', 'undeclared', 'recused'),
      no('recused'),
      no('recused'),
      no('recused'),
    ],
    [
      'with the scope of one entry the rivals open, the whole does not',
      member('entry', 'clear', 'recused'),
      yes,
      no('recused'),
      no('recused'),
    ],
    [
      'and so with a ground that awaits its ruling',
      member('entry', 'clear', 'ground-awaiting-ruling'),
      yes,
      no('ruling-awaited'),
      no('ruling-awaited'),
    ],
  ])('%s', (_, who, first, second, aggregate) => {
    expect(mayOpen(who, 'a')).toEqual(first);
    expect(mayOpen(who, 'b')).toEqual(second);
    expect(maySeeAggregate(who)).toEqual(aggregate);
    expect(mayTakePart(who)).toEqual(aggregate);
  });

  it('does not open an entry of another class', () => {
    expect(mayOpen(member('class', 'clear', 'clear'), 'c')).toEqual(no('not-found'));
  });

  it('opens a class without entries, which has nothing in it', () => {
    expect(mayOpenClass(myStanding([], [], []))).toEqual(yes);
  });

  it('lists what is left to declare and to rule on', () => {
    const who: Standing = {
      scope: 'class',
      entries: { a: 'undeclared', b: 'ground-awaiting-ruling', c: 'clear', d: 'undeclared' },
    };
    expect(stillToDeclare(who)).toEqual(['a', 'd']);
    expect(awaitingRuling(who)).toEqual(['b']);
  });
});

describe('ruling on a member', () => {
  const clear: Standing = { scope: 'class', entries: { a: 'clear', b: 'clear' } };
  const questioned: Standing = {
    scope: 'class',
    entries: { a: 'clear', b: 'ground-awaiting-ruling' },
  };
  const recused: Standing = { scope: 'entry', entries: { a: 'clear', b: 'recused' } };
  const leader = { person: 'leader', leads: true, standing: clear };
  const ground = 'ground-awaiting-ruling';

  it.each<[string, Parameters<typeof mayRule>[0], Verdict]>([
    [
      'the leader rules',
      { by: leader, concerned: 'me', standing: ground, outcome: 'recused' },
      yes,
    ],
    [
      'a member does not',
      { by: { ...leader, leads: false }, concerned: 'me', standing: ground, outcome: 'recused' },
      no('not-permitted'),
    ],
    [
      'the leader never rules on the leader',
      { by: leader, concerned: 'leader', standing: ground, outcome: 'impartial' },
      no('rules-on-self'),
    ],
    [
      'nor while under question',
      {
        by: { ...leader, standing: questioned },
        concerned: 'me',
        standing: ground,
        outcome: 'recused',
      },
      no('under-question'),
    ],
    [
      'nor when recused in the class',
      {
        by: { ...leader, standing: recused },
        concerned: 'me',
        standing: ground,
        outcome: 'recused',
      },
      no('under-question'),
    ],
    [
      'a recusal may be ruled before anything is declared',
      { by: leader, concerned: 'me', standing: 'undeclared', outcome: 'recused' },
      yes,
    ],
    [
      'impartiality may not',
      { by: leader, concerned: 'me', standing: 'undeclared', outcome: 'impartial' },
      no('nothing-to-rule'),
    ],
  ])('%s', (_, ruling, expected) => {
    expect(mayRule(ruling)).toEqual(expected);
  });

  const seated = ['ann', 'bo', 'cy', 'di', 'me'].map((person) => ({ person, standing: clear }));
  const allQuestioned = seated.map((member) => ({ ...member, standing: questioned }));
  const withBoQuestioned = seated.map((member) =>
    member.person === 'bo' ? { ...member, standing: questioned } : member,
  );

  it.each<[string, readonly string[], typeof seated, Verdict]>([
    ['half of the others confirm', ['ann', 'bo'], seated, yes],
    ['all of the others confirm', ['ann', 'bo', 'cy', 'di'], seated, yes],
    ['one of four is too few', ['ann'], seated, no('quorum-missing')],
    ['the same one twice is one', ['ann', 'ann'], seated, no('quorum-missing')],
    ['nobody is too few', [], seated, no('quorum-missing')],
    ['the member concerned does not', ['ann', 'bo', 'me'], seated, no('rules-on-self')],
    ['nobody confirms when all others are under question', [], allQuestioned, no('quorum-missing')],
    ['a member under question does not', ['ann', 'bo'], withBoQuestioned, no('under-question')],
    ['nor does anyone without a seat', ['ann', 'bo', 'zoe'], seated, no('under-question')],
  ])('%s', (_, takingPart, members, expected) => {
    expect(mayConfirmRuling({ concerned: 'me', takingPart, seated: members })).toEqual(expected);
  });
});
