/**
 * What is prepared around the stage. Finalists are asked who comes up, after they have been told and
 * before the winners are; nothing in the question or the answer differs by who has won. The list of
 * those who know is kept by acts: nobody reads a winner's name from a card before two keys are turned
 * unless their own name stands on it.
 */
import type { EditionPhase } from './edition-phases';
import { allOf, needs, type Verdict } from './verdict';

/** Most of each, in characters where nothing else is said. */
export const STAGE_LIMITS = {
  /** People on stage from one municipality. */
  people: 6,
  name: 120,
  role: 120,
  said: 200,
  needs: 600,
  presenters: 400,
  note: 1000,
  /** Seconds. */
  liveDelay: 90,
} as const;

/** In what part a person outside the jury and the secretariat is told before everybody else. */
export const CLEARANCE_PARTS = [
  'presenter',
  'technician',
  'photographer',
  'journalist',
  'other',
] as const;
export type ClearancePart = (typeof CLEARANCE_PARTS)[number];

/** What the person knows: who the finalists are, or the winner of a class as well. */
export const CLEARANCE_KNOWS = ['finalists', 'winners'] as const;
export type ClearanceKnows = (typeof CLEARANCE_KNOWS)[number];

/** A reminder goes to who has not answered when so many hours are left. */
export const STAGE_REMINDER_HOURS = 48;

/** Whether the finalists may be asked who comes on stage, with the answers due at `dueAt`. */
export function mayAskWhoComes(asking: {
  readonly phase: EditionPhase;
  readonly now: Date;
  readonly dueAt: Date;
  /** When the winners are announced; null when it is not set. */
  readonly announcementAt: Date | null;
}): Verdict {
  const { announcementAt, dueAt } = asking;
  return allOf(
    needs(asking.phase === 'finalists-published', 'wrong-phase'),
    needs(dueAt > asking.now, 'timetable-order'),
    needs(announcementAt === null || dueAt <= announcementAt, 'timetable-order'),
  );
}

/** Whether the municipality may still say or change who comes. A time exactly at the end is in time. */
export function mayTellWhoComes(telling: {
  readonly phase: EditionPhase;
  readonly receivedAt: Date;
  readonly dueAt: Date;
}): Verdict {
  return allOf(
    needs(telling.phase === 'finalists-published', 'wrong-phase'),
    needs(telling.receivedAt <= telling.dueAt, 'past-deadline'),
  );
}

/** Whether the secretariat may put right what a municipality has said: until the winners are announced. */
export function mayCorrectWhoComes(phase: EditionPhase): Verdict {
  return needs(phase === 'finalists-published', 'wrong-phase');
}

/** Whether a person may be told ahead. Journalists are told of finalists, never of winners. */
export function mayClear(clearing: {
  readonly part: ClearancePart;
  readonly knows: ClearanceKnows;
  readonly phase: EditionPhase;
}): Verdict {
  const { part, knows, phase } = clearing;
  const told =
    phase === 'announced' ||
    phase === 'archived' ||
    (knows === 'finalists' && phase === 'finalists-published');
  return allOf(
    needs(!told, 'already-released'),
    needs(part !== 'journalist' || knows === 'finalists', 'not-cleared'),
  );
}

/** Whether a card may name the winner of a class to this reader. */
export function mayReadWinnerCard(card: {
  readonly released: boolean;
  /** Sealed, armed by two and not stopped. */
  readonly armed: boolean;
  /** The reader's own name stands on the list of those who know this winner. */
  readonly cleared: boolean;
  /** The class is closed to the reader whatever the list says. */
  readonly denied: boolean;
}): Verdict {
  return needs(
    card.released || (!card.denied && (card.armed || card.cleared)),
    card.denied ? 'recused' : 'not-cleared',
  );
}

/** Whether the reminder is due: within its last hours, and not after the end. */
export function stageReminderDue(now: Date, dueAt: Date): boolean {
  const left = dueAt.getTime() - now.getTime();
  return left > 0 && left <= STAGE_REMINDER_HOURS * 3_600_000;
}

/** What is prepared for the show, as far as the gaps in it are concerned. */
export interface StagePreparation {
  /** Whether the finalists have been asked who comes. */
  readonly asked: boolean;
  readonly classes: readonly {
    readonly code: string;
    /** Who presents the class; blank while nobody is named. */
    readonly presenters: string;
    readonly finalists: readonly {
      readonly nominationId: string;
      readonly municipality: string;
      /** What the finalist has answered; null while it has not. Empty `said` reads as it is written. */
      readonly party: {
        readonly said: string;
        readonly people: readonly { readonly name: string; readonly said: string }[];
      } | null;
    }[];
  }[];
}

/** Something that whoever stands on the stage would miss. */
export type StageGap =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'no-presenter'; readonly classCode: string }
  | { readonly kind: 'nobody-registered'; readonly municipality: string }
  /** A name with letters that are not read off by everybody, and no word of how it is said. */
  | { readonly kind: 'hard-to-say'; readonly name: string };

/** What is missing for the show, class by class; while nobody has been asked, no answer is missing. */
export function stageGaps({ asked, classes }: StagePreparation): readonly StageGap[] {
  return [
    ...(asked ? [] : [{ kind: 'not-asked' } as const]),
    ...classes.flatMap(({ code, presenters, finalists }): StageGap[] => [
      ...(presenters.trim() === '' ? [{ kind: 'no-presenter', classCode: code } as const] : []),
      ...(asked ? finalists.flatMap(gapsOf) : []),
    ]),
  ];
}

function gapsOf({
  municipality,
  party,
}: StagePreparation['classes'][number]['finalists'][number]): StageGap[] {
  if (party === null) return [{ kind: 'nobody-registered', municipality }];
  return [{ name: municipality, said: party.said }, ...party.people]
    .filter(({ name, said }) => said.trim() === '' && isHardToSay(name))
    .map(({ name }) => ({ kind: 'hard-to-say', name }));
}

/** Whether the name has letters outside the Norwegian alphabet and its common accents. */
function isHardToSay(name: string): boolean {
  return /[^a-zæøåéèêóòôäöü\s.,'’()-]/iu.test(name);
}
