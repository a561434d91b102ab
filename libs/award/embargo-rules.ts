/**
 * What each viewer may see of an entry. Three facts are never mixed: where the entry stands, what
 * has been decided, and what has been told. Deciding is not telling. What is told is a row written
 * at the release, so that nothing here looks at a clock. The answer holds the outcome only where
 * the viewer may know it: for anyone else it is the same whatever has been decided.
 */
import type { ClassStage, EditionPhase } from './edition-phases';
import type { NominationState } from './nomination-workflow';
import { STAGE_RIGHTS } from './phase-rights';

/** The three facts about an entry, and the stage of its class. */
export interface EntryFacts {
  readonly state: NominationState;
  readonly stage: ClassStage;
  readonly decided: {
    /** The class's decision on finalists is sealed; `finalist`: this entry is one. */
    readonly finalists: boolean;
    readonly finalist: boolean;
    /** The class's decision on the winner is sealed; `winner`: this entry is it. */
    readonly winners: boolean;
    readonly winner: boolean;
  };
  readonly told: {
    /** The municipality has been told in confidence that it is a finalist. */
    readonly inConfidence: boolean;
    /** The finalists of the edition are released. */
    readonly finalists: boolean;
    /** The winner of the entry's class is released. */
    readonly winners: boolean;
    /** The municipality agrees to publish the form's text. */
    readonly textConsent: boolean;
    /** The entry is in the learning bank, which opens with the announcement. */
    readonly learningBank: boolean;
    /** The text is taken down on request after publication. */
    readonly textTakenDown: boolean;
  };
}

/** Who looks. Everyone not named here looks as `anonymous`, the operator too. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'municipality'; readonly own: boolean }
  /** A member of the class's panel: `mayOpen` and `maySeeAggregate` of impartiality-rules.ts. */
  | {
      readonly kind: 'juror' | 'leader';
      readonly inClass: boolean;
      readonly mayOpen: boolean;
      readonly maySeeAggregate: boolean;
    }
  /** Secretary or case officer; `lockedOut` by an own recusal from the class. */
  | { readonly kind: 'secretariat'; readonly lockedOut: boolean }
  /** Named on the list of cleared people. */
  | { readonly kind: 'cleared'; readonly for: 'finalists' | 'winners' }
  | { readonly kind: 'presenter' }
  | { readonly kind: 'keyholder' };

/** Whether something is so, as far as the viewer may know. */
export type Known = 'yes' | 'no' | 'unknown';

/** What the viewer may see. `unknown` and `none` are the same for every outcome that is hidden. */
export interface Sight {
  readonly entryExists: boolean;
  /** `published`: the form's text and images with consent. `full`: also attachments and contacts. */
  readonly text: 'none' | 'published' | 'full';
  readonly finalist: Known;
  readonly winner: Known;
  /** `to-check`: the own paragraph before publication. `working`: drafts, comments and sign-offs. */
  readonly justification: 'none' | 'to-check' | 'published' | 'working';
  readonly scores: 'none' | 'own' | 'all';
  readonly ranking: boolean;
}

/** Before anything is told, and for whoever has no part in the award. */
export const NOTHING: Sight = {
  entryExists: false,
  text: 'none',
  finalist: 'unknown',
  winner: 'unknown',
  justification: 'none',
  scores: 'none',
  ranking: false,
};

/**
 * What the viewer may see of the entry. Reads that leave rows out in the database itself (the views over what is
 * released, a seat's standing to its entries) answer the same by conditions of their own.
 */
export function whatMaySee(viewer: Viewer, facts: EntryFacts): Sight {
  const told = publicSight(facts);
  switch (viewer.kind) {
    case 'anonymous':
      return told;
    case 'municipality':
      return viewer.own ? ownSight(facts, told) : told;
    case 'juror':
    case 'leader':
      return jurorSight(viewer, facts, told);
    case 'secretariat':
      return viewer.lockedOut ? { ...told, entryExists: true } : secretariatSight(facts, told);
    case 'cleared':
      return clearedSight(facts, told, viewer.for === 'winners');
    case 'presenter':
    case 'keyholder':
      return clearedSight(facts, told, true);
  }
}

/** The line that the public reads about an edition. */
export type PublicLine =
  | 'planned'
  | 'call-open'
  | 'call-closed'
  | 'jury-at-work'
  | 'finalists-published'
  | 'being-announced'
  | 'winners-announced'
  | 'archived';

/**
 * What the public is told about where an edition stands. It follows the phase and what is released
 * and never a class's stage, which would tell that a decision has been made.
 */
