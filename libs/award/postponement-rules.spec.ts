import {
  mayConfirmPostponement,
  mayPostpone,
  mayPropose,
  type Postponable,
} from './postponement-rules';
import type { EditionPhase } from './edition-phases';
import { no, type Verdict, yes } from './verdict';

const at = (day: number) => new Date(Date.UTC(2027, 2, day, 9));
const timetable = {
  opensAt: null,
  deadline: null,
  scoringClosesAt: null,
  meetingAt: at(1),
  finalistsAt: at(10),
  announcementAt: at(20),
};

describe('postponing an announcement', () => {
  it.each<[string, Postponable, EditionPhase, Verdict]>([
    ['of the finalists, while the jury works', 'finalistsAt', 'judging', yes],
    [
      'of the finalists, not when they are out',
      'finalistsAt',
      'finalists-published',
      no('wrong-phase'),
    ],
    ['of the winners, before the finalists are out', 'announcementAt', 'judging', yes],
    ['of the winners, when the finalists are out', 'announcementAt', 'finalists-published', yes],
    ['of the winners, not afterwards', 'announcementAt', 'announced', no('wrong-phase')],
  ])('%s', (_, field, phase, expected) => {
    expect(mayPostpone(field, { phase, timetable })).toEqual(expected);
  });

  it('is nothing when no time has been set', () => {
    const none = { ...timetable, announcementAt: null };
    expect(mayPostpone('announcementAt', { phase: 'judging', timetable: none })).toEqual(
      no('timetable-order'),
    );
  });

  it.each<[string, Partial<Parameters<typeof mayPropose>[0]>, Verdict]>([
    ['to a later day', {}, yes],
    ['to an earlier day that is still ahead', { to: at(15) }, yes],
    ['not to a time that has passed', { to: at(4) }, no('timetable-order')],
    ['not to this very moment', { to: at(5) }, no('timetable-order')],
    ['not to before the finalists', { to: at(9) }, no('timetable-order')],
    ['not while another time waits', { waiting: true }, no('already-asked')],
    ['not without a reason', { reason: ' ' }, no('reason-required')],
    ['not after the announcement', { phase: 'announced' }, no('wrong-phase')],
  ])('%s', (_, change, expected) => {
    expect(
      mayPropose({
        field: 'announcementAt',
        phase: 'finalists-published',
        timetable,
        to: at(27),
        now: at(5),
        waiting: false,
        reason: 'Storm.',
        ...change,
      }),
    ).toEqual(expected);
  });

  it.each<[string, string, Date, Verdict]>([
    ['is confirmed by somebody else', 'kari', at(27), yes],
    ['not by who proposed it', 'ola', at(27), no('same-person-twice')],
    ['not when the new time has passed', 'kari', at(4), no('release-time-passed')],
  ])('%s', (_, person, to, expected) => {
    expect(mayConfirmPostponement({ person, proposedBy: 'ola', to, now: at(5) })).toEqual(expected);
  });
});
