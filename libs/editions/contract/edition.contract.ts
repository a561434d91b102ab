import type {
  Basis,
  ClassStage,
  EditionPhase,
  EventForm,
  NominationForm,
  PressContact,
  RecusalScope,
  ScoringPreset,
  TieSettlement,
  TimetableField,
} from '@award/award';

/** A text in the award's three languages. Bokmål is required; the others may be empty and fall back to it. */
export interface Words {
  nb: string;
  nn: string;
  en: string;
}

/** What a score on the scale looks like. */
export interface Level {
  score: number;
  words: Words;
}

/** How to read a criterion: by what the entry builds on, and what to bear in mind for a size class. */
export interface Guidance {
  perBasis: Record<Basis, Words>;
  /** By class code; a class without a text has none. */
  perClass: Record<string, Words>;
}

export interface CriterionView {
  id: string;
  code: string;
  position: number;
  /** Whole number from 0 to 1000; 0 is shown but not counted. */
  weight: number;
  name: Words;
  guidance: Guidance;
  levels: Record<Basis, Level[]>;
}

export interface EditionClassView {
  code: string;
  position: number;
  name: Words;
  /** Fewest residents, inclusive; null means no bound. */
  minPopulation: number | null;
  /** Where the next class begins, exclusive; null means no bound. */
  maxPopulation: number | null;
  finalists: number;
  winners: number;
  /** Null for readers who are not to know how far the jury has come. */
  stage: ClassStage | null;
}

/** Where the winners are announced. Addresses are https; an empty text is not decided yet. */
export interface EventDetails {
  name: string;
  form: EventForm;
  place: string;
  signUpUrl: string;
  streamUrl: string;
}

/** The dates of an edition as ISO instants; null is not decided. */
export type TimetableView = Record<TimetableField, string | null>;

/** Who changed what and why, once the call had opened. */
export interface EditionChangeView {
  id: string;
  at: string;
  by: string | null;
  /** A date of the timetable, a part of the rule of judgement, or the help in the form. */
  what: TimetableField | 'classes' | 'criteria' | 'rules' | 'form';
  /** ISO instants of a changed date; null for changes of the rule. */
  before: string | null;
  after: string | null;
  reason: string | null;
}

export interface EditionView {
  id: string;
  year: number;
  name: Words;
  phase: EditionPhase;
  sample: boolean;
  asPublished: boolean;
  callText: Words;
  form: NominationForm;
  event: EventDetails;
  /** Whom journalists ring, in the order of the press page. */
  pressContacts: PressContact[];
  /** `YYYY-01-01`: the day whose population decides the class. */
  referenceDate: string;
  timetable: TimetableView;
  preset: ScoringPreset;
  scale: { min: number; max: number };
  impartialityScope: RecusalScope;
  impartialityScopeReason: string | null;
  /** Fewest members present for a decision. */
  quorum: number;
  tieRule: TieSettlement;
  /** When the rule of judgement was registered; it cannot change after. */
  ruleRegisteredAt: string | null;
  /** SHA-256 over the registered rule. */
  ruleHash: string | null;
  lockVersion: number;
  classes: EditionClassView[];
  criteria: CriterionView[];
  changes: EditionChangeView[];
  /** The award's clock at the time of the answer. */
  now: string;
}

export interface EditionSummary {
  id: string;
  year: number;
  name: Words;
  phase: EditionPhase;
  sample: boolean;
  asPublished: boolean;
  deadline: string | null;
  announcementAt: string | null;
}
