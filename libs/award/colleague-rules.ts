/**
 * Who may write for a municipality is the municipality's own business: those who may send in invite
 * colleagues, change what they may do and end it. One rule protects the entry: somebody must always
 * be left who can send it in.
 */
import type { Role } from './permissions';
import { needs, type Verdict } from './verdict';

export const COLLEAGUE_ROLES = [
  'municipality-viewer',
  'municipality-editor',
  'municipality-submitter',
] as const satisfies readonly Role[];

/** One of {@link COLLEAGUE_ROLES}: reads, writes, or sends in. */
export type ColleagueRole = (typeof COLLEAGUE_ROLES)[number];

/** Most people who may act for one municipality in one edition. */
export const MOST_COLLEAGUES = 40;

export interface Colleague {
  readonly personId: string;
  readonly role: ColleagueRole;
}

/**
 * Whether the colleague may be given another role, or none (null). Refused with `last-submitter`
 * when nobody would be left who can send in.
 */
export function mayChangeColleague(
  colleagues: readonly Colleague[],
  personId: string,
  becomes: ColleagueRole | null,
): Verdict {
  const others = colleagues.filter((one) => one.personId !== personId);
  const left = others.some(({ role }) => role === 'municipality-submitter');
  return needs(left || becomes === 'municipality-submitter', 'last-submitter');
}
