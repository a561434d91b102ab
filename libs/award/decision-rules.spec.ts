import type { ClassStage } from './edition-phases';
import {
  type FinalistDecision,
  type FinalistSituation,
  mayCastBallot,
  mayDecideFinalists,
  mayDecideWinner,
  mayOpenBallot,
  mayPromoteReserve,
  maySupersede,
  type Meeting,
  type Present,
  type WinnerDecision,
  type WinnerSituation,
} from './decision-rules';
import { no, type Verdict, yes } from './verdict';

const PRESENT: readonly Present[] = [
  { person: 'ann', house: 'KS', takesPart: true },
  { person: 'bo', house: 'KS', takesPart: true },
  { person: 'cy', house: 'NHO', takesPart: true },
];

const meeting = (change: Partial<Meeting> = {}): Meeting => ({
  stage: 'deliberation',
  present: PRESENT,
  quorum: 3,
  registeredSettlements: ['second-ballot', 'leader-vote'],
  ...change,
});

const finalists = (change: Partial<FinalistDecision> = {}): FinalistDecision => ({
  number: 3,
  finalists: ['p', 'q', 'r'],
  reserve: ['s'],
  reason: '',
  vote: null,
  settlement: null,
  ...change,
});

const rankedAs = (...ranks: (number | null)[]) =>
  ranks.map((rank, at) => ({ entry: 'pqrstu'[at], rank }));

const situation = (change: Partial<FinalistSituation> = {}): FinalistSituation => ({
  ...meeting(),
  entries: [...'pqrst'].map((entry) => ({ entry, state: 'assessed' as const })),
  ranking: rankedAs(1, 2, 3, 4, 5),
  ...change,
});

const MAJORITY = { inFavour: 2, against: 1 };

describe('deciding the finalists', () => {
  it.each<[string, Partial<FinalistDecision>, Partial<FinalistSituation>, Verdict]>([
    ['three by the ranking need no reason', {}, {}, yes],
    ['a reserve is not required', { reserve: [] }, {}, yes],
    ['it is done after scoring', {}, { stage: 'scoring' }, no('wrong-stage')],
    ['it is done once', {}, { stage: 'finalists-sealed' }, no('wrong-stage')],

    ['two of three present are too few', {}, { present: PRESENT.slice(1) }, no('quorum-missing')],
    [
      'a recused member does not count as present',
      {},
      { present: PRESENT.map((one) => ({ ...one, takesPart: one.person !== 'ann' })) },
      no('quorum-missing'),
    ],
    [
      'one person twice is one',
      {},
      { present: [PRESENT[0], PRESENT[0], PRESENT[2]] },
      no('quorum-missing'),
    ],
    [
      'one house alone does not decide',
      {},
      { present: PRESENT.slice(0, 2), quorum: 2 },
      no('house-empty'),
    ],
    ['nobody is no quorum even of none', {}, { present: [], quorum: 0 }, no('quorum-missing')],

    [
      'an entry of another class is refused',
      { finalists: ['p', 'q', 'x'] },
      {},
      no('not-in-class'),
    ],
    ['so is one in reserve', { reserve: ['x'] }, {}, no('not-in-class')],
    [
      'so is one that has withdrawn',
      {},
      {
        entries: situation().entries.map((one) =>
          one.entry === 'r' ? { ...one, state: 'withdrawn' as const } : one,
        ),
      },
      no('not-in-class'),
    ],
    ['nobody is named twice', { finalists: ['p', 'q', 'q'] }, {}, no('named-twice')],
    ['nobody is finalist and reserve', { reserve: ['r'] }, {}, no('named-twice')],

    ['the number stated is the number named', { number: 2 }, {}, no('wrong-number-of-finalists')],
    [
      'another number needs a reason',
      { number: 2, finalists: ['p', 'q'], vote: MAJORITY },
      {},
      no('reason-required'),
    ],
    [
      'and a recorded vote',
      { number: 2, finalists: ['p', 'q'], reason: 'Two stood out' },
      {},
      no('vote-required'),
    ],
    [
      'which a majority carries',
      { number: 2, finalists: ['p', 'q'], reason: 'x', vote: { inFavour: 1, against: 1 } },
      {},
      no('vote-required'),
    ],
    [
      'two are possible',
      { number: 2, finalists: ['p', 'q'], reason: 'x', vote: MAJORITY },
      {},
      yes,
    ],
    [
      'none is possible',
      { number: 0, finalists: [], reserve: [], reason: 'None was good enough', vote: MAJORITY },
      {},
      yes,
    ],
    [
      'seven are not',
      { number: 7, finalists: [...'pqrstuv'], reserve: [], reason: 'x', vote: MAJORITY },
      {
        entries: [...'pqrstuv'].map((entry) => ({ entry, state: 'assessed' as const })),
        ranking: [],
      },
      no('wrong-number-of-finalists'),
    ],
    [
      'another edition may have two as its number',
      { number: 2, finalists: ['p', 'q'] },
      { defaultNumber: 2 },
      yes,
    ],
    [
      'two entries in all make two finalists without a vote',
      { number: 2, finalists: ['q', 'p'], reserve: [] },
      { entries: situation().entries.slice(0, 2), ranking: [] },
      yes,
    ],

    [
      'a tie across the cut is settled by people',
      {},
      { ranking: rankedAs(1, 2, 3, 3, 5) },
      no('tie-undecided'),
    ],
    [
      'with a reason',
      { settlement: 'leader-vote' },
      { ranking: rankedAs(1, 2, 3, 3, 5) },
      no('reason-required'),
    ],
    [
      'and then it holds',
      { settlement: 'leader-vote', reason: 'The leader voted for r' },
      { ranking: rankedAs(1, 2, 3, 3, 5) },
      yes,
    ],
    [
      'but not in a way that was not registered',
      { settlement: 'shared', reason: 'x' },
      { ranking: rankedAs(1, 2, 3, 3, 5) },
      no('tie-undecided'),
    ],
    [
      'a number that takes the tie in has no tie left',
      { number: 4, finalists: [...'pqrs'], reserve: [], reason: 'Equal', vote: MAJORITY },
      { ranking: rankedAs(1, 2, 3, 3, 5) },
      yes,
    ],
    ['a tie among the first is none across the cut', {}, { ranking: rankedAs(1, 1, 3, 4, 5) }, yes],

    [
      'against the figures needs a reason',
      { finalists: ['p', 'q', 't'] },
      {},
      no('reason-required'),
    ],
    [
      'and with it people decide',
      { finalists: ['p', 'q', 't'], reason: 'The talk showed it' },
      {},
      yes,
    ],
    [
      'an unscored entry before a scored one needs a reason',
      {},
      { ranking: rankedAs(1, 2, null, 3, 4) },
      no('reason-required'),
    ],
    [
      'a result as published is not judged by numbers',
      { number: 1, finalists: ['p'], reserve: [] },
      { asPublished: true, present: [], ranking: [] },
      yes,
    ],
  ])('%s', (_, decision, given, expected) => {
    expect(mayDecideFinalists(finalists(decision), situation(given))).toEqual(expected);
  });
});

