import type { EntryStanding, Ground } from '@award/award';
import type { Tone } from '@award/ui/web';

export const GROUND_WORDS: Record<Ground, string> = {
  kin: $localize`:@@impartiality.ground.kin:Slekt eller svogerskap`,
  spouse: $localize`:@@impartiality.ground.spouse:Ektefelle eller samboer`,
  board: $localize`:@@impartiality.ground.board:Styreverv`,
  employment: $localize`:@@impartiality.ground.employment:Ansatt nå eller nylig`,
  ownership: $localize`:@@impartiality.ground.ownership:Eierskap`,
  office: $localize`:@@impartiality.ground.office:Politisk verv`,
  'wrote-entry': $localize`:@@impartiality.ground.wrote-entry:Har skrevet på forslaget`,
  proposed: $localize`:@@impartiality.ground.proposed:Har foreslått kommunen`,
  'earlier-work': $localize`:@@impartiality.ground.earlier-work:Har arbeidet med saken før`,
  other: $localize`:@@impartiality.ground.other:Annet som kan svekke tilliten`,
};

export const STANDING_WORDS: Record<EntryStanding, string> = {
  undeclared: $localize`:@@impartiality.standing.undeclared:Ikke besvart`,
  clear: $localize`:@@impartiality.standing.clear:Ingen grunn`,
  'ground-awaiting-ruling': $localize`:@@impartiality.standing.awaiting:Venter på avgjørelse`,
  recused: $localize`:@@impartiality.standing.recused:Fratrådt`,
  'ruled-impartial': $localize`:@@impartiality.standing.impartial:Avgjort: habil`,
};

export const STANDING_TONES: Record<EntryStanding, Tone> = {
  undeclared: 'warning',
  clear: 'success',
  'ground-awaiting-ruling': 'info',
  recused: 'danger',
  'ruled-impartial': 'success',
};
