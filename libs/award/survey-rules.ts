/**
 * The survey of eight short questions on how the municipality works with business. Answers carry no
 * partner once they are sent. They are shown as counts only, and only from a number of answers on
 * at which a count no longer points at anybody. They are no sample of anything and never enter a
 * score, and an entry without a survey is never worse off for it.
 */
import type { EditionPhase } from './edition-phases';

/** Seven are answered from 1 (disagree) to 5 (agree), or not known; `which-services` is a choice of up to three. */
export const SURVEY_QUESTIONS = [
  'services',
  'which-services',
  'plans-and-follow-up',
  'infrastructure',
  'sites-and-premises',
  'involvement',
  'funding-guidance',
  'reaches-out',
] as const;
export type SurveyQuestion = (typeof SURVEY_QUESTIONS)[number];

export const RATED_QUESTIONS = [
  'services',
  'plans-and-follow-up',
  'infrastructure',
  'sites-and-premises',
  'involvement',
  'funding-guidance',
  'reaches-out',
] as const satisfies readonly SurveyQuestion[];
export type RatedQuestion = (typeof RATED_QUESTIONS)[number];

/** Services that may matter most. */
export const MUNICIPAL_SERVICES = [
  'planning-and-building',
  'first-contact',
  'sites',
  'roads-water-and-waste',
  'procurement',
  'skills-and-schools',
  'childcare-and-housing',
  'funding-and-advice',
  'port-and-transport',
] as const;
export type MunicipalService = (typeof MUNICIPAL_SERVICES)[number];

export const MOST_SERVICES = 3;
export const RATING = { min: 1, max: 5 } as const;

/** Coarse on purpose: number of people employed. */
export const BUSINESS_SIZES = ['none', '1-9', '10-49', '50-or-more'] as const;
export type BusinessSize = (typeof BUSINESS_SIZES)[number];

/** Coarse on purpose. */
export const TRADES = [
  'farming-fishing-forestry',
  'industry',
  'building',
  'trade-and-tourism',
  'services',
  'other',
] as const;
export type Trade = (typeof TRADES)[number];

/** Answers to the eight. A null rating is "does not know". */
export interface SurveyAnswers {
  readonly ratings: Readonly<Record<RatedQuestion, number | null>>;
  readonly services: readonly MunicipalService[];
}

export interface BusinessSurvey extends SurveyAnswers {
  readonly size: BusinessSize;
  readonly trade: Trade;
}

/** From so many answers on, counts are shown. */
export const SURVEY_SHOWN_FROM = { jury: 3, municipality: 5 } as const;

/** One rated question: how many gave each rating from 1 to 5, and how many do not know. */
export interface RatedCount {
  readonly question: RatedQuestion;
  /** In the order of the ratings: `counts[0]` is how many answered 1. */
  readonly counts: readonly number[];
  readonly unknown: number;
}

/** Counts only; nothing in it belongs to one answer. */
export interface SurveySummary {
  readonly answers: number;
  readonly rated: readonly RatedCount[];
  readonly services: readonly { readonly service: MunicipalService; readonly count: number }[];
  readonly sizes: readonly { readonly size: BusinessSize; readonly count: number }[];
  readonly trades: readonly { readonly trade: Trade; readonly count: number }[];
}

/** The counts of all answers; those that nobody gave are left out of services, sizes and trades. */
export function summariseSurvey(all: readonly BusinessSurvey[]): SurveySummary {
  const ratings = Array.from({ length: RATING.max - RATING.min + 1 }, (_, at) => RATING.min + at);
  return {
    answers: all.length,
    rated: RATED_QUESTIONS.map((question) => ({
      question,
      counts: ratings.map((rating) => all.filter((one) => one.ratings[question] === rating).length),
      unknown: all.filter((one) => one.ratings[question] === null).length,
    })),
    services: counted(
      MUNICIPAL_SERVICES,
      all.flatMap((one) => one.services),
    ).map(([service, count]) => ({ service, count })),
    sizes: counted(
      BUSINESS_SIZES,
      all.map((one) => one.size),
    ).map(([size, count]) => ({
      size,
      count,
    })),
    trades: counted(
      TRADES,
      all.map((one) => one.trade),
    ).map(([trade, count]) => ({
      trade,
      count,
    })),
  };
}

/** What the jury sees: the summary from three answers on, otherwise null, as if nobody had been asked. */
export function surveyForJury(all: readonly BusinessSurvey[]): SurveySummary | null {
  return all.length >= SURVEY_SHOWN_FROM.jury ? summariseSurvey(all) : null;
}

/** What the municipality sees: nothing before the announcement, then the summary from five answers on. */
export function surveyForMunicipality(
  all: readonly BusinessSurvey[],
  phase: EditionPhase,
): SurveySummary | null {
  const told = phase === 'announced' || phase === 'archived';
  return told && all.length >= SURVEY_SHOWN_FROM.municipality ? summariseSurvey(all) : null;
}

/** Most often given first; those given equally often in the order of the list. */
function counted<Code extends string>(
  codes: readonly Code[],
  given: readonly Code[],
): [Code, number][] {
  return codes
    .map((code): [Code, number] => [code, given.filter((one) => one === code).length])
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one);
}
