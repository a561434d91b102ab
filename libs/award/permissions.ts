/**
 * Who may do what. Every permission is `noun:verb`; every role names the permissions it holds, one
 * by one. No role inherits from another and nothing matches by pattern, so that reading one list
 * tells all. A permission opens a door; the rules of the area and the embargo decide what is seen
 * behind it, and a recusal closes it again whatever the grant says.
 */
import { allOf, needs, type Verdict } from './verdict';

export const PERMISSIONS = [
  'edition:create',
  'edition:change',
  'edition:advance',
  'edition:read',
  'edition:export',
  'register:read',
  'register:refresh',
  'outreach:read',
  'outreach:invite',
  'nomination:read',
  'nomination:write',
  'nomination:submit',
  'nomination:take-back',
  'nomination:withdraw',
  'nomination:answer-tip',
  'approval:ask',
  'partner:read',
  'partner:ask',
  'nomination:review-all',
  'nomination:review-class',
  'nomination:reclassify',
  'nomination:question-class',
  'colleague:read',
  'colleague:change',
  'eligibility:read',
  'eligibility:check',
  'eligibility:decide',
  'panel:read',
  'panel:change',
  'panel:answer',
  'declaration:write',
  'declaration:read',
  'ruling:make',
  'ruling:confirm',
  'office:declare',
  'office:rule',
  'scoring:open',
  'scoring:close',
  'sheet:write',
  'sheet:lock',
  'sheet:reopen',
  'sheet:break-glass',
  'progress:read',
  'ranking:read',
  'meeting:read',
  'meeting:attend',
  'meeting:lead',
  'ballot:open',
  'ballot:cast',
  'ballot:close',
  'decision:read',
  'decision:make',
  'decision:seal',
  'decision:supersede',
  'minutes:read',
  'minutes:write',
  'minutes:approve',
  'justification:read',
  'justification:write',
  'justification:sign-off',
  'justification:fact-check',
  'release:read',
  'release:prepare',
  'release:clear',
  'release:arm',
  'release:stop',
  'release:correct',
  'stage:run',
  'stage:register',
  'audit:read',
  'audit:verify',
  'grant:read',
  'grant:give',
  'person:export',
  'person:erase',
  'mail:read',
] as const;

/** One of {@link PERMISSIONS}. */
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'secretary',
  'case-officer',
  'juror',
  'jury-leader',
  'municipality-editor',
  'municipality-submitter',
  'municipality-viewer',
  'release-keyholder',
  'operator',
] as const;

/** One of {@link ROLES}. One session acts in one role at a time. */
export type Role = (typeof ROLES)[number];

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  secretary: [
    'edition:create',
    'edition:change',
    'edition:advance',
    'edition:read',
    'edition:export',
    'register:read',
    'register:refresh',
    'outreach:read',
    'outreach:invite',
    'nomination:review-all',
    'nomination:reclassify',
    'nomination:question-class',
    'eligibility:read',
    'eligibility:check',
    'eligibility:decide',
    'panel:read',
    'panel:change',
    'declaration:read',
    'office:declare',
    'office:rule',
    'scoring:open',
    'sheet:break-glass',
    'progress:read',
    'ranking:read',
    'meeting:read',
    'decision:read',
    'minutes:read',
    'minutes:write',
    'justification:read',
    'justification:write',
    'release:read',
    'release:prepare',
    'release:clear',
    'release:arm',
    'release:stop',
    'release:correct',
    'stage:run',
    'audit:read',
    'audit:verify',
    'grant:read',
    'grant:give',
    'person:export',
    'person:erase',
    'mail:read',
  ],
  'case-officer': [
    'edition:read',
    'register:read',
    'outreach:read',
    'outreach:invite',
    'nomination:review-all',
    'eligibility:read',
    'eligibility:check',
    'eligibility:decide',
    'panel:read',
    'office:declare',
    'progress:read',
    'mail:read',
  ],
  juror: [
    'edition:read',
    'nomination:review-class',
    'panel:read',
    'panel:answer',
    'declaration:write',
    'ruling:confirm',
    'sheet:write',
    'sheet:lock',
    'sheet:reopen',
    'ranking:read',
    'meeting:read',
    'meeting:attend',
    'ballot:cast',
    'decision:read',
    'minutes:read',
    'minutes:approve',
    'justification:read',
    'justification:write',
    'justification:sign-off',
  ],
  'jury-leader': [
    'edition:read',
    'nomination:review-class',
    'nomination:question-class',
    'panel:read',
    'panel:answer',
    'declaration:write',
    'declaration:read',
    'ruling:make',
    'ruling:confirm',
    'scoring:open',
    'scoring:close',
    'sheet:write',
    'sheet:lock',
    'sheet:reopen',
    'progress:read',
    'ranking:read',
    'meeting:read',
    'meeting:attend',
    'meeting:lead',
    'ballot:open',
    'ballot:cast',
    'ballot:close',
    'decision:read',
    'decision:make',
    'decision:seal',
    'decision:supersede',
    'minutes:read',
    'minutes:write',
    'minutes:approve',
    'justification:read',
    'justification:write',
    'justification:sign-off',
    'release:read',
  ],
  'municipality-editor': [
    'edition:read',
    'colleague:read',
    'nomination:read',
    'nomination:write',
    'nomination:answer-tip',
    'approval:ask',
    'partner:read',
    'partner:ask',
    'justification:fact-check',
    'stage:register',
  ],
  'municipality-submitter': [
    'edition:read',
    'colleague:read',
    'colleague:change',
    'nomination:read',
    'nomination:write',
    'nomination:submit',
    'nomination:take-back',
    'nomination:withdraw',
    'nomination:answer-tip',
    'approval:ask',
    'partner:read',
    'partner:ask',
    'justification:fact-check',
    'stage:register',
  ],
  'municipality-viewer': ['edition:read', 'colleague:read', 'nomination:read', 'partner:read'],
  'release-keyholder': [
    'edition:read',
    'office:declare',
    'release:read',
    'release:arm',
    'release:stop',
    'stage:run',
  ],
  operator: ['audit:verify', 'register:refresh', 'mail:read'],
};

