import type {
  ClassStage,
  EditionPhase,
  NominationForm,
  PressContact,
  RecusalScope,
  ScoringPreset,
  TieSettlement,
} from '@award/award';
import type { CriterionView, Guidance, Words } from '@award/editions/contract';
import type { StoredEvent } from './edition.entity';

export interface EditionClassRow {
  code: string;
  position: number;
  name: Words;
  minPopulation: number | null;
  maxPopulation: number | null;
  finalists: number;
  winners: number;
  stage: ClassStage;
}

export interface CriterionRow {
  id: string;
  code: string;
  position: number;
  weight: number;
  name: Words;
  guidance: Partial<Guidance>;
  levels: Partial<CriterionView['levels']>;
}

/** An edition with its classes and criteria as the server's areas use it. Not what a reader is shown. */
export interface EditionRow {
  id: string;
  year: number;
  name: Words;
  phase: EditionPhase;
  sample: boolean;
  asPublished: boolean;
  copiedFromId: string | null;
  callText: Partial<Words>;
  form: Partial<NominationForm>;
  event: StoredEvent;
  pressContacts: PressContact[];
  /** `YYYY-01-01`. */
  referenceDate: string;
  opensAt: Date | null;
  deadline: Date | null;
  scoringClosesAt: Date | null;
  meetingAt: Date | null;
  finalistsAt: Date | null;
  announcementAt: Date | null;
  preset: ScoringPreset;
  scaleMin: number;
  scaleMax: number;
  impartialityScope: RecusalScope;
  impartialityScopeReason: string | null;
  quorum: number;
  tieRule: TieSettlement;
  ruleHash: string | null;
  ruleRegisteredAt: Date | null;
  lockVersion: number;
  /** The award's clock when the row was read. */
  now: Date;
  classes: EditionClassRow[];
  criteria: CriterionRow[];
}
