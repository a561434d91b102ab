import {
  allPeriods,
  erasureObstacles,
  mayChangePeriod,
  RETENTION,
  RETENTION_KINDS,
  retentionCutoff,
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
      const cutoff = (now: number) => retentionCutoff(retentionOf(kind), new Date(now)).getTime();
      expect(cutoff(end - SECOND)).toBeLessThan(from.getTime());
      expect(cutoff(end)).toBe(from.getTime());
    },
  );
});

describe('a period that the secretariat sets', () => {
  const change = (over: Partial<Parameters<typeof mayChangePeriod>[0]>) =>
    mayChangePeriod({
      kind: 'tips',
      days: 60,
      before: 30,
      reason: 'Klagefristen er lengre.',
      ...over,
    });

  it.each<[string, Parameters<typeof change>[0], string | null]>([
    ['another number with a reason', {}, null],
    ['at once', { days: 0 }, null],
    ['five years', { days: 1825 }, null],
    ['a day more than five years', { days: 1826 }, 'bad-input'],
    ['fewer than none', { days: -1 }, 'bad-input'],
    ['half a day', { days: 1.5 }, 'bad-input'],
    ['the same as before', { days: 30 }, 'bad-input'],
    [
      'words of mail for less than a month',
      { kind: 'mail-words', days: 29, before: 90 },
      'bad-input',
    ],
    ['words of mail for a month', { kind: 'mail-words', days: 30, before: 90 }, null],
    ['without a reason', { reason: '  ' }, 'reason-required'],
    ['what goes with the year', { kind: 'private-notes' }, 'rule-frozen'],
    ['what signing in leaves', { kind: 'sign-in' }, 'rule-frozen'],
  ])('%s', (_situation, over, refusal) => {
    const verdict = change(over);
    expect(verdict.allowed ? null : verdict.reason).toBe(refusal);
  });

  it('takes the place of the usual one, and the others stay', () => {
    const set = allPeriods(new Map([['tips', 60]]));
    expect(set.map(({ kind }) => kind)).toEqual(RETENTION.map(({ kind }) => kind));
    expect(set.filter((rule, at) => rule.days !== RETENTION[at]?.days)).toEqual([
      { kind: 'tips', ground: 'interest', from: 'archived', days: 60 },
    ]);
  });
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
