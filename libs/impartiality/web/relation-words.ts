import type { RelationLink, RelationType } from '@award/award';
import type { SuggestionView } from '@award/impartiality/contract';

export const RELATION_WORDS: Record<RelationType, string> = {
  residence: $localize`:@@impartiality.relation.residence:Bor i kommunen`,
  employment: $localize`:@@impartiality.relation.employment:Ansatt`,
  office: $localize`:@@impartiality.relation.office:Politisk verv eller ombud`,
  board: $localize`:@@impartiality.relation.board:Styreverv`,
  ownership: $localize`:@@impartiality.relation.ownership:Eier eller medeier`,
  family: $localize`:@@impartiality.relation.family:Nær familie er ansatt, eier eller har verv der`,
  'earlier-work': $localize`:@@impartiality.relation.earlier-work:Har arbeidet for dem før`,
};

const LINK_WORDS: Record<RelationLink, string> = {
  municipality: $localize`:@@impartiality.link.municipality:kommunen som har sendt forslaget`,
  merged: $localize`:@@impartiality.link.merged:kommunen er slått sammen med eller skilt ut fra den som har sendt forslaget`,
  neighbour: $localize`:@@impartiality.link.neighbour:kommunen er med i forslaget`,
  border: $localize`:@@impartiality.link.border:grenser til kommunen som har sendt forslaget`,
  partner: $localize`:@@impartiality.link.partner:samarbeidspartner i forslaget`,
  tip: $localize`:@@impartiality.link.tip:har tipset om kommunen`,
};

/** «Styreverv: Fjord Sveis AS – samarbeidspartner i forslaget». */
export function suggestionSentence({ type, name, link }: SuggestionView): string {
  return `${RELATION_WORDS[type]}: ${name} – ${LINK_WORDS[link]}`;
}

/** The years of a tie in words; empty when none is known. */
export function yearsOf(tie: { fromYear: number | null; toYear: number | null }): string {
  if (tie.fromYear === null && tie.toYear === null) return '';
  return `${tie.fromYear ?? ''}–${tie.toYear ?? ''}`;
}
