import type { ClassStage, EditionPhase } from './edition-phases';
import {
  bothHouses,
  type House,
  mayAnswerSeat,
  mayInvite,
  mayStepIn,
  type Seat,
  type SeatPosition,
} from './panel-rules';
import { no, type Verdict, yes } from './verdict';

const seat = (change: Partial<Seat> = {}): Seat => ({
  id: 's1',
  person: 'ann',
  house: 'KS',
  position: 'member',
  state: 'active',
  ...change,
});

describe('inviting to a seat', () => {
  const leader = seat({ person: 'lea', position: 'leader' });

  it.each<[string, readonly Seat[], string, SeatPosition, EditionPhase, ClassStage, Verdict]>([
    ['is allowed on an empty panel', [], 'ann', 'member', 'planned', 'waiting', yes],
    ['is allowed for a deputy while scoring', [leader], 'bo', 'deputy', 'judging', 'scoring', yes],
    [
      'is refused twice for one person',
      [seat()],
      'ann',
      'deputy',
      'open',
      'waiting',
      no('seat-taken'),
    ],
    [
      'is allowed again after a no',
      [seat({ state: 'declined' })],
      'ann',
      'member',
      'open',
      'waiting',
      yes,
    ],
    [
      'is refused for a second leader',
      [leader],
      'bo',
      'leader',
      'open',
      'waiting',
      no('seat-taken'),
    ],
    [
      'is allowed for a new leader when one has left',
      [{ ...leader, state: 'left' }],
      'bo',
      'leader',
      'open',
      'waiting',
      yes,
    ],
    [
      'is refused when the winner is sealed',
      [],
      'bo',
      'member',
      'judging',
      'winner-sealed',
      no('panel-frozen'),
    ],
    [
      'is refused after the announcement',
      [],
      'bo',
      'member',
      'announced',
      'waiting',
      no('wrong-phase'),
    ],
  ])('%s', (_, panel, person, position, phase, stage, expected) => {
    expect(mayInvite(panel, { person, position }, phase, stage)).toEqual(expected);
  });
});

describe('answering an invitation', () => {
  const invited = seat({ state: 'invited' });

  it.each<[string, Seat, string, 'accept' | 'decline', boolean, ClassStage, Verdict]>([
    ['a yes with the pledge is taken', invited, 'ann', 'accept', true, 'waiting', yes],
    [
      'a yes without the pledge is not',
      invited,
      'ann',
      'accept',
      false,
      'waiting',
      no('reason-required'),
    ],
    ['a no needs no pledge', invited, 'ann', 'decline', false, 'waiting', yes],
    ['nobody answers for another', invited, 'bo', 'accept', true, 'waiting', no('not-permitted')],
    ['nobody answers twice', seat(), 'ann', 'decline', true, 'waiting', no('wrong-state')],
    ['a yes in the meeting is taken', invited, 'ann', 'accept', true, 'finalists-sealed', yes],
    [
      'a yes after the winner is sealed is not',
      invited,
      'ann',
      'accept',
      true,
      'winner-sealed',
      no('panel-frozen'),
    ],
    ['a no then is', invited, 'ann', 'decline', false, 'winner-sealed', yes],
  ])('%s', (_, given, person, answer, pledged, stage, expected) => {
    expect(mayAnswerSeat(given, person, answer, pledged, stage)).toEqual(expected);
  });
});

describe('a deputy stepping in', () => {
  const deputy = seat({ person: 'dee', position: 'deputy', state: 'accepted' });

  it.each<[string, Seat, Seat, ClassStage, Verdict]>([
    ['of the same house takes the seat', deputy, seat(), 'scoring', yes],
    ['takes it in the meeting too', deputy, seat(), 'finalists-sealed', yes],
    [
      'of the other house does not',
      { ...deputy, house: 'NHO' },
      seat(),
      'scoring',
      no('house-empty'),
    ],
    [
      'who has not accepted does not',
      { ...deputy, state: 'invited' },
      seat(),
      'scoring',
      no('seat-not-active'),
    ],
    [
      'who sits already does not',
      { ...deputy, state: 'active' },
      seat(),
      'scoring',
      no('seat-not-active'),
    ],
    [
      'who is a member does not',
      seat({ state: 'accepted' }),
      seat(),
      'scoring',
      no('seat-not-active'),
    ],
    [
      'comes too late when the winner is sealed',
      deputy,
      seat(),
      'winner-sealed',
      no('panel-frozen'),
    ],
  ])('%s', (_, who, member, stage, expected) => {
    expect(mayStepIn(who, member, stage)).toEqual(expected);
  });
});

describe('the houses of a panel', () => {
  it.each<[string, readonly House[], Verdict]>([
    ['KS and NHO are both houses', ['KS', 'NHO'], yes],
    ['an independent member does not stand in', ['KS', 'independent'], no('house-empty')],
    ['two of one house are not both', ['NHO', 'NHO'], no('house-empty')],
    ['nobody is nobody', [], no('house-empty')],
  ])('%s', (_, houses, expected) => {
    expect(bothHouses(houses.map((house) => ({ house })))).toEqual(expected);
  });
});
