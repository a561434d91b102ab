import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  MOTION_VOTES,
  type MotionResult,
  type MotionVote,
  type Refusal,
  TALK_LIMITS,
} from '@award/award';

/** Puts an entry on the table; null clears it. */
export class TakeUp {
  @IsOptional()
  @IsUUID('all')
  nominationId: string | null;
}

export class SayRemark {
  @IsUUID('all')
  nominationId: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(TALK_LIMITS.remark)
  text: string;
}

export class PutMotion {
  @IsString()
  @IsNotEmpty()
  @MaxLength(TALK_LIMITS.motion)
  text: string;
}

export class VoteOnMotion {
  @IsIn(MOTION_VOTES)
  vote: MotionVote;
}

export class ObjectToMinutes {
  @IsString()
  @IsNotEmpty()
  @MaxLength(TALK_LIMITS.objection)
  text: string;
}

export interface RemarkView {
  id: string;
  nominationId: string;
  seatId: string;
  text: string;
  madeAt: string;
}

export interface MotionView {
  id: string;
  /** Who put it. */
  seatId: string;
  text: string;
  state: 'open' | 'closed';
  putAt: string;
  closedAt: string | null;
  /** How many have voted; never how. */
  votes: number;
  mine: MotionVote | null;
  /** Null while it is open. */
  result: MotionResult | null;
}

export const TALK_ACTS = ['takeUp', 'say', 'putMotion', 'voteOnMotion', 'closeMotion'] as const;
export type TalkAct = (typeof TALK_ACTS)[number];

/** What is said in a class's meeting. The same for everybody who takes part, but for the own vote. */
export interface TalkView {
  /** The stream's number when this was read. */
  revision: number;
  onTheTable: { nominationId: string; since: string } | null;
  remarks: RemarkView[];
  /** Of the open meeting, else of the latest; newest last. */
  motions: MotionView[];
  /** Null when the reader may do it now, otherwise why not. */
  acts: Record<TalkAct, Refusal | null>;
}

/** What the meeting's stream says: that something has happened, never what. */
export interface MeetingEvent {
  revision: number;
}

/** What stands beside minutes, and when they stand by silence. */
export interface MinutesSilenceView {
  objections: { seatId: string; name: string; text: string; madeAt: string }[];
  /** Null when they are approved, objected to, or not the newest. */
  standsAt: string | null;
  /** Null when the reader may object now, otherwise why not. */
  mayObject: Refusal | null;
}