describe('deciding the winner', () => {
  const decision = (change: Partial<WinnerDecision> = {}): WinnerDecision => ({
    number: 1,
    winners: ['p'],
    reason: '',
    vote: null,
    settlement: null,
    ...change,
  });
  const around = (change: Partial<WinnerSituation> = {}): WinnerSituation => ({
    ...meeting({ stage: 'finalists-sealed' }),
    finalists: ['p', 'q', 'r'],
    ballotWinners: ['p'],
    ...change,
  });

  it.each<[string, Partial<WinnerDecision>, Partial<WinnerSituation>, Verdict]>([
    ['the winner of the ballot wins', {}, {}, yes],
    ['a winner may be agreed without a ballot', {}, { ballotWinners: null }, yes],
    ['it is done after the finalists are sealed', {}, { stage: 'deliberation' }, no('wrong-stage')],
    ['it is done once', {}, { stage: 'winner-sealed' }, no('wrong-stage')],
    ['a reserve does not win', { winners: ['s'] }, {}, no('not-a-finalist')],
    ['who has withdrawn does not win', {}, { finalists: ['q', 'r'] }, no('not-a-finalist')],
    ['one alone does not win twice', { number: 2, winners: ['p', 'p'] }, {}, no('named-twice')],
    ['the number stated is the number named', { number: 2 }, {}, no('wrong-number-of-winners')],
    [
      'three winners are too many',
      { number: 3, winners: ['p', 'q', 'r'], reason: 'x', vote: MAJORITY },
      { ballotWinners: null },
      no('wrong-number-of-winners'),
    ],
    ['against the ballot needs a reason', { winners: ['q'] }, {}, no('reason-required')],
    ['and with it people decide', { winners: ['q'], reason: 'x' }, {}, yes],
    [
      'one of two against the ballot needs a reason too',
      { number: 2, winners: ['p', 'q'] },
      { defaultNumber: 2 },
      no('reason-required'),
    ],
    ['a tie is settled by people', {}, { ballotWinners: ['p', 'q'] }, no('tie-undecided')],
    [
      'such as by a second ballot, with a reason',
      { settlement: 'second-ballot', reason: 'p had 3 of 5' },
      { ballotWinners: ['p', 'q'] },
      yes,
    ],
    [
      'a shared prize needs a reason and a vote',
      { number: 2, winners: ['p', 'q'], reason: 'Equal' },
      { ballotWinners: ['p', 'q'] },
      no('vote-required'),
    ],
    [
      'and then the tie is no tie',
      { number: 2, winners: ['p', 'q'], reason: 'Equal', vote: MAJORITY },
      { ballotWinners: ['p', 'q'] },
      yes,
    ],
    [
      'no winner needs a reason',
      { number: 0, winners: [], vote: MAJORITY },
      {},
      no('reason-required'),
    ],
    [
      'and a vote, whatever the ballot says',
      { number: 0, winners: [], vote: MAJORITY, reason: 'None' },
      { ballotWinners: ['p', 'q'] },
      yes,
    ],
    [
      'a class without finalists has no winner, without a vote',
      { number: 0, winners: [], reason: 'No finalists' },
      { finalists: [], ballotWinners: null },
      yes,
    ],
    ['both houses are there', {}, { present: PRESENT.slice(0, 2), quorum: 2 }, no('house-empty')],
    ['a result as published is not judged', {}, { asPublished: true, present: [] }, yes],
  ])('%s', (_, change, given, expected) => {
    expect(mayDecideWinner(decision(change), around(given))).toEqual(expected);
  });
});

