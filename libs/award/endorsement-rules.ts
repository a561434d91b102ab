/**
 * Partner businesses and what they say. To endorse an entry and to answer the survey are two acts
 * with two records. A personal link opens both, without an account; it runs out, and it can be
 * taken back. What is endorsed is the text that the partner was shown: change that text, and the
 * endorsement no longer stands until the partner has seen the new one. Once the jury begins to
 * score, nothing more comes in, so that what the members have declared on lies still.
 */
import { type DeliveryTrouble, mayHelpToSendAgain } from './delivery-trouble';
import type { ClassStage, EditionPhase } from './edition-phases';
import type { NominationContent } from './nomination-form';
import type { NominationState } from './nomination-workflow';
import { allOf, needs, type Verdict } from './verdict';

/** What a business itself may have contributed; ticked by the business. */
export const CONTRIBUTIONS = [
  'time-and-knowledge',
  'money',
  'premises-or-land',
  'jobs-or-apprentices',
  'planning-together',
  'network',
  'passed-on-to-others',
] as const;
export type Contribution = (typeof CONTRIBUTIONS)[number];

/** Declined is shown to nobody: to everybody else it looks like an answer that has not come. */
export const ENDORSEMENT_ANSWERS = ['endorsed', 'declined'] as const;
export type EndorsementAnswer = (typeof ENDORSEMENT_ANSWERS)[number];

/** Limits of what is written about and by a partner, in characters. */
export const PARTNER_LIMITS = { name: 200, email: 254, signer: 120, title: 120 } as const;

/** How many partners an entry may ask, whoever named them. */
export const MOST_PARTNERS = 60;

/** Days for which a partner's personal link is good. */
export const PARTNER_LINK_DAYS = 30;

/** Days after which one reminder goes to a partner who has not answered. */
export const REMIND_PARTNER_AFTER_DAYS = 7;

/** Where the entry and its class are; `stage` of an entry without a class is `waiting`. */
export interface PartnerSituation {
  readonly phase: EditionPhase;
  readonly state: NominationState;
  readonly stage: ClassStage;
}

const STATES: readonly NominationState[] = [
  'draft',
  'held',
  'submitted',
  'in-eligibility-check',
  'returned',
  'eligible',
];

/** Whether partners may be named and may answer now: from the first draft until the jury scores. */
export function partnersMayAnswer({ phase, state, stage }: PartnerSituation): Verdict {
  return allOf(
    needs(['open', 'closed', 'judging'].includes(phase), 'wrong-phase'),
    needs(STATES.includes(state), 'wrong-state'),
    needs(stage === 'waiting', 'wrong-stage'),
  );
}

/** A personal link, as far as time and the one who made it are concerned. */
export interface LinkTimes {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** Whether a personal link is good at this instant; at the very instant it runs out, it still is. */
export function linkIsGood({ expiresAt, revokedAt }: LinkTimes, now: Date): Verdict {
  return allOf(
    needs(revokedAt === null, 'link-revoked'),
    needs(now.getTime() <= expiresAt.getTime(), 'link-expired'),
  );
}

/** What a partner is shown and endorses: the entry's title, its reasoned text, and what business did. */
export type EndorsedPart = Pick<NominationContent, 'title' | 'text' | 'business'>;

/** The part of an entry that an endorsement is bound to, by the hash of this alone. */
export function endorsedPart({ title, text, business }: NominationContent): EndorsedPart {
  return { title, text, business };
}

/** Whether there is enough to show to a partner: a title and a reasoned text. */
export function mayAskPartners({ title, text }: EndorsedPart): Verdict {
  return needs(title.trim() !== '' && text.trim() !== '', 'incomplete-form');
}

/** An endorsement as stored: what was said, and the hash of the part that was shown. */
export interface GivenEndorsement {
  readonly answer: EndorsementAnswer;
  readonly textHash: string;
}

/** Whether it stands for the text with this hash. Derived each time: nothing is pushed when a text changes. */
export function endorsementStands(given: GivenEndorsement | null, currentHash: string): boolean {
  return given !== null && given.answer === 'endorsed' && given.textHash === currentHash;
}

/** What those who asked see of a partner. Never that anybody declined, and never who answered the survey. */
export const PARTNER_STANDINGS = [
  'asked',
  'endorsed',
  'endorsed-earlier-text',
  'expired',
  'revoked',
] as const;
export type PartnerStanding = (typeof PARTNER_STANDINGS)[number];

/** How a partner's row is shown to the municipality. */
export function partnerStanding(
  link: LinkTimes,
  given: GivenEndorsement | null,
  currentHash: string,
  now: Date,
): PartnerStanding {
  if (link.revokedAt !== null) return 'revoked';
  if (given?.answer === 'endorsed') {
    return endorsementStands(given, currentHash) ? 'endorsed' : 'endorsed-earlier-text';
  }
  return linkIsGood(link, now).allowed ? 'asked' : 'expired';
}

/** Standings in which the municipality waits for the partner, so that it matters whether the mail came through. */
const WAITED_FOR: readonly PartnerStanding[] = ['asked', 'expired', 'endorsed-earlier-text'];

/**
 * What the municipality is told of the mail that asked the partner; null when it arrived, or when nothing hangs on it any
 * more. A partner that has declined is told of like one that has not answered.
 */
export function toldTrouble(
  standing: PartnerStanding,
  trouble: DeliveryTrouble | null,
): DeliveryTrouble | null {
  return WAITED_FOR.includes(standing) ? trouble : null;
}

/** Whether the partner may be asked once more: the link has run out, the text has changed, or the mail came back and may get through now. */
export function mayAskAgain(standing: PartnerStanding, trouble: DeliveryTrouble | null): Verdict {
  return needs(
    standing === 'expired' ||
      standing === 'endorsed-earlier-text' ||
      (standing === 'asked' && trouble !== null && mayHelpToSendAgain(trouble)),
    'wrong-state',
  );
}

/** Whether the partner may be asked at another address: only in place of one that mail did not reach. */
export function mayMendAddress(
  standing: PartnerStanding,
  trouble: DeliveryTrouble | null,
): Verdict {
  return needs(toldTrouble(standing, trouble) !== null, 'wrong-state');
}
