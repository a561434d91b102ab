import type { EntityManager } from 'typeorm';
import type { BusinessSurvey, SurveyAnswers } from '@award/award';
import type { Db } from '@award/editions/api';
import { ADD_SURVEY_ANSWER, SURVEY_ANSWERS } from './partners.queries';

interface AnswerRow {
  size: BusinessSurvey['size'];
  trade: BusinessSurvey['trade'];
  answers: SurveyAnswers;
}

/** What businesses have answered about one entry. Nothing here knows a partner. */
export async function surveyAnswersOf(db: Db, nominationId: string): Promise<BusinessSurvey[]> {
  const rows: AnswerRow[] = await db.query(SURVEY_ANSWERS, [nominationId]);
  return rows.map(({ size, trade, answers }) => ({ size, trade, ...answers }));
}

/** Adds one; the caller has locked the entry, so that the answers are laid anew one at a time. */
export async function addSurveyAnswer(
  tx: EntityManager,
  nominationId: string,
  editionId: string,
  { size, trade, ratings, services }: BusinessSurvey,
): Promise<void> {
  const answers = JSON.stringify({ ratings, services });
  await tx.query(ADD_SURVEY_ANSWER, [nominationId, editionId, size, trade, answers]);
}