describe('a reserve stepping up', () => {
  const promotion = (change: object = {}) => ({
    meeting: meeting({ stage: 'finalists-sealed' as ClassStage }),
    promoted: 's',
    reserve: ['s', 't'],
    withdrawn: ['q'],
    withdrawnFinalists: 1,
    reason: 'q withdrew',
    ...change,
  });

  it.each<[string, Parameters<typeof mayPromoteReserve>[0], Verdict]>([
    ['is the first of the reserve', promotion(), yes],
    ['is not the second', promotion({ promoted: 't' }), no('not-in-class')],
    [
      'is the second when the first has withdrawn',
      promotion({ promoted: 't', withdrawn: ['q', 's'] }),
      yes,
    ],
    [
      'needs a finalist who withdrew',
      promotion({ withdrawnFinalists: 0 }),
      no('wrong-number-of-finalists'),
    ],
    ['needs a reason', promotion({ reason: '' }), no('reason-required')],
    [
      'comes too late when the winner is sealed',
      promotion({ meeting: meeting({ stage: 'winner-sealed' }) }),
      no('wrong-stage'),
    ],
    [
      'is decided by a jury that is there',
      promotion({ meeting: meeting({ stage: 'finalists-sealed', present: [] }) }),
      no('quorum-missing'),
    ],
  ])('%s', (_, given, expected) => {
    expect(mayPromoteReserve(given)).toEqual(expected);
  });
});

describe('superseding a decision', () => {
  it.each<[string, boolean, boolean, string, Verdict]>([
    ['is allowed before the release, with a reason', true, false, 'A conflict came up', yes],
    ['needs the reason', true, false, ' ', no('reason-required')],
    ['comes too late after the release', true, true, 'x', no('already-released')],
    ['needs something sealed', false, false, 'x', no('not-sealed')],
  ])('%s', (_, sealed, released, reason, expected) => {
    expect(maySupersede({ sealed, released, reason })).toEqual(expected);
  });
});

describe('a ballot', () => {
  it.each<[string, Partial<Meeting>, boolean, Verdict]>([
    ['is opened in the meeting', {}, false, yes],
    ['is opened for the winner too', { stage: 'finalists-sealed' }, false, yes],
    ['is one at a time', {}, true, no('ballot-open')],
    ['is not opened while scoring', { stage: 'scoring' }, false, no('wrong-stage')],
    ['needs a quorum', { quorum: 4 }, false, no('quorum-missing')],
    ['needs both houses', { present: PRESENT.slice(0, 2), quorum: 1 }, false, no('house-empty')],
  ])('%s', (_, change, anotherIsOpen, expected) => {
    expect(mayOpenBallot(meeting(change), anotherIsOpen)).toEqual(expected);
  });

  it.each<[string, boolean, Verdict, Verdict, Verdict]>([
    ['is cast while it is open', true, yes, yes, yes],
    ['is not cast after', false, yes, yes, no('ballot-closed')],
    ['is not cast by a recused member', true, yes, no('recused'), no('recused')],
    [
      'is not cast by a deputy who has not stepped in',
      true,
      no('seat-not-active'),
      yes,
      no('seat-not-active'),
    ],
  ])('%s', (_, open, seat, takesPart, expected) => {
    expect(mayCastBallot({ open, seat, takesPart })).toEqual(expected);
  });
});
