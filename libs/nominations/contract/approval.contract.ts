import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import {
  type ApprovalStanding,
  type Approver,
  APPROVER_LIMITS,
  APPROVERS,
  type DeliveryTrouble,
  type NominationContent,
  type NominationForm,
  type Refusal,
} from '@award/award';
import type { Words } from '@award/editions/contract';

export class AskApproval {
  @IsIn(APPROVERS)
  approver: Approver;

  @IsString()
  @IsNotEmpty()
  @MaxLength(APPROVER_LIMITS.name)
  name: string;

  @IsEmail()
  @MaxLength(APPROVER_LIMITS.email)
  email: string;
}

/** What the sender says of the text with this hash, compared with the one that was approved. */
export class StateChange {
  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;

  @IsBoolean()
  ofSubstance: boolean;
}

/** Approves the content with this hash; a later one is refused with `text-changed`. */
export class Approve {
  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;
}

export interface ApprovalRowView {
  id: string;
  approver: Approver;
  name: string;
  email: string;
  askedAt: string;
  approvedAt: string | null;
  standing: ApprovalStanding;
  expired: boolean;
  /** Why the newest mail to the approver came back; null when it did not. */
  trouble: DeliveryTrouble | null;
}

export interface ApprovalsView {
  nominationId: string;
  /** Whether approval may be asked for and given now; otherwise why not. */
  closedBecause: Refusal | null;
  /** Hash of the text as it stands. */
  sha256: string;
  approvals: ApprovalRowView[];
}

/** What the approver's link opens: the entry, and what has changed since it was approved. */
export interface ApprovalLinkView {
  approver: Approver;
  name: string;
  municipalityName: string;
  awardName: Words;
  writtenForm: 'nb' | 'nn';
  content: NominationContent;
  form: NominationForm;
  sha256: string;
  standing: ApprovalStanding;
  approvedAt: string | null;
  /** The content that was approved, when it is another than the one that stands. */
  approvedContent: NominationContent | null;
  neighbours: { id: string; name: string; countyName: string }[];
}
