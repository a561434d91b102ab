import {
  type KeyGrant,
  keysApart,
  mayArm,
  mayBringOut,
  mayRelease,
  timeStands,
  type ReleaseSituation,
} from './release-rules';
import { no, type Verdict, yes } from './verdict';

describe('arming a release', () => {
  it.each<[string, string, string | null, readonly string[], boolean, Verdict]>([
    ['is begun by anyone with a key', 'ann', 'lea', [], false, yes],
    ['is finished by another', 'bo', 'lea', ['ann'], false, yes],
    ['is not finished by the same person', 'ann', 'lea', ['ann'], false, no('same-person-twice')],
    ['takes no third key', 'cy', 'lea', ['ann', 'bo'], false, no('already-armed')],
    ['needs something sealed', 'ann', null, [], false, no('not-sealed')],
    ['may be begun by who sealed it', 'lea', 'lea', [], false, yes],
    ['is over when it is released', 'ann', 'lea', [], true, no('already-released')],
  ])('%s', (_, person, sealedBy, armedBy, released, expected) => {
    expect(mayArm(person, sealedBy, armedBy, released)).toEqual(expected);
  });

  it('takes what is not said to be released as not released', () => {
    expect(mayArm('ann', 'lea', [])).toEqual(yes);
  });
});

describe('bringing out what tells of a class', () => {
  it.each<[string, readonly string[], readonly string[], Verdict]>([
    ['is open to whom nothing is closed', ['small', 'large'], [], yes],
    ['is open to whom another class is closed', ['large'], ['small'], yes],
    ['is closed with its class', ['small'], ['small'], no('recused')],
    ['is closed with any of the classes', ['small', 'large'], ['large'], no('recused')],
  ])('%s', (_, covers, closed, expected) => {
    expect(mayBringOut(covers, closed)).toEqual(expected);
  });
});

describe('two keys come from two hands', () => {
  /** `sol<` is given by the operator, `ran<sol` by sol; a small letter gives rights, `*` only holds a key. */
  const grants = (all: string): KeyGrant[] =>
    all.split(' ').map((one) => {
      const [who = '', by = ''] = one.split('<');
      const holds = who.endsWith('*');
      return { person: who.replace('*', ''), by: by || null, arms: true, gives: !holds };
    });
  const oneHand = no('keys-from-one-hand');

  it.each([
    ['both from the operator', 'sol< ran*<', yes],
    ['one has given the other the key', 'sol< ran*<sol', oneHand],
    ['one has given the other by somebody between', 'sol< eva<sol ran*<eva', oneHand],
    ['somebody else has given both', 'eva< sol*<eva ran*<eva', oneHand],
    ['two have given one each', 'eva< ida< sol*<eva ran*<ida', yes],
    [
      'two have given one each, and the one has given the other',
      'eva< ida<eva sol*<eva ran*<ida',
      oneHand,
    ],
    ['one of two has given it, and the operator too', 'sol< ran*<sol ran*<', yes],
    ['they have given each other', 'sol<ran ran<sol', oneHand],
    ['they have given each other, and the operator one of them', 'sol<ran ran<sol ran<', oneHand],
  ])('%s', (_, all, expected) => {
    expect(keysApart(['sol', 'ran'], grants(all))).toEqual(expected);
    expect(keysApart(['ran', 'sol'], grants(all))).toEqual(expected);
  });

  it('and one key alone is nobody’s but its own', () => {
    expect(keysApart(['ran'], grants('sol< ran*<sol'))).toEqual(yes);
  });

  it('a right that has ended opens nothing, and what it gave is still from its hand', () => {
    const ended = { person: 'eva', by: 'sol', arms: false, gives: true };
    expect(keysApart(['sol', 'ran'], [...grants('sol< ran*<eva'), ended])).toEqual(oneHand);
  });
});

describe('the time that a key is turned for', () => {
  const noon = new Date('2027-03-02T11:00:00Z');
  const at = (ms: number) => new Date(noon.getTime() + ms);
  it.each([
    ['a second before', noon, at(-1000), yes],
    ['at its instant, when it would go at once', noon, at(0), no('release-time-passed')],
    ['a second after', noon, at(1000), no('release-time-passed')],
    ['without a time, by a press only', null, at(0), yes],
  ])('%s', (_sentence, releaseAt, now, expected) => {
    expect(timeStands(releaseAt, now)).toEqual(expected);
  });
});

describe('releasing', () => {
  const TIME = new Date('2027-02-12T09:00:00.000Z');
  const situation = (change: Partial<ReleaseSituation> = {}): ReleaseSituation => ({
    at: TIME,
    sealed: true,
    armedBy: ['ann', 'bo'],
    releaseAt: TIME,
    released: false,
    stopped: false,
    ...change,
  });
  const early = new Date('2027-02-12T08:59:59.999Z');

  it.each<[string, Partial<ReleaseSituation>, 'clock' | 'press', Verdict]>([
    ['happens at its time', {}, 'clock', yes],
    [
      'happens late when the clock was late',
      { at: new Date('2027-02-12T10:00:00Z') },
      'clock',
      yes,
    ],
    ['does not happen a millisecond early', { at: early }, 'clock', no('before-release-time')],
    ['happens by one press on stage', { at: early, releaseAt: null }, 'press', yes],
    [
      'never happens by the clock without a time',
      { releaseAt: null },
      'clock',
      no('before-release-time'),
    ],
    ['needs two keys', { armedBy: ['ann'] }, 'clock', no('not-armed')],
    ['needs two people', { armedBy: ['ann', 'ann'] }, 'press', no('not-armed')],
    ['needs what is sealed', { sealed: false }, 'press', no('not-sealed')],
    ['happens once', { released: true }, 'clock', no('already-released')],
    ['does not happen when it is stopped', { stopped: true }, 'press', no('release-stopped')],
  ])('%s', (_, change, by, expected) => {
    expect(mayRelease(situation(change), by)).toEqual(expected);
  });
});
