import type { House, SeatPosition, TieSettlement } from '@award/award';
import type { Language } from '@award/mail/api';

export interface MinutesWords {
  readonly minutes: string;
  readonly number: string;
  readonly foot: string;
  readonly file: string;
  readonly className: string;
  readonly opened: string;
  readonly closed: string;
  readonly stillOpen: string;
  readonly quorum: string;
  readonly state: string;
  readonly approved: string;
  readonly bySilence: string;
  readonly motions: string;
  readonly motion: string;
  readonly carried: string;
  readonly lost: string;
  readonly tied: string;
  readonly notApproved: string;
  readonly attendance: string;
  readonly name: string;
  readonly house: string;
  readonly role: string;
  readonly presence: string;
  readonly present: string;
  readonly absent: string;
  readonly steppedOut: string;
  readonly returned: string;
  readonly decisions: string;
  readonly finalists: string;
  readonly winner: string;
  readonly none: string;
  readonly reserve: string;
  readonly supersedes: string;
  readonly voted: string;
  readonly votes: string;
  readonly reason: string;
  readonly dissent: string;
  readonly settlement: string;
  readonly sealed: string;
  readonly noDecisions: string;
  readonly ballots: string;
  readonly ballot: string;
  readonly ballotWinner: string;
  readonly ballotTie: string;
  readonly papers: string;
  readonly basis: string;
  readonly scores: string;
  readonly scoresNote: string;
  readonly place: string;
  readonly entry: string;
  readonly mean: string;
  readonly given: string;
  readonly firstRound: string;
  readonly reviews: string;
  readonly review: string;
  readonly classQuestions: string;
  readonly classKept: string;
  readonly classMoved: string;
  readonly missing: string;
  readonly noneMissing: string;
  readonly rule: string;
  readonly ranking: string;
  readonly hash: string;
  readonly tampered: string;
  readonly houses: Readonly<Record<House, string>>;
  readonly positions: Readonly<Record<SeatPosition, string>>;
  readonly settlements: Readonly<Record<TieSettlement, string>>;
}

