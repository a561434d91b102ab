import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  BUSINESS_SIZES,
  type BusinessSize,
  MOST_SERVICES,
  MUNICIPAL_SERVICES,
  type MunicipalService,
  RATED_QUESTIONS,
  type RatedQuestion,
  RATING,
  type SurveyAnswers,
  type SurveySummary,
  type Trade,
  TRADES,
} from '@award/award';

/** A rating from 1 to 5 for each rated question, or null for not known. All seven are there. */
export class Ratings implements Record<RatedQuestion, number | null> {
  services: number | null;
  'plans-and-follow-up': number | null;
  infrastructure: number | null;
  'sites-and-premises': number | null;
  involvement: number | null;
  'funding-guidance': number | null;
  'reaches-out': number | null;
}

for (const question of RATED_QUESTIONS) {
  ValidateIf((ratings: Ratings) => ratings[question] !== null)(Ratings.prototype, question);
  IsInt()(Ratings.prototype, question);
  Min(RATING.min)(Ratings.prototype, question);
  Max(RATING.max)(Ratings.prototype, question);
}

export class SurveyBody implements SurveyAnswers {
  @ValidateNested()
  @Type(() => Ratings)
  ratings: Ratings;

  @IsArray()
  @ArrayMaxSize(MOST_SERVICES)
  @ArrayUnique()
  @IsIn(MUNICIPAL_SERVICES, { each: true })
  services: MunicipalService[];
}

/** A business's answers. Once sent they cannot be changed: nobody knows any more whose they are. */
export class AnswerSurvey extends SurveyBody {
  @IsIn(BUSINESS_SIZES)
  size: BusinessSize;

  @IsIn(TRADES)
  trade: Trade;
}

/** What the municipality answers about itself. `lockVersion` is 0 the first time. */
export class SaveOwnSurvey extends SurveyBody {
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  lockVersion: number;
}

export interface OwnSurveyView {
  answers: SurveyAnswers | null;
  lockVersion: number;
  savedAt: string | null;
}

/** The municipality's own answers beside those of business; for the jury, and never a score. */
export interface SurveyView {
  own: SurveyAnswers | null;
  /** Null with too few answers: then nothing is told, not even how many. */
  business: SurveySummary | null;
}
