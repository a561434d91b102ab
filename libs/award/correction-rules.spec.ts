import {
  type CorrectionSituation,
  mayAskCorrection,
  mayOpenCorrection,
  type WantedCorrection,
} from './correction-rules';
import { no, type Verdict, yes } from './verdict';

const told = (entry: string, winner = false) => ({
  entry,
  finalist: true,
  winner,
  withdrawn: false,
});
const situation: CorrectionSituation = {
  phase: 'announced',
  released: true,
  another: false,
  entries: [
    told('a', true),
    told('b'),
    told('c'),
    { entry: 'd', finalist: false, winner: false, withdrawn: false },
    { entry: 'e', finalist: true, winner: false, withdrawn: true },
  ],
};
const winner: WantedCorrection = {
  kind: 'announcement',
  scope: 'small',
  class: 'small',
  entry: null,
  named: ['b'],
  note: 'Vinneren er B.',
  reason: 'Feil navn ble ført inn.',
};
const finalists: WantedCorrection = { ...winner, scope: 'all', named: ['a', 'b', 'd'] };
const text: WantedCorrection = { ...winner, kind: 'text', scope: 'all', entry: 'b', named: null };
const prize: WantedCorrection = { ...winner, kind: 'prize-withdrawn', entry: 'a', named: null };

describe('a correction may be opened', () => {
  it.each<[string, Partial<WantedCorrection> & object, Partial<CorrectionSituation>, Verdict]>([
    ['with another finalist as the winner', winner, {}, yes],
    [
      'with the same winner, when only the stage said it wrong',
      { ...winner, named: ['a'] },
      {},
      yes,
    ],
    ['with no winner at all', { ...winner, named: [] }, {}, yes],
    ['with two winners', { ...winner, named: ['a', 'b'] }, {}, yes],
    ['with an assessed entry among the finalists', finalists, {}, yes],
    ['of a finalist’s text', text, {}, yes],
    ['of a prize, in the archive too', prize, { phase: 'archived' }, yes],
    ['of finalists while winners are not out', text, { phase: 'finalists-published' }, yes],
    ['not before anything is told', winner, { phase: 'judging' }, no('wrong-phase')],
    ['not of what this system has not released', winner, { released: false }, no('not-released')],
    ['not while another is under way', winner, { another: true }, no('correction-open')],
    ['not without a reason', { ...winner, reason: ' ' }, {}, no('reason-required')],
    ['not without a public note', { ...winner, note: '' }, {}, no('reason-required')],
    [
      'not with a winner who was no finalist',
      { ...winner, named: ['d'] },
      {},
      no('not-a-finalist'),
    ],
    ['not with a stranger', { ...winner, named: ['x'] }, {}, no('not-in-class')],
    ['not with a name twice', { ...winner, named: ['b', 'b'] }, {}, no('named-twice')],
    ['not with whoever has withdrawn', { ...winner, named: ['e'] }, {}, no('entry-withdrawn')],
    [
      'with a finalist who has withdrawn and was told',
      { ...finalists, named: ['a', 'e'] },
      {},
      yes,
    ],
    [
      'not with three winners',
      { ...winner, named: ['a', 'b', 'c'] },
      {},
      no('wrong-number-of-winners'),
    ],
    [
      'not with the winner left out of the finalists',
      { ...finalists, named: ['b', 'c'] },
      {},
      no('not-a-finalist'),
    ],
    [
      'not of a text that belongs to no finalist',
      { ...text, entry: 'd' },
      {},
      no('not-a-finalist'),
    ],
    ['not of a text in a winners’ release', { ...text, scope: 'small' }, {}, no('unknown-class')],
    ['not of a prize that was not won', { ...prize, entry: 'b' }, {}, no('not-a-winner')],
    ['not of another class’s winner', { ...winner, scope: 'large' }, {}, no('unknown-class')],
    ['not of an announcement without names', { ...winner, named: null }, {}, no('bad-input')],
    ['not of a text without an entry', { ...text, entry: null }, {}, no('bad-input')],
  ])('%s', (_, wanted, change, expected) => {
    expect(mayOpenCorrection({ ...winner, ...wanted }, { ...situation, ...change })).toEqual(
      expected,
    );
  });
});

describe('a municipality may ask for a correction', () => {
  const asking = {
    phase: 'finalists-published' as const,
    told: true,
    withdrawn: false,
    waiting: false,
    text: 'Vi har 40 bedrifter, ikke 14.',
  };
  it.each<[string, Partial<Parameters<typeof mayAskCorrection>[0]>, Verdict]>([
    ['of what has been told of it', {}, yes],
    ['not before it is told', { phase: 'judging' }, no('wrong-phase')],
    ['not when it is no finalist', { told: false }, no('not-released')],
    ['not after it has withdrawn', { withdrawn: true }, no('entry-withdrawn')],
    ['not while it waits for an answer', { waiting: true }, no('already-asked')],
    ['not without saying what is wrong', { text: ' ' }, no('reason-required')],
  ])('%s', (_, change, expected) => {
    expect(mayAskCorrection({ ...asking, ...change })).toEqual(expected);
  });
});
