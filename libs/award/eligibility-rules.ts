/**
 * The formal check of an entry: a list of questions, some answered from what is stored and some by
 * a person. It never judges how good the entry is. Missing approval by the mayor or the chief
 * executive is not on the list, because it never blocks.
 */
import { receivedInTime } from './deadline';
import { allOf, needs, type Verdict } from './verdict';

export const CHECKLIST = [
  'in-register',
  'class-known',
  'form-complete',
  'agreed-with-chief-executive',
  'attachments-readable',
  'image-consents',
  'about-business-development',
  'nothing-confidential',
] as const;
export type ChecklistItem = (typeof CHECKLIST)[number];

/** `open` has not been answered yet. */
export type ChecklistAnswer = 'met' | 'not-met' | 'open';
export type Checklist = Readonly<Record<ChecklistItem, ChecklistAnswer>>;

/** What a person has to judge; the rest follows from what is stored. */
export const JUDGED_BY_PEOPLE: readonly ChecklistItem[] = [
  'about-business-development',
  'nothing-confidential',
];

/** What is stored about an entry, as far as the check needs it. */
export interface CheckedEntry {
  readonly municipalityInRegister: boolean;
  /** The class frozen on the entry, or null. */
  readonly classCode: string | null;
  /** Whether the form is complete (`mayBeSent`). */
  readonly complete: boolean;
  readonly confirmedWithChiefExecutive: boolean;
  readonly attachments: readonly { readonly readable: boolean }[];
  readonly images: readonly { readonly rightsConfirmed: boolean }[];
}

/** The answers that follow from what is stored; what people judge stays `open`. */
export function automaticChecks(entry: CheckedEntry): Checklist {
  return {
    'in-register': answer(entry.municipalityInRegister),
    'class-known': answer(entry.classCode !== null),
    'form-complete': answer(entry.complete),
    'agreed-with-chief-executive': answer(entry.confirmedWithChiefExecutive),
    'attachments-readable': answer(entry.attachments.every((one) => one.readable)),
    'image-consents': answer(entry.images.every((one) => one.rightsConfirmed)),
    'about-business-development': 'open',
    'nothing-confidential': 'open',
  };
}

/** The automatic answers with those that a person has given for what people judge. */
export function withJudgement(
  automatic: Checklist,
  judged: Readonly<Partial<Record<ChecklistItem, ChecklistAnswer>>>,
): Checklist {
  return JUDGED_BY_PEOPLE.reduce<Checklist>(
    (list, item) => ({ ...list, [item]: judged[item] ?? 'open' }),
    automatic,
  );
}

export const ELIGIBILITY_OUTCOMES = ['eligible', 'returned', 'ineligible'] as const;
export type EligibilityOutcome = (typeof ELIGIBILITY_OUTCOMES)[number];

/**
 * Whether the check may end like this. Eligible: everything met. Returned: a text that says what to
 * complete, something not met, and a new deadline after `at`. Ineligible: the reason, and something
 * not met. Questions still open bar every outcome but returning.
 */
export function mayDecideEligibility(
  outcome: EligibilityOutcome,
  checklist: Checklist,
  reason: string,
  deadline?: { readonly at: Date; readonly newDue: Date | null },
): Verdict {
  const answers = CHECKLIST.map((item) => checklist[item]);
  const told = needs(reason.trim() !== '', 'reason-required');
  const somethingNotMet = needs(answers.includes('not-met'), 'nothing-to-complete');
  const allAnswered = needs(!answers.includes('open'), 'checklist-open');
  switch (outcome) {
    case 'eligible':
      return allOf(allAnswered, needs(!answers.includes('not-met'), 'checklist-not-met'));
    case 'returned':
      return allOf(
        told,
        somethingNotMet,
        needs(
          !!deadline?.newDue && !receivedInTime(deadline.newDue, deadline.at),
          'timetable-order',
        ),
      );
    case 'ineligible':
      return allOf(told, allAnswered, somethingNotMet);
  }
}

function answer(met: boolean): ChecklistAnswer {
  return met ? 'met' : 'not-met';
}
