import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import {
  type Contribution,
  CONTRIBUTIONS,
  type DeliveryTrouble,
  ENDORSEMENT_ANSWERS,
  type EndorsedPart,
  type EndorsementAnswer,
  PARTNER_LIMITS,
  type PartnerStanding,
  type Refusal,
  type SurveySummary,
} from '@award/award';
import type { OwnSurveyView, SurveyView } from './survey.contract';

export type PartnerLanguage = 'nb' | 'nn' | 'en';

/** A business to ask. The organisation number may be written with spaces. */
export class AskPartner {
  @IsString()
  @IsNotEmpty()
  @MaxLength(PARTNER_LIMITS.name)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  organisationNumber?: string | null;

  @IsEmail()
  @MaxLength(PARTNER_LIMITS.email)
  email: string;

  @IsIn(['nb', 'nn', 'en'])
  language: PartnerLanguage;
}

/** Another address in place of one that mail did not reach. */
export class MendPartnerAddress {
  @IsEmail()
  @MaxLength(PARTNER_LIMITS.email)
  email: string;
}

/** The answer of a partner. `textHash` is that of the text which was shown: a later text is refused with `text-changed`. */
export class AnswerEndorsement {
  @IsIn(ENDORSEMENT_ANSWERS)
  answer: EndorsementAnswer;

  @IsArray()
  @ArrayMaxSize(CONTRIBUTIONS.length)
  @ArrayUnique()
  @IsIn(CONTRIBUTIONS, { each: true })
  contributions: Contribution[];

  /** Needed to endorse. */
  @IsString()
  @MaxLength(PARTNER_LIMITS.signer)
  signerName: string;

  @IsString()
  @MaxLength(PARTNER_LIMITS.title)
  signerTitle: string;

  @Matches(/^[0-9a-f]{64}$/)
  textHash: string;
}

/** A partner as those who asked see it: never that it declined, never whether it answered the survey. */
export interface PartnerRowView {
  id: string;
  name: string;
  organisationNumber: string | null;
  email: string;
  origin: 'municipality' | 'passed-on';
  askedAt: string;
  expiresAt: string;
  standing: PartnerStanding;
  contributions: Contribution[];
  /** The mail that asked did not arrive; null when it did, or when nothing hangs on it. */
  undelivered: PartnerUndelivered | null;
}

export interface PartnerUndelivered {
  trouble: DeliveryTrouble;
  /** The mail server's own words. */
  words: string;
  reportedAt: string;
}

/** How many partners the mail did not reach, and somebody should do something about. */
export interface PartnersUndelivered {
  count: number;
}

export interface PartnersView {
  now: string;
  nominationId: string;
  municipalityName: string;
  /** Whether partners may be named and answer now; otherwise why not. */
  closedBecause: Refusal | null;
  /** Whether there is a text to show them. */
  hasText: boolean;
  writtenForm: 'nb' | 'nn';
  partners: PartnerRowView[];
  /** Partners in the form who have not been asked. */
  fromForm: { name: string; organisationNumber: string; email: string }[];
  /** The token of the link to pass on; null when there is none. */
  passOnToken: string | null;
  own: OwnSurveyView;
  /** After the announcement, from five answers on. */
  summary: SurveySummary | null;
}

/** What a personal link opens for a partner. */
export interface PartnerLinkView {
  partnerName: string;
  municipalityName: string;
  countyName: string;
  awardName: { nb: string; nn: string; en: string };
  writtenForm: 'nb' | 'nn';
  text: EndorsedPart;
  textHash: string;
  expiresAt: string;
  given: {
    answer: EndorsementAnswer;
    contributions: Contribution[];
    signerName: string;
    signerTitle: string;
    /** Whether it stands for the text as it is now. */
    stands: boolean;
  } | null;
  surveyAnswered: boolean;
}

/** What the link that was passed on opens: whom it is about. */
export interface PassOnView {
  municipalityName: string;
  countyName: string;
  awardName: { nb: string; nn: string; en: string };
}

/** An endorsement as the jury sees it. */
export interface EndorsementView {
  name: string;
  organisationNumber: string | null;
  contributions: Contribution[];
  signerName: string;
  signerTitle: string;
}

/** What the jury reads beside an entry. */
export interface PartnerVoicesView {
  endorsements: EndorsementView[];
  survey: SurveyView;
}

/** For the secretariat: counts only. */
export interface PartnerCountsView {
  asked: number;
  endorsed: number;
}
