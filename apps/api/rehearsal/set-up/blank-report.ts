import { setUpAdvice, setUpFaults } from '@award/award';
import type { RehearsalReport } from '../report';
import { type EditionSetUp, judged } from './set-up';
import { adviceInWords, faultInWords } from './set-up-words';

/** The report before anything is played: what the set-up itself says, which is nothing of the sample year. */
export function blankReport(setUp: EditionSetUp | null): RehearsalReport {
  const questions = setUp?.form.sections.map(({ code }) => code) ?? [];
  return {
    year: setUp?.year ?? 0,
    setUp: {
      faults: setUp
        ? setUpFaults(judged(setUp)).map((fault) => faultInWords(fault, questions))
        : [],
      advice: setUp ? setUpAdvice(judged(setUp)).map(adviceInWords) : [],
    },
    broken: null,
    notTried: [],
    asked: { callers: 0, addresses: 0, looks: 0 },
    deadlines: [],
    mails: [],
    leaks: [],
    refused: [],
  };
}
