import type { ClassQuestion } from '@award/award';
import type { ClassRoom, Member } from '../class-door';
import type { GivenAnswer, QuestionRow } from './class-questions.queries';

/** The question as the rules take it: from the room's class to another one. */
export function between(
  { edition, cls }: ClassRoom,
  to: string,
  secondRound: boolean,
): ClassQuestion {
  return {
    phase: edition.phase,
    from: cls.code,
    to,
    stages: Object.fromEntries(edition.classes.map(({ code, stage }) => [code, stage])),
    secondRound,
  };
}

/** The answers of those who take part now; what somebody answered before stepping out does not count. */
export function givenBy({ answers }: QuestionRow, { members }: ClassRoom): GivenAnswer[] {
  return members
    .filter(({ takesPart }) => takesPart.allowed)
    .flatMap(({ seatId, house }) => {
      const given = answers.find((one) => one.seatId === seatId);
      return given ? [{ seatId, house, answer: given.answer }] : [];
    });
}

export function leads({ position }: Member): boolean {
  return position === 'leader' || position === 'deputy-leader';
}
