import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsISO8601,
  IsString,
  IsUUID,
  Length,
  ValidateIf,
} from 'class-validator';
import type { ClassStage, EditionPhase, Refusal, ReleaseConditionCode } from '@award/award';
import type { ReleaseTextShown } from './release-text.contract';

/** Seals what is decided: everything of one class for its winners, or the finalists of all classes. */
export class SealResult {
  /** A class code for the winners of one class; `all` for the finalists. */
  @IsString()
  @Length(1, 40)
  scope: string;

  /** When it goes by itself; null when it goes by a press only. */
  @ValidateIf(({ releaseAt }: SealResult) => releaseAt !== null)
  @IsISO8601({ strict: true })
  releaseAt: string | null;
}

/** A key is turned for exactly what the holder has seen: a changed record or time is refused. */
export class TurnKey {
  @IsString()
  @Length(64, 64)
  sha256: string;

  @ValidateIf(({ releaseAt }: TurnKey) => releaseAt !== null)
  @IsISO8601({ strict: true })
  releaseAt: string | null;
}

export class ChangeReleaseTime {
  @ValidateIf(({ releaseAt }: ChangeReleaseTime) => releaseAt !== null)
  @IsISO8601({ strict: true })
  releaseAt: string | null;
}

/** A press: one record, or several that go out together or not at all. */
export class PressRelease {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  recordIds: string[];
}

/** One condition of a release: met, or why not. */
export interface ReleaseCondition {
  code: ReleaseConditionCode;
  /** The class that it is about; null for the whole edition. */
  classCode: string | null;
  met: boolean;
  /** Why it is not met; null when it is. */
  reason: Refusal | null;
}

/** One municipality that becomes visible. Null contents are for readers who may not know them. */
export interface ReleaseContent {
  classCode: string;
  municipality: string;
  outcome: 'finalist' | 'winner';
  justification: string | null;
  writtenForm: 'nb' | 'nn' | null;
  /** Pictures that are told with it, as words. */
  images: { caption: string; photographer: string; altText: string }[];
}

/** One thing that is released by itself: the finalists of all classes, or the winners of one. */
export interface ReleaseItem {
  kind: 'finalists' | 'winners';
  scope: string;
  conditions: ReleaseCondition[];
  /** What would be sealed now, or what is sealed; null when the reader may not know it. */
  contents: ReleaseContent[] | null;
  /** What is sent out with it; null while nothing is written, and for readers who may not know it. */
  text: ReleaseTextShown | null;
  /** Null while it is not sealed. */
  sealed: {
    id: string;
    sha256: string;
    sealedAt: string;
    sealedBy: string;
    releaseAt: string | null;
    stoppedAt: string | null;
    keys: { name: string; mine: boolean; armedAt: string }[];
  } | null;
  /**
   * A class that it tells of is closed to the reader, who cannot bring it out, only stop it: the names of those who
   * can turn a key, or seal it while it is not sealed. Null when it is open to the reader, or out.
   */
  closed: { others: string[] } | null;
  /** Whether the reader may do each act now, or why not. */
  acts: Record<ReleaseAct, Refusal | null>;
  mails: { template: 'publication.news'; recipients: number };
  /** The receipt; null while it is not released. */
  released: {
    at: string;
    by: string | null;
    sha256: string;
    mailsQueued: number;
    mailsSent: number;
  } | null;
}

export const RELEASE_ACTS = ['seal', 'arm', 'release', 'stop', 'schedule', 'cancel'] as const;
export type ReleaseAct = (typeof RELEASE_ACTS)[number];

export interface ReleaseRoomView {
  edition: {
    id: string;
    year: number;
    name: string;
    phase: EditionPhase;
    sample: boolean;
    finalistsAt: string | null;
    announcementAt: string | null;
  };
  classes: { code: string; name: string; stage: ClassStage }[];
  items: ReleaseItem[];
  /** The award's clock at the time of the answer. */
  now: string;
}
