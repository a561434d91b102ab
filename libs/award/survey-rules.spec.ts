import {
  type BusinessSurvey,
  RATED_QUESTIONS,
  summariseSurvey,
  SURVEY_QUESTIONS,
  surveyForJury,
  surveyForMunicipality,
} from './survey-rules';
import { PHASES } from './edition-phases';

const ratings = Object.fromEntries(
  RATED_QUESTIONS.map((question) => [question, 4]),
) as BusinessSurvey['ratings'];
const one: BusinessSurvey = { ratings, services: ['sites'], size: '1-9', trade: 'industry' };
const many = (count: number) => Array.from({ length: count }, () => one);

describe('the survey', () => {
  it('has eight questions, of which seven are rated', () => {
    expect(SURVEY_QUESTIONS).toHaveLength(8);
    expect(RATED_QUESTIONS).toHaveLength(7);
  });

  it.each([
    [0, null],
    [2, null],
    [3, 3],
    [60, 60],
  ])('with %i answers shows the jury %p', (count, shown) => {
    expect(surveyForJury(many(count))?.answers ?? null).toBe(shown);
  });

  it.each(PHASES.flatMap((phase) => [4, 5].map((count) => [phase, count] as const)))(
    'in the phase %s with %i answers shows the municipality what it may see',
    (phase, count) => {
      const told = ['announced', 'archived'].includes(phase) && count === 5;
      expect(surveyForMunicipality(many(count), phase)?.answers ?? null).toBe(told ? 5 : null);
    },
  );

  it('counts what was answered, the most common first, and says nothing of any one answer', () => {
    const all: BusinessSurvey[] = [
      { ...one, ratings: { ...ratings, services: 1 }, services: ['sites', 'procurement'] },
      { ...one, ratings: { ...ratings, services: null }, services: ['procurement'], size: 'none' },
      { ...one, ratings: { ...ratings, services: 5 }, services: [], trade: 'other' },
    ];
    const summary = summariseSurvey(all);
    expect(summary.rated[0]).toEqual({
      question: 'services',
      counts: [1, 0, 0, 0, 1],
      unknown: 1,
    });
    expect(summary.rated[1]?.counts).toEqual([0, 0, 0, 3, 0]);
    expect(summary.services).toEqual([
      { service: 'procurement', count: 2 },
      { service: 'sites', count: 1 },
    ]);
    expect(summary.sizes).toEqual([
      { size: '1-9', count: 2 },
      { size: 'none', count: 1 },
    ]);
    expect(summary.trades).toEqual([
      { trade: 'industry', count: 2 },
      { trade: 'other', count: 1 },
    ]);
    expect(summariseSurvey([...all].reverse())).toEqual(summary);
  });
});
