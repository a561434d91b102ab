import {
  type Grant,
  may,
  mayByGrant,
  mayHold,
  type Permission,
  PERMISSIONS,
  type Role,
  ROLE_PERMISSIONS,
  ROLES,
  rolesWith,
} from './permissions';
import { no, type Verdict, yes } from './verdict';

describe('the permissions', () => {
  it('are noun:verb, each listed once', () => {
    expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
    expect(PERMISSIONS.filter((one) => !/^[a-z]+:[a-z]+(-[a-z]+)*$/.test(one))).toEqual([]);
  });

  it('are each held by some role', () => {
    expect(PERMISSIONS.filter((one) => rolesWith(one).length === 0)).toEqual([]);
  });

  it.each(ROLES)('of %s are each listed once', (role) => {
    expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length);
  });

  it.each<[Role, Permission, boolean, Verdict]>([
    ['secretary', 'person:erase', false, yes],
    ['secretary', 'person:erase', true, no('not-permitted')],
    ['secretary', 'person:export', true, no('not-permitted')],
    ['secretary', 'edition:create', true, no('not-permitted')],
    ['secretary', 'release:prepare', true, yes],
    ['case-officer', 'person:export', false, no('not-permitted')],
  ])('of a grant as %s: %s, in one edition only: %s', (role, permission, bound, expected) => {
    expect(mayByGrant(role, permission, bound)).toEqual(expected);
  });

  it.each<[string, Role, Permission, Verdict]>([
    ['a municipality editor writes', 'municipality-editor', 'nomination:write', yes],
    [
      'a municipality editor does not send in',
      'municipality-editor',
      'nomination:submit',
      no('not-permitted'),
    ],
    ['a municipality submitter sends in', 'municipality-submitter', 'nomination:submit', yes],
    [
      'a municipality viewer only reads',
      'municipality-viewer',
      'nomination:write',
      no('not-permitted'),
    ],
    [
      'a municipality does not see the ranking',
      'municipality-submitter',
      'ranking:read',
      no('not-permitted'),
    ],
    ['a juror scores', 'juror', 'sheet:write', yes],
    ['a juror does not close the scoring', 'juror', 'scoring:close', no('not-permitted')],
    ['a juror does not rule on impartiality', 'juror', 'ruling:make', no('not-permitted')],
    ['a juror does not see who has scored', 'juror', 'progress:read', no('not-permitted')],
    ['a jury leader rules', 'jury-leader', 'ruling:make', yes],
    ['a jury leader seals the decision', 'jury-leader', 'decision:seal', yes],
    ['a jury leader does not arm the release', 'jury-leader', 'release:arm', no('not-permitted')],
    ['a secretary does not score', 'secretary', 'sheet:write', no('not-permitted')],
    ['a secretary does not decide', 'secretary', 'decision:make', no('not-permitted')],
    ['a secretary does not sign off', 'secretary', 'justification:sign-off', no('not-permitted')],
    ['a case officer checks eligibility', 'case-officer', 'eligibility:decide', yes],
    ['a case officer gives no grants', 'case-officer', 'grant:give', no('not-permitted')],
    ['a case officer sees no ranking', 'case-officer', 'ranking:read', no('not-permitted')],
    ['a keyholder arms', 'release-keyholder', 'release:arm', yes],
    ['a keyholder does not prepare', 'release-keyholder', 'release:prepare', no('not-permitted')],
    ['an operator verifies the log', 'operator', 'audit:verify', yes],
    ['an operator reads no entry', 'operator', 'nomination:review-all', no('not-permitted')],
  ])('%s', (_, role, permission, expected) => {
    expect(may(role, permission)).toEqual(expected);
  });

  it.each<[Permission, readonly Role[]]>([
    ['sheet:write', ['juror', 'jury-leader']],
    ['ballot:cast', ['juror', 'jury-leader']],
    ['justification:sign-off', ['juror', 'jury-leader']],
    ['decision:make', ['jury-leader']],
    ['release:arm', ['secretary', 'release-keyholder']],
    ['sheet:break-glass', ['secretary']],
    ['grant:give', ['secretary']],
    ['office:declare', ['secretary', 'case-officer', 'release-keyholder']],
    ['office:rule', ['secretary']],
    ['nomination:submit', ['municipality-submitter']],
    ['nomination:review-all', ['secretary', 'case-officer']],
    ['nomination:review-class', ['juror', 'jury-leader']],
  ])('%s belongs to exactly %j', (permission, expected) => {
    expect(rolesWith(permission)).toEqual(expected);
  });
});

describe('several grants of one person', () => {
  const grant = (role: Role, edition: string | null = '2027'): Grant => ({ role, edition });

  it.each<[string, readonly Grant[], Grant, Verdict]>([
    ['the first grant is free', [], grant('juror'), yes],
    ['a juror may lead', [grant('juror')], grant('jury-leader'), yes],
    [
      'a juror is no secretary in the same edition',
      [grant('juror')],
      grant('secretary'),
      no('other-role-held'),
    ],
    [
      'a secretary is no juror in the same edition',
      [grant('secretary')],
      grant('juror'),
      no('other-role-held'),
    ],
    ['a juror is no case officer', [grant('juror')], grant('case-officer'), no('other-role-held')],
    [
      'a leader is not of a municipality',
      [grant('jury-leader')],
      grant('municipality-viewer'),
      no('other-role-held'),
    ],
    [
      'a municipality is no juror',
      [grant('municipality-editor')],
      grant('juror'),
      no('other-role-held'),
    ],
    ['another edition is another matter', [grant('secretary', '2026')], grant('juror'), yes],
    [
      'a grant for all editions counts in each',
      [grant('secretary', null)],
      grant('juror'),
      no('other-role-held'),
    ],
    [
      'a secretary does not nominate',
      [grant('secretary')],
      grant('municipality-editor'),
      no('other-role-held'),
    ],
    ['a secretary may hold a key', [grant('secretary')], grant('release-keyholder'), yes],
    ['a juror may hold a key', [grant('juror')], grant('release-keyholder'), yes],
    [
      'a municipality holds no key',
      [grant('municipality-viewer')],
      grant('release-keyholder'),
      no('other-role-held'),
    ],
    ['an operator may be in the secretariat', [grant('operator', null)], grant('secretary'), yes],
    [
      'one may edit for two municipalities',
      [grant('municipality-editor')],
      grant('municipality-editor'),
      yes,
    ],
    [
      'any grant that is held can refuse',
      [grant('operator', null), grant('juror')],
      grant('secretary'),
      no('other-role-held'),
    ],
  ])('%s', (_, held, wanted, expected) => {
    expect(mayHold(held, wanted)).toEqual(expected);
  });
});
