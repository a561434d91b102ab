import type { RetentionFrom, RetentionKind, RetentionRule } from '@award/award';

/** What each kind of personal data is, as a subject of a sentence. */
export const RETENTION_WORDS: Readonly<Record<RetentionKind, string>> = {
  'sign-in': $localize`:@@privacy.kind.sign-in:Innlogginger og engangskoder`,
  'stored-answers': $localize`:@@privacy.kind.stored-answers:Svarene på det du har lagret, som gjør at ingenting lagres to ganger`,
  unconfirmed: $localize`:@@privacy.kind.unconfirmed:Tips og ønsker om å følge som ikke er bekreftet`,
  'unsent-entries': $localize`:@@privacy.kind.unsent-entries:Innholdet i utkast som ikke ble sendt inn`,
  'mail-words': $localize`:@@privacy.kind.mail-words:Innholdet i e-post vi har sendt`,
  'mail-addresses': $localize`:@@privacy.kind.mail-addresses:Adressene e-posten gikk til`,
  'private-notes': $localize`:@@privacy.kind.private-notes:Jurymedlemmenes private notater`,
  declarations: $localize`:@@privacy.kind.declarations:Erklæringer om habilitet`,
  relations: $localize`:@@privacy.kind.relations:Tilknytninger som jurymedlemmene har meldt, når de ikke er fornyet`,
  tips: $localize`:@@privacy.kind.tips:Navn, adresse og ord fra dem som har tipset`,
  partners: $localize`:@@privacy.kind.partners:Adresser og navn hos bedrifter som er bedt om støtte`,
  approvals: $localize`:@@privacy.kind.approvals:Navn og adresse til ordfører og kommunedirektør som er bedt om å godkjenne`,
  'stage-people': $localize`:@@privacy.kind.stage-people:Hvem som kommer på scenen, og hvem som fikk vite noe på forhånd`,
  contacts: $localize`:@@privacy.kind.contacts:Kontaktpersonene i forslagene, når kommunen ikke har sagt ja til å vise dem`,
  assessments: $localize`:@@privacy.kind.assessments:Det jurymedlemmene har skrevet i vurderinger og møter`,
  invitations: $localize`:@@privacy.kind.invitations:Adressene i kommunene som er invitert`,
  accounts: $localize`:@@privacy.kind.accounts:Navn og adresse til dem som har hatt en rolle`,
};

const YEAR = 365;

/** `90 dager`, `ett døgn`, `ett år`. */
export function lengthOf(days: number): string {
  if (days === YEAR) return $localize`:@@privacy.length.year:ett år`;
  if (days === 1) return $localize`:@@privacy.length.day:ett døgn`;
  return $localize`:@@privacy.length.days:${days}:days: dager`;
}

const FROM: Readonly<Record<RetentionFrom, (length: string) => string>> = {
  'end-of-use': (length) =>
    $localize`:@@privacy.from.end-of-use:${length}:length: etter siste bruk`,
  asked: (length) => $localize`:@@privacy.from.asked:${length}:length: uten svar`,
  sent: (length) => $localize`:@@privacy.from.sent:${length}:length: etter at den ble sendt`,
  deadline: (length) => $localize`:@@privacy.from.deadline:${length}:length: etter fristen`,
  announcement: (length) =>
    $localize`:@@privacy.from.announcement:${length}:length: etter kunngjøringen`,
  archived: (length) =>
    $localize`:@@privacy.from.archived:${length}:length: etter at kåringen er arkivert`,
  'last-role': (length) =>
    $localize`:@@privacy.from.last-role:${length}:length: etter at den siste rollen er slutt`,
};

const AT_ONCE: Readonly<Record<RetentionFrom, () => string>> = {
  ...(Object.fromEntries(
    Object.entries(FROM).map(([from, words]) => [from, () => words(lengthOf(0))]),
  ) as Record<RetentionFrom, () => string>),
  archived: () => $localize`:@@privacy.until-archived:til kåringen er arkivert`,
  deadline: () => $localize`:@@privacy.until-deadline:til fristen`,
  announcement: () => $localize`:@@privacy.until-announcement:til kunngjøringen`,
};

/** How long, in words: `90 dager etter fristen`. */
export function periodInWords({ from, days }: Pick<RetentionRule, 'from' | 'days'>): string {
  return days === 0 ? AT_ONCE[from]() : FROM[from](lengthOf(days));
}