export function publicLineOf(
  phase: EditionPhase,
  classes: readonly { readonly winnerReleased: boolean }[],
): PublicLine {
  switch (phase) {
    case 'planned':
      return 'planned';
    case 'open':
      return 'call-open';
    case 'closed':
      return 'call-closed';
    case 'judging':
      return 'jury-at-work';
    case 'finalists-published':
      return classes.some(({ winnerReleased }) => winnerReleased)
        ? 'being-announced'
        : 'finalists-published';
    case 'announced':
      return 'winners-announced';
    case 'archived':
      return 'archived';
  }
}

/**
 * The same line on the live page, which follows the video stream: a winner that is held there is not out yet, whatever
 * other pages and the edition's phase already tell.
 */
export function liveLineOf(
  phase: EditionPhase,
  classes: readonly { readonly winnerReleased: boolean; readonly held: boolean }[],
): PublicLine {
  const shown = classes.map(({ winnerReleased, held }) => ({
    winnerReleased: winnerReleased && !held,
  }));
  return publicLineOf(classes.some(({ held }) => held) ? 'finalists-published' : phase, shown);
}

/** A finalist's page stands after a withdrawal too: it says so, and keeps or drops its text. */
function publicSight({ decided, state, told }: EntryFacts): Sight {
  const finalist = told.finalists && decided.finalists && decided.finalist;
  const inLearningBank = told.learningBank && told.textConsent && state !== 'withdrawn';
  if (!finalist && !inLearningBank) return NOTHING;
  return {
    ...NOTHING,
    entryExists: true,
    text: told.textConsent && !told.textTakenDown ? 'published' : 'none',
    finalist: finalist ? 'yes' : 'unknown',
    winner: finalist ? winnerAsTold({ decided, told }) : 'unknown',
    justification: finalist ? 'published' : 'none',
  };
}

function ownSight({ decided, told }: EntryFacts, seen: Sight): Sight {
  const inConfidence = told.inConfidence && decided.finalists && decided.finalist;
  const finalist: Known =
    told.finalists && decided.finalists
      ? known(decided.finalist)
      : inConfidence
        ? 'yes'
        : 'unknown';
  return {
    ...seen,
    entryExists: true,
    text: 'full',
    finalist,
    winner: winnerAsTold({ decided, told }),
    justification: seen.justification === 'none' && inConfidence ? 'to-check' : seen.justification,
  };
}

function jurorSight(
  viewer: Extract<Viewer, { kind: 'juror' | 'leader' }>,
  facts: EntryFacts,
  told: Sight,
): Sight {
  if (!viewer.inClass) return told;
  const { state, stage } = facts;
  const onTheList = state === 'eligible' || state === 'in-review' || state === 'assessed';
  const opens = viewer.mayOpen && (state === 'in-review' || state === 'assessed');
  const closed = STAGE_RIGHTS[stage].readAllSheets;
  const all = viewer.maySeeAggregate && opens && closed;
  const base: Sight = {
    ...told,
    entryExists: told.entryExists || onTheList,
    text: opens ? 'full' : told.text,
    scores: all ? 'all' : opens ? 'own' : 'none',
    ranking: all,
  };
  return viewer.maySeeAggregate ? withDecisions(facts, base) : base;
}

function secretariatSight(facts: EntryFacts, told: Sight): Sight {
  const closed = STAGE_RIGHTS[facts.stage].readAllSheets && SENT_IN.includes(facts.state);
  return withDecisions(facts, {
    ...told,
    entryExists: true,
    text: SENT_IN.includes(facts.state) ? 'full' : told.text,
    scores: closed ? 'all' : 'none',
    ranking: closed,
  });
}

/** States in which the municipality has sent its text in: before, nobody else reads it. */
const SENT_IN: readonly NominationState[] = [
  'submitted',
  'in-eligibility-check',
  'returned',
  'eligible',
  'ineligible',
  'in-review',
  'assessed',
];

/** Whoever took part in deciding, or prepares the release, knows what is decided. */
function withDecisions({ decided }: EntryFacts, seen: Sight): Sight {
  if (!decided.finalists) return seen;
  return {
    ...seen,
    finalist: known(decided.finalist),
    winner: decided.winners ? known(decided.winner) : seen.winner,
    justification: decided.finalist ? 'working' : seen.justification,
  };
}

/** A cleared person learns of finalists, never of those who are not, and of winners only if named. */
function clearedSight({ decided, told }: EntryFacts, seen: Sight, winners: boolean): Sight {
  if (!decided.finalists || !decided.finalist) return seen;
  return {
    ...seen,
    entryExists: true,
    text: told.textConsent && !told.textTakenDown ? 'published' : 'none',
    finalist: 'yes',
    winner: winners && decided.winners ? known(decided.winner) : seen.winner,
    justification: 'published',
  };
}

function winnerAsTold({ decided, told }: Pick<EntryFacts, 'decided' | 'told'>): Known {
  return told.winners && decided.winners ? known(decided.winner) : 'unknown';
}

function known(so: boolean): Known {
  return so ? 'yes' : 'no';
}
