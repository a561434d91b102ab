/**
 * How long personal data is kept. The award's history stays: who took part, who was a finalist, what was
 * decided and why. What is about people goes when nobody needs it any more, by itself. One line per kind:
 * on what ground it is held, from when its time is counted, and for how many days unless the secretariat
 * has set another number. KS and NHO are joint controllers (GDPR article 26); the ground is their
 * legitimate interest in carrying the award through (article 6 (1) f), or the consent of who follows
 * (article 6 (1) a).
 */
import { allOf, needs, type Verdict } from './verdict';

export const RETENTION_KINDS = [
  'sign-in',
  'stored-answers',
  'unconfirmed',
  'private-notes',
  'declarations',
  'relations',
  'unsent-entries',
  'tips',
  'partners',
  'approvals',
  'stage-people',
  'contacts',
  'assessments',
  'invitations',
  'mail-words',
  'mail-addresses',
  'accounts',
] as const;

/** One of {@link RETENTION_KINDS}. */
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** From when the days are counted. */
export type RetentionFrom =
  'end-of-use' | 'asked' | 'sent' | 'deadline' | 'announcement' | 'archived' | 'last-role';

export interface RetentionRule {
  readonly kind: RetentionKind;
  readonly ground: 'interest' | 'consent';
  readonly from: RetentionFrom;
  /** Whole days of 24 hours; 0 is at once. */
  readonly days: number;
}

const YEAR = 365;

/** In the order in which they are told. */
export const RETENTION: readonly RetentionRule[] = [
  { kind: 'sign-in', ground: 'interest', from: 'end-of-use', days: 1 },
  { kind: 'stored-answers', ground: 'interest', from: 'end-of-use', days: 14 },
  { kind: 'unconfirmed', ground: 'consent', from: 'asked', days: 7 },
  { kind: 'unsent-entries', ground: 'interest', from: 'deadline', days: 90 },
  { kind: 'mail-words', ground: 'interest', from: 'sent', days: 90 },
  { kind: 'mail-addresses', ground: 'interest', from: 'sent', days: YEAR },
  { kind: 'private-notes', ground: 'interest', from: 'archived', days: 0 },
  { kind: 'declarations', ground: 'interest', from: 'archived', days: 0 },
  { kind: 'relations', ground: 'interest', from: 'archived', days: 0 },
  { kind: 'tips', ground: 'interest', from: 'archived', days: 30 },
  { kind: 'partners', ground: 'interest', from: 'archived', days: 30 },
  { kind: 'approvals', ground: 'interest', from: 'archived', days: 30 },
  { kind: 'stage-people', ground: 'interest', from: 'archived', days: 30 },
  { kind: 'contacts', ground: 'interest', from: 'announcement', days: YEAR },
  { kind: 'assessments', ground: 'interest', from: 'announcement', days: YEAR },
  { kind: 'invitations', ground: 'interest', from: 'announcement', days: YEAR },
  { kind: 'accounts', ground: 'interest', from: 'last-role', days: YEAR },
];

/**
 * The fewest days that the secretariat may set, for the kinds that are its to set: so long somebody may still ask what
 * was sent or written. The other kinds go with what they belong to, and their time is fixed.
 */
export const RETENTION_LEAST: Readonly<Partial<Record<RetentionKind, number>>> = {
  'unsent-entries': 0,
  'mail-words': 30,
  'mail-addresses': 30,
  tips: 0,
  partners: 0,
  approvals: 0,
  'stage-people': 0,
  contacts: 30,
  assessments: 30,
  invitations: 0,
  accounts: 30,
};

/** The most days that may be set: five years. */
export const RETENTION_MOST = 5 * YEAR;

/**
 * Whether the time of a kind may be set to so many whole days, where it is `before` now: `rule-frozen` for a kind that
 * is not to be set, `bad-input` for days out of range or as before, and a reason is required.
 */
export function mayChangePeriod(change: {
  readonly kind: RetentionKind;
  readonly days: number;
  readonly before: number;
  readonly reason: string;
}): Verdict {
  const { kind, days, before, reason } = change;
  const least = RETENTION_LEAST[kind];
  return allOf(
    needs(least !== undefined, 'rule-frozen'),
    needs(
      Number.isInteger(days) && days >= (least ?? 0) && days <= RETENTION_MOST && days !== before,
      'bad-input',
    ),
    needs(reason.trim() !== '', 'reason-required'),
  );
}

/** Every rule, with the days that have been set in place of the usual ones. */
export function allPeriods(set: ReadonlyMap<RetentionKind, number>): readonly RetentionRule[] {
  return RETENTION.map((rule) => ({ ...rule, days: set.get(rule.kind) ?? rule.days }));
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The usual rule of a kind. */
export function retentionOf(kind: RetentionKind): RetentionRule {
  const rule = RETENTION.find((one) => one.kind === kind);
  if (!rule) throw new Error(`no period for ${kind}`);
  return rule;
}

/** What is from this instant or before is due to go at `now`. */
export function retentionCutoff({ days }: Pick<RetentionRule, 'days'>, now: Date): Date {
  return new Date(now.getTime() - days * DAY_MS);
}

/** What holds back the erasure of a person: a role that is needed to carry an edition through. */
export type ErasureObstacle = 'juror-at-work' | 'only-secretary' | 'only-submitter' | 'release-key';

/** A role as erasure looks at it. `running`: its edition is not archived, or it is bound to none. */
export interface RoleAtErasure {
  readonly role: string;
  readonly running: boolean;
  /** Whether nobody else holds the same role in the same place. */
  readonly alone: boolean;
}

/**
 * Why a person cannot be erased yet. A member of a jury at work is part of a decision that is being made;
 * the last secretary, submitter or keyholder hands over first. Nobody is held back by what is over.
 */
export function erasureObstacles(roles: readonly RoleAtErasure[]): readonly ErasureObstacle[] {
  const found = roles
    .filter(({ running }) => running)
    .map(({ role, alone }): ErasureObstacle | null => {
      if (role === 'juror' || role === 'jury-leader') return 'juror-at-work';
      if (!alone) return null;
      if (role === 'secretary') return 'only-secretary';
      if (role === 'municipality-submitter') return 'only-submitter';
      return role === 'release-keyholder' ? 'release-key' : null;
    });
  return [...new Set(found.filter((one) => one !== null))];
}
