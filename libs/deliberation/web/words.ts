/** What the codes of deliberation are called. */
import type {
  Agreement,
  Basis,
  ClassStage,
  Contention,
  House,
  SeatPosition,
  TieSettlement,
  WhySetAside,
} from '@award/award';
import type { Tone } from '@award/ui/web';

export const CONTENTION_WORDS: Record<Contention, string> = {
  'cut-tie': $localize`:@@deliberation.contention.cut-tie:Likt på siste plass`,
  'one-member': $localize`:@@deliberation.contention.one-member:Henger på ett medlem`,
  'two-camps': $localize`:@@deliberation.contention.two-camps:Juryen er delt i to`,
  'open-place': $localize`:@@deliberation.contention.open-place:Åpen plass`,
  unscored: $localize`:@@deliberation.contention.unscored:Ikke vurdert`,
};

/** What a contention means, in a sentence. */
export const CONTENTION_NOTES: Record<Contention, string> = {
  'cut-tie': $localize`:@@deliberation.contention-note.cut-tie:Flere forslag deler den siste plassen. Tallene kan ikke skille dem.`,
  'one-member': $localize`:@@deliberation.contention-note.one-member:Uten ett av medlemmene ville forslaget kommet på en annen side av streken.`,
  'two-camps': $localize`:@@deliberation.contention-note.two-camps:Minst to medlemmer på hver side, med minst to trinn mellom.`,
  'open-place': $localize`:@@deliberation.contention-note.open-place:Sjansen for en plass ligger mellom 5 og 95 prosent når vi tar hensyn til hvor strengt medlemmene vurderer og til tilfeldigheter.`,
  unscored: $localize`:@@deliberation.contention-note.unscored:Ingen vurdering teller for dette forslaget.`,
};

export const SET_ASIDE_WORDS: Record<WhySetAside, string> = {
  recused: $localize`:@@deliberation.set-aside.recused:Medlemmet er fratrådt`,
  withdrawn: $localize`:@@deliberation.set-aside.withdrawn:Forslaget er trukket`,
  'ruling-awaited': $localize`:@@deliberation.set-aside.ruling-awaited:Habiliteten er ikke avgjort`,
  replaced: $localize`:@@deliberation.set-aside.replaced:Varamedlemmet har vurdert i stedet`,
  left: $localize`:@@deliberation.set-aside.left:Medlemmet har gått ut av juryen`,
  'not-locked': $localize`:@@deliberation.set-aside.not-locked:Vurderingen ble ikke levert`,
  incomplete: $localize`:@@deliberation.set-aside.incomplete:Vurderingen mangler poeng`,
};

export const HOUSE_WORDS: Record<House, string> = {
  KS: 'KS',
  NHO: 'NHO',
  independent: $localize`:@@deliberation.house.independent:Uavhengig`,
};

export const POSITION_WORDS: Record<SeatPosition, string> = {
  leader: $localize`:@@deliberation.position.leader:Leder`,
  'deputy-leader': $localize`:@@deliberation.position.deputy-leader:Nestleder`,
  member: $localize`:@@deliberation.position.member:Medlem`,
  deputy: $localize`:@@deliberation.position.deputy:Varamedlem`,
};

export const SETTLEMENT_WORDS: Record<TieSettlement, string> = {
  'second-ballot': $localize`:@@deliberation.settlement.second-ballot:Juryen stemte på nytt`,
  'leader-vote': $localize`:@@deliberation.settlement.leader-vote:Lederens stemme avgjorde`,
  shared: $localize`:@@deliberation.settlement.shared:Prisen deles`,
};

export const BASIS_WORDS: Record<Basis, string> = {
  'single-measure': $localize`:@@deliberation.basis.single-measure:Enkelttiltak`,
  'all-round': $localize`:@@deliberation.basis.all-round:Helhetlig arbeid`,
};

export const AGREEMENT_WORDS: Record<Agreement, string> = {
  both: $localize`:@@deliberation.agreement.both:KS og NHO er enige.`,
  one: $localize`:@@deliberation.agreement.one:Bare en av organisasjonene har vinneren øverst alene.`,
  none: $localize`:@@deliberation.agreement.none:Ingen av organisasjonene har vinneren øverst hver for seg.`,
  tie: $localize`:@@deliberation.agreement.tie:Stemmene er likt fordelt.`,
  'no-parity': $localize`:@@deliberation.agreement.no-parity:En av organisasjonene har ingen gyldig stemme. Stemmene er talt uten vekting.`,
};

export const STAGE_WORDS: Record<ClassStage, string> = {
  waiting: $localize`:@@deliberation.stage.waiting:Venter`,
  scoring: $localize`:@@deliberation.stage.scoring:Vurderes`,
  deliberation: $localize`:@@deliberation.stage.deliberation:Klar for jurymøte`,
  'finalists-sealed': $localize`:@@deliberation.stage.finalists-sealed:Finalister vedtatt`,
  'winner-sealed': $localize`:@@deliberation.stage.winner-sealed:Vinner vedtatt`,
};

export const STAGE_TONES: Record<ClassStage, Tone> = {
  waiting: 'neutral',
  scoring: 'info',
  deliberation: 'warning',
  'finalists-sealed': 'success',
  'winner-sealed': 'gull',
};

/** `1 vurdering` or `24 vurderinger`. */
export function sheetsWords(count: number): string {
  return count === 1
    ? $localize`:@@deliberation.sheets.one:1 vurdering`
    : $localize`:@@deliberation.sheets.many:${count}:count: vurderinger`;
}