/** Whether the role holds the permission. */
export function may(role: Role, permission: Permission): Verdict {
  return needs(ROLE_PERMISSIONS[role].includes(permission), 'not-permitted');
}

/** What concerns people and editions beyond any one: a right in one edition gives none of it. */
const OF_ALL_EDITIONS: readonly Permission[] = ['edition:create', 'person:export', 'person:erase'];

/** Whether a grant of the role gives the permission. `bound`: the grant is of one edition. */
export function mayByGrant(role: Role, permission: Permission, bound: boolean): Verdict {
  return allOf(
    may(role, permission),
    needs(!bound || !OF_ALL_EDITIONS.includes(permission), 'not-permitted'),
  );
}

/** The roles that hold the permission, in the order of {@link ROLES}. */
export function rolesWith(permission: Permission): readonly Role[] {
  return ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
}

/** Where in the award a role belongs. Nobody acts on two sides of the same edition. */
export type Side = 'secretariat' | 'jury' | 'municipality' | 'release' | 'operation';

export const SIDE_OF_ROLE: Readonly<Record<Role, Side>> = {
  secretary: 'secretariat',
  'case-officer': 'secretariat',
  juror: 'jury',
  'jury-leader': 'jury',
  'municipality-editor': 'municipality',
  'municipality-submitter': 'municipality',
  'municipality-viewer': 'municipality',
  'release-keyholder': 'release',
  operator: 'operation',
};

/** A role given to a person. `edition` is null for a grant that is not bound to one edition. */
export interface Grant {
  readonly role: Role;
  readonly edition: string | null;
  readonly municipality?: string | null;
}

const APART: readonly (readonly [Side, Side])[] = [
  ['jury', 'secretariat'],
  ['jury', 'municipality'],
  ['secretariat', 'municipality'],
  ['release', 'municipality'],
];

/**
 * Whether a person who holds `held` may also hold `wanted`. A seated juror holds no secretariat or
 * municipality grant in the same edition; neither does anybody judge, prepare or release what they
 * sent in themselves. A grant without an edition counts in every edition.
 */
export function mayHold(held: readonly Grant[], wanted: Grant): Verdict {
  const side = SIDE_OF_ROLE[wanted.role];
  return allOf(
    ...held
      .filter((grant) => sameEdition(grant, wanted))
      .map((grant) => needs(!apart(SIDE_OF_ROLE[grant.role], side), 'other-role-held')),
  );
}

function sameEdition(one: Grant, other: Grant): boolean {
  return one.edition === null || other.edition === null || one.edition === other.edition;
}

function apart(one: Side, other: Side): boolean {
  return APART.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
}
