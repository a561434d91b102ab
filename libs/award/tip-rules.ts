/**
 * Tips: anybody may point at a municipality, with a reason, their own name and how they are related
 * to it. A tip counts once the sender has confirmed it from their own e-mail address. Several tips
 * become one entry. A tip from a region of KS or NHO is shown as such, because members of the jury
 * who work in that region have a question to answer.
 */
import type { House } from './panel-rules';
import { needs, type Verdict } from './verdict';

export const TIP_RELATIONS = [
  'resident',
  'business',
  'organisation',
  'employee',
  'elected',
  'ks-region',
  'nho-region',
  'other',
] as const;
export type TipRelation = (typeof TIP_RELATIONS)[number];

/** Limits of a tip, in characters. */
export const TIP_LIMITS = { why: 2000, name: 120, email: 254, region: 80 } as const;

/** Days in which a tip may be confirmed; after that it is deleted. */
export const TIP_LINK_DAYS = 7;

/** The house whose region sent the tip; null for everybody else. */
export function houseOfTip(relation: TipRelation): House | null {
  if (relation === 'ks-region') return 'KS';
  return relation === 'nho-region' ? 'NHO' : null;
}

/** A region is named if and only if a region sends the tip. */
export function regionIsNamed(relation: TipRelation, region: string): Verdict {
  return needs((houseOfTip(relation) !== null) === (region.trim() !== ''), 'bad-input');
}

/** The region's whole name: `vestland` and `NHO  Vestland` of NHO are both `NHO Vestland`. */
export function regionName(house: House, written: string): string {
  const name = written
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(new RegExp(`^${house}\\b ?`, 'i'), '');
  return `${house} ${name.slice(0, 1).toLocaleUpperCase('nb')}${name.slice(1)}`.trim();
}