/** The words of minutes as a document. What stands in braces is filled in. */
export const MINUTES_WORDS: Readonly<Record<Language, MinutesWords>> = {
  nb: {
    minutes: 'Protokoll fra jurymøte',
    number: 'Protokoll nummer {number}, skrevet {when}',
    foot: 'Protokoll {number}, {class}',
    file: 'protokoll',
    className: 'Kategori',
    opened: 'Møtet ble åpnet',
    closed: 'Møtet ble avsluttet',
    stillOpen: 'Møtet var ikke avsluttet da protokollen ble skrevet',
    quorum: 'Vedtaksfør med',
    state: 'Godkjenning',
    approved: 'Godkjent av {name} {when}',
    bySilence: 'Gjelder som godkjent, uten merknader, fra {when}',
    motions: 'Forslag til vedtak i møtet',
    motion: '{text} Satt fram av {name}. {outcome}: {for} for, {against} mot, {abstained} avsto.',
    carried: 'Vedtatt',
    lost: 'Ikke vedtatt',
    tied: 'Stemmelikhet, ikke vedtatt',
    notApproved: 'Ikke godkjent',
    attendance: 'Til stede',
    name: 'Navn',
    house: 'Oppnevnt av',
    role: 'Rolle',
    presence: 'Til stede',
    present: 'Ja',
    absent: 'Nei',
    steppedOut: 'Gikk ut {when}',
    returned: 'Kom inn igjen {when}',
    decisions: 'Vedtak',
    finalists: 'Finalister',
    winner: 'Vinner',
    none: 'Ingen',
    reserve: 'Reserve',
    supersedes: 'Vedtaket erstatter et tidligere vedtak.',
    voted: 'Stemmer',
    votes: '{for} stemmer for, {against} mot',
    reason: 'Begrunnelse',
    dissent: 'Dissens',
    settlement: 'Slik ble stemmelikhet avgjort',
    sealed: 'Forseglet',
    noDecisions: 'Møtet har ikke gjort vedtak.',
    ballots: 'Avstemninger',
    ballot: 'Avstemning {round}',
    ballotWinner: '{papers} stemte. Flest foretrekker {entries}.',
    ballotTie: '{papers} stemte. Likt mellom {entries}.',
    papers: '{papers} stemte.',
    basis: 'Grunnlag',
    scores: 'Poeng',
    scoresNote: 'Poengene står høyest først, uten navn, slik de var i siste rangering i møtet.',
    place: 'Plass',
    entry: 'Forslag',
    mean: 'Snitt',
    given: 'Poeng',
    firstRound: 'I første runde',
    reviews: 'Vedtak som ble stående',
    review:
      '{kind}: Et medlem som var med på vedtaket, har siden fratrådt. Juryen lot vedtaket stå med {for} mot {against} stemmer. {reason}',
    classQuestions: 'Kategori etter feil i registeret',
    classKept:
      '{entry} blir i {class} med {for} mot {against} stemmer. Funn: {finding} Begrunnelse: {reason}',
    classMoved:
      '{entry} er flyttet til {class} med {for} mot {against} stemmer. Funn: {finding} Begrunnelse: {reason} {sheets} leverte vurderinger i den gamle kategorien teller ikke.',
    missing: 'Disse vurderingene mangler:',
    noneMissing: 'Ingen vurdering mangler.',
    rule: 'Registrert vurderingsregel (SHA-256)',
    ranking: 'Rangering {when} (SHA-256)',
    hash: 'Denne protokollen (SHA-256)',
    tampered: 'Innholdet stemmer ikke med sjekksummen. Protokollen er endret utenom systemet.',
    houses: { KS: 'KS', NHO: 'NHO', independent: 'Uavhengig' },
    positions: {
      leader: 'Leder',
      'deputy-leader': 'Nestleder',
      member: 'Medlem',
      deputy: 'Varamedlem',
    },
    settlements: {
      'second-ballot': 'Juryen stemte på nytt',
      'leader-vote': 'Lederens stemme avgjorde',
      shared: 'Prisen deles',
    },
  },
  nn: {
    minutes: 'Protokoll frå jurymøte',
    number: 'Protokoll nummer {number}, skriven {when}',
    foot: 'Protokoll {number}, {class}',
    file: 'protokoll',
    className: 'Kategori',
    opened: 'Møtet vart opna',
    closed: 'Møtet vart avslutta',
    stillOpen: 'Møtet var ikkje avslutta då protokollen vart skriven',
    quorum: 'Vedtaksfør med',
    state: 'Godkjenning',
    approved: 'Godkjend av {name} {when}',
    bySilence: 'Gjeld som godkjend, utan merknader, frå {when}',
    motions: 'Framlegg til vedtak i møtet',
    motion: '{text} Sett fram av {name}. {outcome}: {for} for, {against} mot, {abstained} avstod.',
    carried: 'Vedteke',
    lost: 'Ikkje vedteke',
    tied: 'Likt tal røyster, ikkje vedteke',
    notApproved: 'Ikkje godkjend',
    attendance: 'Til stades',
    name: 'Namn',
    house: 'Oppnemnd av',
    role: 'Rolle',
    presence: 'Til stades',
    present: 'Ja',
    absent: 'Nei',
    steppedOut: 'Gjekk ut {when}',
    returned: 'Kom inn att {when}',
    decisions: 'Vedtak',
    finalists: 'Finalistar',
    winner: 'Vinnar',
    none: 'Ingen',
    reserve: 'Reserve',
    supersedes: 'Vedtaket erstattar eit tidlegare vedtak.',
    voted: 'Røyster',
    votes: '{for} røyster for, {against} mot',
    reason: 'Grunngiving',
    dissent: 'Dissens',
    settlement: 'Slik vart likt røystetal avgjort',
    sealed: 'Forsegla',
    noDecisions: 'Møtet har ikkje gjort vedtak.',
    ballots: 'Avstemmingar',
    ballot: 'Avstemming {round}',
    ballotWinner: '{papers} røysta. Flest føretrekkjer {entries}.',
    ballotTie: '{papers} røysta. Likt mellom {entries}.',
    papers: '{papers} røysta.',
    basis: 'Grunnlag',
    scores: 'Poeng',
    scoresNote: 'Poenga står høgast først, utan namn, slik dei var i siste rangering i møtet.',
    place: 'Plass',
    entry: 'Forslag',
    mean: 'Snitt',
    given: 'Poeng',
    firstRound: 'I første runde',
    reviews: 'Vedtak som vart ståande',
    review:
      '{kind}: Ein medlem som var med på vedtaket, har sidan trått frå. Juryen lét vedtaket stå med {for} mot {against} røyster. {reason}',
    classQuestions: 'Kategori etter feil i registeret',
    classKept:
      '{entry} blir i {class} med {for} mot {against} røyster. Funn: {finding} Grunngiving: {reason}',
    classMoved:
      '{entry} er flytta til {class} med {for} mot {against} røyster. Funn: {finding} Grunngiving: {reason} {sheets} leverte vurderingar i den gamle kategorien tel ikkje.',
    missing: 'Desse vurderingane manglar:',
    noneMissing: 'Inga vurdering manglar.',
    rule: 'Registrert vurderingsregel (SHA-256)',
    ranking: 'Rangering {when} (SHA-256)',
    hash: 'Denne protokollen (SHA-256)',
    tampered: 'Innhaldet stemmer ikkje med sjekksummen. Protokollen er endra utanom systemet.',
    houses: { KS: 'KS', NHO: 'NHO', independent: 'Uavhengig' },
    positions: {
      leader: 'Leiar',
      'deputy-leader': 'Nestleiar',
      member: 'Medlem',
      deputy: 'Varamedlem',
    },
    settlements: {
      'second-ballot': 'Juryen røysta på nytt',
      'leader-vote': 'Røysta til leiaren avgjorde',
      shared: 'Prisen blir delt',
    },
  },
  en: {
    minutes: 'Minutes of the jury’s meeting',
    number: 'Minutes number {number}, written {when}',
    foot: 'Minutes {number}, {class}',
    file: 'minutes',
    className: 'Category',
    opened: 'The meeting was opened',
    closed: 'The meeting was closed',
    stillOpen: 'The meeting was not closed when the minutes were written',
    quorum: 'Quorum',
    state: 'Approval',
    approved: 'Approved by {name} {when}',
    bySilence: 'Stands approved, without objections, from {when}',
    motions: 'Motions in the meeting',
    motion: '{text} Put by {name}. {outcome}: {for} for, {against} against, {abstained} abstained.',
    carried: 'Carried',
    lost: 'Not carried',
    tied: 'A tie, not carried',
    notApproved: 'Not approved',
    attendance: 'Present',
    name: 'Name',
    house: 'Appointed by',
    role: 'Role',
    presence: 'Present',
    present: 'Yes',
    absent: 'No',
    steppedOut: 'Stepped out {when}',
    returned: 'Came back {when}',
    decisions: 'Decisions',
    finalists: 'Finalists',
    winner: 'Winner',
    none: 'None',
    reserve: 'Reserve',
    supersedes: 'The decision replaces an earlier one.',
    voted: 'Votes',
    votes: '{for} votes for, {against} against',
    reason: 'Reasons',
    dissent: 'Dissent',
    settlement: 'How the tie was settled',
    sealed: 'Sealed',
    noDecisions: 'The meeting has made no decision.',
    ballots: 'Ballots',
    ballot: 'Ballot {round}',
    ballotWinner: '{papers} voted. Most prefer {entries}.',
    ballotTie: '{papers} voted. Tied between {entries}.',
    papers: '{papers} voted.',
    basis: 'Basis',
    scores: 'Scores',
    scoresNote:
      'Scores are highest first, without names, as they were in the meeting’s last ranking.',
    place: 'Place',
    entry: 'Entry',
    mean: 'Mean',
    given: 'Scores',
    firstRound: 'In the first round',
    reviews: 'Decisions that were kept',
    review:
      '{kind}: A member who took part in the decision has stepped out since. The jury kept the decision by {for} votes to {against}. {reason}',
    classQuestions: 'Categories after a fault in the register',
    classKept:
      '{entry} stays in {class} by {for} votes to {against}. Found: {finding} Reasons: {reason}',
    classMoved:
      '{entry} has been moved to {class} by {for} votes to {against}. Found: {finding} Reasons: {reason} {sheets} assessments in the old category no longer count.',
    missing: 'These assessments are missing:',
    noneMissing: 'No assessment is missing.',
    rule: 'Registered rule of judgement (SHA-256)',
    ranking: 'Ranking {when} (SHA-256)',
    hash: 'These minutes (SHA-256)',
    tampered:
      'The content does not match the checksum. The minutes have been changed outside the system.',
    houses: { KS: 'KS', NHO: 'NHO', independent: 'Independent' },
    positions: {
      leader: 'Leader',
      'deputy-leader': 'Deputy leader',
      member: 'Member',
      deputy: 'Deputy',
    },
    settlements: {
      'second-ballot': 'The jury voted again',
      'leader-vote': 'The leader’s vote decided',
      shared: 'The prize is shared',
    },
  },
};
