/** What a form for a decision holds, and what has to be mended in it before it is sent. */
import type { Refusal, TieSettlement } from '@award/award';
import { type Problem, wordsFor } from '@award/ui/web';

export interface DecisionWords {
  readonly number: string;
  readonly reason: string;
  readonly dissent: string;
  readonly votesFor: string;
  readonly votesAgainst: string;
  readonly settlement: TieSettlement | '';
}

export const EMPTY_WORDS: Omit<DecisionWords, 'number'> = {
  reason: '',
  dissent: '',
  votesFor: '',
  votesAgainst: '',
  settlement: '',
};

/** The part of the order that both kinds of decision share. */
export function orderOf(words: DecisionWords, supersedes: string | null) {
  return {
    number: Number(words.number),
    reason: words.reason,
    dissent: words.dissent.trim() === '' ? null : words.dissent,
    votesFor: countOf(words.votesFor),
    votesAgainst: countOf(words.votesAgainst),
    settlement: words.settlement === '' ? null : words.settlement,
    supersedes,
  };
}

/** What can be told before asking the server: the number stated, the number named, votes both or neither. */
export function problemsOf(words: DecisionWords, named: number, prefix: string): Problem[] {
  const { number, votesFor, votesAgainst } = words;
  const problems: Problem[] = [];
  if (!/^\d$/.test(number.trim()))
    problems.push({
      id: `${prefix}-number`,
      text: $localize`:@@deliberation.form.number-needed:Skriv antallet med ett siffer`,
    });
  else if (Number(number) !== named)
    problems.push({
      id: `${prefix}-number`,
      text: $localize`:@@deliberation.form.number-differs:Dere har valgt ${named}:named:, men skrevet ${number}:number:`,
    });
  if ((votesFor.trim() === '') !== (votesAgainst.trim() === ''))
    problems.push({
      id: `${prefix}-votes-for`,
      text: $localize`:@@deliberation.form.votes-both:Skriv både stemmer for og stemmer mot`,
    });
  else if (![votesFor, votesAgainst].every((votes) => /^\d{0,2}$/.test(votes.trim())))
    problems.push({
      id: `${prefix}-votes-for`,
      text: $localize`:@@deliberation.form.votes-number:Skriv stemmene med tall`,
    });
  return problems;
}

const FIELD_OF: Partial<Record<Refusal, string>> = {
  'reason-required': 'reason',
  'vote-required': 'votes-for',
  'tie-undecided': 'settlement',
  'wrong-number-of-finalists': 'number',
  'wrong-number-of-winners': 'number',
};

/** The server's refusal as something to mend: at its field where it has one, otherwise at the form. */
export function problemOf(refusal: Refusal | null, prefix: string): Problem {
  const field = refusal === null ? undefined : FIELD_OF[refusal];
  return { id: `${prefix}-${field ?? 'choice'}`, text: wordsFor(refusal) };
}

function countOf(votes: string): number | null {
  return votes.trim() === '' ? null : Number(votes);
}
