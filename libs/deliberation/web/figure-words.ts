/** How each figure beside the ranking is made, in words, and which table on the page holds it. */
export const FIGURES = [
  'mean',
  'house',
  'spread',
  'chance',
  'adjusted',
  'interval',
  'weights',
  'range',
  'set-aside',
  'contested',
  'checks',
  'tipping',
  'agree-one',
  'agree-all',
  'alpha',
  'severity',
  'profile',
] as const;
export type Figure = (typeof FIGURES)[number];

interface FigureNote {
  readonly name: string;
  readonly how: string;
  /** The id of its table on the page. */
  readonly table: string;
}

/** The tables of the page, by id. */
export const TABLES = {
  all: 'all-figures',
  checks: 'all-checks',
  severity: 'all-severity',
  profile: 'all-criteria',
} as const;

export const FIGURE_NOTES: Record<Figure, FigureNote> = {
  mean: {
    name: $localize`:@@deliberation.ranking.mean:Gjennomsnitt`,
    how: $localize`:@@deliberation.figure.mean:Hver vurdering er snittet av momentene, med vekten som ble registrert før vurderingen startet. Gjennomsnittet er summen av vurderingene som teller, delt på hvor mange de er. Alle medlemmer teller likt.`,
    table: TABLES.all,
  },
  house: {
    name: $localize`:@@deliberation.figure.house-name:KS og NHO hver for seg`,
    how: $localize`:@@deliberation.figure.house:Gjennomsnittet av vurderingene fra medlemmene fra KS alene, og fra NHO alene, regnet på samme måte som det felles gjennomsnittet.`,
    table: TABLES.all,
  },
  spread: {
    name: $localize`:@@deliberation.ranking.spread:Spredning`,
    how: $localize`:@@deliberation.figure.spread:Høyeste vurdering minus laveste vurdering. 0 betyr at alle ga det samme.`,
    table: TABLES.all,
  },
  chance: {
    name: $localize`:@@deliberation.ranking.chance:Sjanse for plass`,
    how: $localize`:@@deliberation.figure.chance:Systemet tenker seg 20 000 ganger at vurderingene falt litt annerledes ut, like mye som medlemmene ellers er uenige, og lager rangeringen på nytt hver gang. Sjansen er andelen av gangene der forslaget får plass, rundet av til nærmeste fem prosent. De samme poengene gir alltid den samme sjansen.`,
    table: TABLES.all,
  },
  adjusted: {
    name: $localize`:@@deliberation.table.adjusted:Justert snitt`,
    how: $localize`:@@deliberation.figure.adjusted:Gjennomsnittet minus det medlemmene som vurderte forslaget, i snitt gir mer enn de andre på de samme forslagene. Gir de mindre, blir forskjellen lagt til. Når alle har vurdert alt, er justert snitt likt gjennomsnittet.`,
    table: TABLES.all,
  },
  interval: {
    name: $localize`:@@deliberation.table.interval:90 % sikkert mellom`,
    how: $localize`:@@deliberation.figure.interval:Justert snitt minus og pluss 1,645 standardfeil. Standardfeilen er større når få har vurdert forslaget, og når medlemmene er mer uenige. Nær endene av skalaen er spennet for bredt.`,
    table: TABLES.all,
  },
  weights: {
    name: $localize`:@@deliberation.table.weights:Med andre vekter`,
    how: $localize`:@@deliberation.figure.weights:Vektene blir trukket tilfeldig 500 ganger rundt dem som er registrert. Tallet er andelen av gangene der forslaget får plass.`,
    table: TABLES.all,
  },
  range: {
    name: $localize`:@@deliberation.table.range:Plass i kontrollene`,
    how: $localize`:@@deliberation.figure.range:Den beste og den dårligste plassen forslaget får når tallene lages på andre rimelige måter: justert, uten høyeste og laveste vurdering, med den midterste vurderingen, uten ett medlem om gangen og med andre vekter.`,
    table: TABLES.checks,
  },
  'set-aside': {
    name: $localize`:@@deliberation.ranking.set-aside:Satt til side`,
    how: $localize`:@@deliberation.figure.set-aside:Vurderinger som finnes, men som ikke teller: De ble ikke levert, et moment mangler, medlemmet er fratrådt eller har gått ut av juryen, eller varamedlemmet har vurdert i stedet. Hvem og hvorfor står under «Alle tallene» ved hvert forslag.`,
    table: TABLES.all,
  },
  contested: {
    name: $localize`:@@deliberation.ranking.contested:Verdt å snakke om`,
    how: $localize`:@@deliberation.figure.contested:Forslag som ingen har vurdert, som deler siste plass, som står og faller med ett medlem, som deler juryen i to med minst to trinn mellom, eller der sjansen for plass er mellom 5 og 95 prosent.`,
    table: TABLES.all,
  },
  checks: {
    name: $localize`:@@deliberation.stability.table:Alle kontrollene`,
    how: $localize`:@@deliberation.figure.checks:Hver kontroll rangerer på nytt og ser hvem som da står over streken. Setningen teller kontrollene som gir de samme forslagene.`,
    table: TABLES.checks,
  },
  tipping: {
    name: $localize`:@@deliberation.figure.tipping-name:Hvor mye vekt som må flyttes`,
    how: $localize`:@@deliberation.figure.tipping:Avstanden mellom de to forslagene, ganget med summen av vektene og delt på hvor mye mer det ene tjener på at vekten flyttes. Av alle flyttinger som bytter om på to forslag over streken, viser vi den minste.`,
    table: TABLES.profile,
  },
  'agree-one': {
    name: $localize`:@@deliberation.agree.single:Én vurdering`,
    how: $localize`:@@deliberation.figure.agree-one:Forskjellene mellom forslagene delt på alle forskjeller: mellom forslagene, mellom medlemmene og resten (ICC 2,1). 1 er full enighet, og 0 er ikke mer enn tilfeldigheter ville gitt. Har noen ikke vurdert alt, er tallet anslått fra modellen.`,
    table: TABLES.all,
  },
  'agree-all': {
    name: $localize`:@@deliberation.agree.average:Hele juryens snitt`,
    how: $localize`:@@deliberation.figure.agree-all:Det samme for snittet av hele juryen (ICC 2,k): Forskjellene mellom medlemmene og resten deles på antallet medlemmer. Kan bare regnes ut når alle har vurdert alt.`,
    table: TABLES.all,
  },
  alpha: {
    name: $localize`:@@deliberation.agree.alpha:Krippendorffs alfa`,
    how: $localize`:@@deliberation.figure.alpha:1 minus uenigheten om hvert forslag delt på uenigheten vi ville fått om poengene var delt ut tilfeldig. Gjelder alle forslag med minst to vurderinger. Blant finalistene alene ville tallet blitt lavt uansett.`,
    table: TABLES.all,
  },
  severity: {
    name: $localize`:@@deliberation.severity.scores:På de samme forslagene`,
    how: $localize`:@@deliberation.figure.severity:Hvor mye mer eller mindre enn de andre medlemmet i snitt gir på de samme forslagene. Har medlemmet vurdert få forslag, eller varierer poengene mye, blir tallet trukket mot null.`,
    table: TABLES.severity,
  },
  profile: {
    name: $localize`:@@deliberation.profile.label:Snitt per moment`,
    how: $localize`:@@deliberation.figure.profile:Summen av poengene for momentet delt på hvor mange som har gitt poeng. Vekten har ingenting å si her.`,
    table: TABLES.profile,
  },
};
