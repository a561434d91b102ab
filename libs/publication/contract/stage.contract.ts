import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { type Refusal, STAGE_LIMITS } from '@award/award';

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

export type CaptionLanguage = 'nb' | 'nn' | 'en';

/** What is said at a step, as a line of text under it. */
export interface StageCaption {
  words: Record<CaptionLanguage, string>;
  /** The language of what is read aloud from a text; null when the words are in the language asked for. */
  textLanguage: 'nb' | 'nn' | null;
}

/** Everything that the stage needs, so that it goes on when the network does not. */
export interface StageView {
  /** True when all of it is invented and nothing can be released by it. */
  rehearsal: boolean;
  edition: { id: string; year: number; name: string; sample: boolean };
  classes: StageClass[];
  steps: StageStep[];
  /** One for each step. */
  captions: StageCaption[];
  control: StageControlView;
  /** Whether the finalists are out: before, the stage shows nothing of them. */
  finalistsReleased: boolean;
}

export interface StageControlView {
  step: number;
  blank: boolean;
  held: boolean;
  /** Seconds that the live page waits before it shows a name. */
  liveDelay: number;
  /** The language of the captions in the hall; null for none. */
  captions: CaptionLanguage | null;
  /** Grows with every change. */
  sequence: number;
}

export class ControlStage {
  @IsInt() @Min(0) @Max(200) step: number;
  @IsBoolean() blank: boolean;
  @IsBoolean() held: boolean;
}

/** How the show is followed outside and inside the hall. */
export class SetStage {
  @IsInt() @Min(0) @Max(STAGE_LIMITS.liveDelay) liveDelay: number;
  @IsOptional() @IsIn(['nb', 'nn', 'en']) captions: CaptionLanguage | null;
}

/** The answer to a press. */
export interface RevealAnswer {
  releasedAt: string;
}
