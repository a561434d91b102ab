import {
  erasureObstacles,
  isDueToGo,
  RETENTION,
  RETENTION_KINDS,
  type RetentionKind,
  retentionOf,
  type RoleAtErasure,
} from './retention-rules';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const from = new Date('2027-03-02T17:30:00Z');

describe('how long personal data is kept', () => {
  it('has one period for each kind', () => {
    expect(RETENTION.map(({ kind }) => kind).sort()).toEqual([...RETENTION_KINDS].sort());
  });

  it.each<[RetentionKind, string, number]>([
    ['sign-in', 'end-of-use', 1],
    ['stored-answers', 'end-of-use', 14],
    ['unconfirmed', 'asked', 7],
    ['unsent-entries', 'deadline', 90],
    ['mail-words', 'sent', 90],
    ['mail-addresses', 'sent', 365],
    ['private-notes', 'archived', 0],
    ['declarations', 'archived', 0],
    ['relations', 'archived', 0],
    ['tips', 'archived', 30],
    ['partners', 'archived', 30],
    ['approvals', 'archived', 30],
    ['stage-people', 'archived', 30],
    ['contacts', 'announcement', 365],
    ['assessments', 'announcement', 365],
    ['invitations', 'announcement', 365],
    ['accounts', 'last-role', 365],
  ])(
    '%s: from %s, %s days; a second before it stays, at the instant it goes',
    (kind, since, days) => {
      expect(retentionOf(kind)).toMatchObject({ from: since, days });
      const end = from.getTime() + days * DAY;
      expect(isDueToGo(kind, from, new Date(end - SECOND))).toBe(false);
      expect(isDueToGo(kind, from, new Date(end))).toBe(true);
      expect(isDueToGo(kind, from, new Date(end + SECOND))).toBe(true);
    },
  );
});

describe('what holds an erasure back', () => {
  const role = (name: string, running: boolean, alone: boolean): RoleAtErasure => ({
    role: name,
    running,
    alone,
  });
  it.each<[string, RoleAtErasure[], string[]]>([
    ['nothing, without roles', [], []],
    ['a seat in a jury at work', [role('juror', true, false)], ['juror-at-work']],
    ['not a seat in a jury that is done', [role('jury-leader', false, true)], []],
    ['being the only secretary', [role('secretary', true, true)], ['only-secretary']],
    ['not being one of two secretaries', [role('secretary', true, false)], []],
    [
      'being the only one who can send in',
      [role('municipality-submitter', true, true)],
      ['only-submitter'],
    ],
    ['not writing in an entry', [role('municipality-editor', true, true)], []],
    ['the only key', [role('release-keyholder', true, true)], ['release-key']],
    [
      'each reason once',
      [role('juror', true, false), role('jury-leader', true, true), role('secretary', true, true)],
      ['juror-at-work', 'only-secretary'],
    ],
  ])('%s', (_situation, roles, obstacles) => {
    expect(erasureObstacles(roles)).toEqual(obstacles);
  });
});
