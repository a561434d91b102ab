import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import type { Refusal } from '@award/award';

/** One screen of the run of show. Only `reveal` releases something, and only when it is entered by a press. */
export type StageStep =
  | { kind: 'title' }
  | { kind: 'class'; classCode: string }
  | { kind: 'finalists'; classCode: string }
  | { kind: 'silence'; classCode: string; stageTexts: string[] }
  | { kind: 'reveal'; classCode: string; winners: string[]; recordId: string | null }
  | { kind: 'end'; winners: { classCode: string; names: string[] }[] };

export interface StageClass {
  code: string;
  name: string;
  finalists: { name: string; county: string; outline: string | null }[];
  /** Why the name cannot be shown yet; null when it is sealed, armed by two, or already out. */
  notReady: Refusal | null;
  released: boolean;
}

/** Everything that the stage needs, so that it goes on when the network does not. */
export interface StageView {
  edition: { id: string; year: number; name: string; sample: boolean };
  classes: StageClass[];
  steps: StageStep[];
  control: StageControlView;
  /** Whether the finalists are out: before, the stage shows nothing of them. */
  finalistsReleased: boolean;
}

export interface StageControlView {
  step: number;
  blank: boolean;
  held: boolean;
  /** Grows with every change. */
  sequence: number;
}

export class ControlStage {
  @IsInt() @Min(0) @Max(200) step: number;
  @IsBoolean() blank: boolean;
  @IsBoolean() held: boolean;
}

/** The answer to a press. */
export interface RevealAnswer {
  releasedAt: string;
}
