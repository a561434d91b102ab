import { approvedBySilence, countMotion, mayPutMotion, type MotionVote } from './motion-rules';
import { no, yes } from './verdict';

describe('a motion', () => {
  const votes = (inFavour: number, against: number, abstained = 0): MotionVote[] => [
    ...Array<MotionVote>(inFavour).fill('for'),
    ...Array<MotionVote>(against).fill('against'),
    ...Array<MotionVote>(abstained).fill('abstain'),
  ];
  it.each([
    ['nobody votes', votes(0, 0), false, false],
    ['all abstain', votes(0, 0, 5), false, false],
    ['more for than against', votes(3, 2), true, false],
    ['as many for as against', votes(2, 2), false, true],
    ['more against', votes(1, 2), false, false],
    ['one for, the others abstain', votes(1, 0, 6), true, false],
  ])('%s', (_, cast, carried, tie) => {
    expect(countMotion(cast)).toMatchObject({ carried, tie });
    expect(countMotion([...cast].reverse())).toEqual(countMotion(cast));
  });

  it.each([
    ['in a meeting that may decide', yes, false, yes],
    ['while another is open', yes, true, no('ballot-open')],
    ['without a quorum', no('house-empty'), false, no('house-empty')],
  ])('is put: %s', (_, quorum, open, verdict) => {
    expect(mayPutMotion(quorum, open)).toEqual(verdict);
  });
});

describe('minutes stand by silence', () => {
  const madeAt = new Date('2027-02-16T12:00:00Z');
  it.each([
    ['a second before two days have gone', '2027-02-18T11:59:59Z', true, 0, false],
    ['not at the end of the two days', '2027-02-18T12:00:00Z', true, 0, false],
    ['a second after', '2027-02-18T12:00:01Z', true, 0, true],
    ['long after', '2027-03-01T00:00:00Z', true, 0, true],
    ['not when somebody has objected', '2027-03-01T00:00:00Z', true, 1, false],
    ['not when a newer number has come', '2027-03-01T00:00:00Z', false, 0, false],
  ])('%s', (_, at, newest, objections, approved) => {
    expect(approvedBySilence({ madeAt, newest, objections }, new Date(at))).toBe(approved);
  });
});
