import {
  type InvitedSituation,
  NOT_REMINDED,
  type NotReminded,
  whyNotReminded,
} from './invitation-reminders';
import { NOMINATION_STATES } from './nomination-workflow';

const NOW = new Date('2027-01-20T11:00:00.000Z');
const ago = (hours: number, seconds = 0) =>
  new Date(NOW.getTime() - hours * 3_600_000 + seconds * 1000);
const waiting: InvitedSituation = {
  state: null,
  hasAccess: true,
  undelivered: false,
  remindedAt: null,
};

describe('whether an invited address is reminded', () => {
  it.each<[string, Partial<InvitedSituation> | null, NotReminded | null]>([
    ['nobody has begun', {}, null],
    ['it has been tipped', { state: 'tipped' }, null],
    ['it has begun', { state: 'draft' }, null],
    ['it was ready when the call closed, and the call is open again', { state: 'held' }, null],
    ['the invitation has been taken back', null, 'not-invited'],
    ['it has sent in', { state: 'submitted' }, 'submitted'],
    ['what it sent is being checked', { state: 'in-eligibility-check' }, 'submitted'],
    ['it has said no to a tip', { state: 'declined' }, 'not-taking-part'],
    ['it has withdrawn', { state: 'withdrawn' }, 'not-taking-part'],
    ['it let the time run out', { state: 'lapsed' }, 'not-taking-part'],
    ['its right has ended', { hasAccess: false }, 'access-ended'],
    ['the mail came back', { undelivered: true }, 'undelivered'],
    ['it was reminded a second less than a day ago', { remindedAt: ago(24, 1) }, 'lately'],
    ['it was reminded a day ago', { remindedAt: ago(24) }, null],
    ['it was reminded this instant', { remindedAt: NOW }, 'lately'],
    ['two things speak against it', { state: 'submitted', undelivered: true }, 'submitted'],
  ])('%s', (_case, change, expected) => {
    expect(whyNotReminded(change && { ...waiting, ...change }, NOW)).toBe(expected);
  });

  it('has an answer for every state, and never reminds whoever has sent in', () => {
    const reminded = NOMINATION_STATES.filter(
      (state) => whyNotReminded({ ...waiting, state }, NOW) === null,
    );
    expect(reminded).toEqual(['tipped', 'draft', 'held']);
    for (const state of NOMINATION_STATES) {
      const why = whyNotReminded({ ...waiting, state }, NOW);
      expect(why === null || NOT_REMINDED.includes(why)).toBe(true);
    }
  });
});
