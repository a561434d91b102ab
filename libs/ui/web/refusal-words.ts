/** What the server's codes mean to people: what happened, and what to do about it. */
import { HttpErrorResponse } from '@angular/common/http';
import { isRefusal, type Refusal } from '@award/award';

export interface FieldRefusal {
  readonly path: string;
  readonly reason: string;
}

export interface RefusalAnswer {
  readonly refusal: Refusal | null;
  readonly fields: readonly FieldRefusal[];
  readonly details: Readonly<Record<string, unknown>>;
}

/** Reads the server's refusal out of a failed request; null when the error is something else. */
export function readRefusal(error: unknown): RefusalAnswer | null {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof HttpErrorResponse)) return null;
  const body = (cause.error ?? {}) as {
    refusal?: unknown;
    fields?: FieldRefusal[];
    details?: Record<string, unknown>;
  };
  return {
    refusal: typeof body.refusal === 'string' && isRefusal(body.refusal) ? body.refusal : null,
    fields: Array.isArray(body.fields) ? body.fields : [],
    details: body.details ?? {},
  };
}

/** What says nothing about the thing that was asked for: it may be there still. */
const NO_ANSWER: readonly Refusal[] = ['unavailable', 'failed', 'rate-limited'];

/** Whether the server said something about what was asked for; a cut line and a server in trouble do not. */
export function isRefused(error: unknown): boolean {
  const refusal = readRefusal(error)?.refusal ?? null;
  return refusal !== null && !NO_ANSWER.includes(refusal);
}

/** The words for a code; without one, the server did not answer as it should. */
export function wordsFor(refusal: Refusal | null): string {
  return refusal === null
    ? $localize`:@@ui.refusal.unknown:Vi fikk ikke svar fra tjenesten. Prøv igjen om litt.`
    : REFUSAL_WORDS[refusal];
}

export const REFUSAL_WORDS: Record<Refusal, string> = {
  'not-signed-in': $localize`:@@ui.refusal.not-signed-in:Du er ikke logget inn. Logg inn og prøv igjen.`,
  'not-permitted': $localize`:@@ui.refusal.not-permitted:Rollen du handler i, kan ikke gjøre dette.`,
  'not-found': $localize`:@@ui.refusal.not-found:Vi finner ikke det du leter etter.`,
  'origin-refused': $localize`:@@ui.refusal.origin-refused:Forespørselen kom ikke fra denne siden. Last siden på nytt og prøv igjen.`,
  'rate-limited': $localize`:@@ui.refusal.rate-limited:Det ble for mange forsøk på kort tid. Vent noen minutter og prøv igjen.`,
  'code-wrong': $localize`:@@ui.refusal.code-wrong:Koden stemmer ikke. Bruk koden i den nyeste e-posten, i nettleseren der du ba om den.`,
  'code-expired': $localize`:@@ui.refusal.code-expired:Koden har gått ut. Be om en ny.`,
  'too-many-tries': $localize`:@@ui.refusal.too-many-tries:Koden er prøvd for mange ganger. Be om en ny.`,
  'other-role-held': $localize`:@@ui.refusal.other-role-held:Personen har en rolle som ikke kan kombineres med denne.`,
  'last-secretary': $localize`:@@ui.refusal.last-secretary:Dette er den siste sekretæren. Gi rollen til en annen først.`,
  'last-submitter': $localize`:@@ui.refusal.last-submitter:Dette er den siste som kan sende inn for kommunen. Gi retten til en kollega først.`,
  'provider-unavailable': $localize`:@@ui.refusal.provider-unavailable:Innloggingstjenesten svarer ikke akkurat nå. Prøv igjen om litt, eller logg inn med kode på e-post.`,
  'sign-in-cancelled': $localize`:@@ui.refusal.sign-in-cancelled:Du avbrøt innloggingen. Prøv igjen når du vil.`,
  'sign-in-failed': $localize`:@@ui.refusal.sign-in-failed:Innloggingen ble ikke fullført. Begynn på nytt herfra.`,
  'unknown-organisation': $localize`:@@ui.refusal.unknown-organisation:Organisasjonen du valgte, er ikke en kommune i kåringen. Velg kommunen når du logger inn, eller be sekretariatet om en invitasjon.`,
  'unknown-tenant': $localize`:@@ui.refusal.unknown-tenant:Arbeidsgiveren du logget inn hos, har ikke tilgang hit. Logg inn med kode på e-post, eller ta kontakt med sekretariatet.`,
  'identity-unknown': $localize`:@@ui.refusal.identity-unknown:Vi vet ikke hvem du er fra denne innloggingen. Logg inn med kode på e-post, og knytt den til deg under «Slik logger du inn».`,
  'identity-taken': $localize`:@@ui.refusal.identity-taken:Innloggingen er knyttet til en annen person her. Ta kontakt med sekretariatet.`,
  'access-ended': $localize`:@@ui.refusal.access-ended:Tilgangen din til kommunens forslag er avsluttet. En kollega som kan sende inn, kan gi deg tilgang igjen.`,
  'no-open-call': $localize`:@@ui.refusal.no-open-call:Ingen kåring tar imot forslag nå. Følg med på forsiden.`,
  'bad-input': $localize`:@@ui.refusal.bad-input:Noe er fylt ut på en måte vi ikke forstår. Se feltene som er merket.`,
  'bad-text': $localize`:@@ui.refusal.bad-text:Teksten inneholder tegn som ikke kan lagres. Fjern dem og prøv igjen.`,
  'too-large': $localize`:@@ui.refusal.too-large:Dette er for stort til å sendes. Gjør det kortere eller del det opp.`,
  'too-many-files': $localize`:@@ui.refusal.too-many-files:Det er lagret for mange store filer på forslaget. Vent litt, eller ta kontakt med sekretariatet.`,
  'documents-unavailable': $localize`:@@ui.refusal.documents-unavailable:Vi får ikke laget PDF-en akkurat nå. Alt som skal stå i den, står på siden her. Prøv igjen om litt.`,
  'file-offset': $localize`:@@ui.refusal.file-offset:Filen lastes opp fra et annet sted også. Vi fortsetter der den er kommet.`,
  'file-not-ready': $localize`:@@ui.refusal.file-not-ready:Filen kan ikke åpnes ennå. Prøv igjen om litt.`,
  unavailable: $localize`:@@ui.refusal.unavailable:Tjenesten er ikke tilgjengelig akkurat nå. Prøv igjen om litt.`,
  failed: $localize`:@@ui.refusal.failed:Noe gikk galt hos oss. Ingenting er endret. Prøv igjen.`,
  'stale-save': $localize`:@@ui.refusal.stale-save:Noen andre har endret det samme siden du åpnet siden. Sammenlign de to og velg.`,
  'idempotency-mismatch': $localize`:@@ui.refusal.idempotency-mismatch:Det samme er sendt før med et annet innhold. Last siden på nytt og prøv igjen.`,
  'still-running': $localize`:@@ui.refusal.still-running:Det forrige forsøket er ikke ferdig. Vent litt.`,
  'reason-required': $localize`:@@ui.refusal.reason-required:Skriv en begrunnelse.`,
  'unknown-municipality': $localize`:@@ui.refusal.unknown-municipality:Kommunen finnes ikke i registeret for denne kåringen.`,
  'unknown-class': $localize`:@@ui.refusal.unknown-class:Kåringen har ikke denne kategorien.`,
  'text-too-long': $localize`:@@ui.refusal.text-too-long:Teksten er for lang. Kort den ned.`,
  'text-too-short': $localize`:@@ui.refusal.text-too-short:Teksten er for kort. Skriv litt mer.`,
  'incomplete-form': $localize`:@@ui.refusal.incomplete-form:Noe mangler. Fyll ut det som er listet opp.`,
  'wrong-phase': $localize`:@@ui.refusal.wrong-phase:Dette kan ikke gjøres i den fasen kåringen er i nå.`,
  'wrong-stage': $localize`:@@ui.refusal.wrong-stage:Dette kan ikke gjøres nå i denne kategorien.`,
  'wrong-state': $localize`:@@ui.refusal.wrong-state:Dette kan ikke gjøres slik forslaget står nå. Last siden på nytt.`,
  'before-opening': $localize`:@@ui.refusal.before-opening:Det er ikke åpnet ennå.`,
  'past-deadline': $localize`:@@ui.refusal.past-deadline:Fristen er ute.`,
  'timetable-order': $localize`:@@ui.refusal.timetable-order:Datoene står ikke i riktig rekkefølge.`,
  'edition-exists': $localize`:@@ui.refusal.edition-exists:Det finnes allerede en kåring for dette året.`,
  'rule-frozen': $localize`:@@ui.refusal.rule-frozen:Reglene for vurderingen er registrert og kan ikke endres.`,
  'classes-overlap': $localize`:@@ui.refusal.classes-overlap:Kategoriene må dekke alle folketall nøyaktig én gang.`,
  'class-crossed': $localize`:@@ui.refusal.class-crossed:Forslaget hører til en annen kategori.`,
  'already-nominated': $localize`:@@ui.refusal.already-nominated:Kommunen har allerede et forslag i denne kåringen.`,
  'checklist-open': $localize`:@@ui.refusal.checklist-open:Gå gjennom hele sjekklisten først.`,
  'checklist-not-met': $localize`:@@ui.refusal.checklist-not-met:Forslaget oppfyller ikke sjekklisten.`,
  'nothing-to-complete': $localize`:@@ui.refusal.nothing-to-complete:Skriv hva kommunen må rette.`,
  'eligibility-open': $localize`:@@ui.refusal.eligibility-open:Alle forslag må være kontrollert først.`,
  'link-expired': $localize`:@@ui.refusal.link-expired:Lenken har gått ut. Be den som sendte den, om en ny.`,
  'link-revoked': $localize`:@@ui.refusal.link-revoked:Lenken er trukket tilbake og virker ikke lenger.`,
  'already-answered': $localize`:@@ui.refusal.already-answered:Svaret er allerede sendt. Takk.`,
  'already-asked': $localize`:@@ui.refusal.already-asked:Denne er allerede spurt.`,
  'too-many-partners': $localize`:@@ui.refusal.too-many-partners:Flere bedrifter kan ikke spørres for dette forslaget.`,
  'text-changed': $localize`:@@ui.refusal.text-changed:Teksten er endret mens du leste. Les den på nytt før du svarer.`,
  'seat-taken': $localize`:@@ui.refusal.seat-taken:Plassen i juryen er opptatt.`,
  'seat-not-active': $localize`:@@ui.refusal.seat-not-active:Plassen i juryen er ikke aktiv.`,
  'panel-frozen': $localize`:@@ui.refusal.panel-frozen:Juryen kan ikke endres nå.`,
  'house-empty': $localize`:@@ui.refusal.house-empty:Både KS og NHO må ha et jurymedlem som kan delta. Sekretariatet kan la en vara tre inn eller invitere et nytt medlem.`,
  undeclared: $localize`:@@ui.refusal.undeclared:Svar på om du er habil, før du åpner forslagene.`,
  'ruling-awaited': $localize`:@@ui.refusal.ruling-awaited:Habiliteten din er til avgjørelse. Du får beskjed.`,
  recused: $localize`:@@ui.refusal.recused:Du har fratrådt i denne saken.`,
  'declared-late': $localize`:@@ui.refusal.declared-late:Fristen for å melde fra er ute. Ta kontakt med juryleder.`,
  'under-question': $localize`:@@ui.refusal.under-question:Du kan ikke være med på avgjørelsen fordi din egen habilitet er til vurdering.`,
  'rules-on-self': $localize`:@@ui.refusal.rules-on-self:Du kan ikke avgjøre din egen habilitet.`,
  'nothing-to-rule': $localize`:@@ui.refusal.nothing-to-rule:Det er ingenting å avgjøre.`,
  'unresolved-declarations': $localize`:@@ui.refusal.unresolved-declarations:Noen habilitetsspørsmål er ikke avgjort.`,
  'not-assigned': $localize`:@@ui.refusal.not-assigned:Dette forslaget er ikke tildelt deg.`,
  'sheet-locked': $localize`:@@ui.refusal.sheet-locked:Vurderingen er avsluttet. Gjenåpne den for å endre.`,
  'sheet-not-locked': $localize`:@@ui.refusal.sheet-not-locked:Vurderingen er ikke avsluttet.`,
  'sheet-incomplete': $localize`:@@ui.refusal.sheet-incomplete:Vurderingen er ikke komplett.`,
  'scoring-open': $localize`:@@ui.refusal.scoring-open:Dette vises når vurderingen i kategorien er avsluttet.`,
  'scoring-closed': $localize`:@@ui.refusal.scoring-closed:Vurderingen i kategorien er avsluttet.`,
  'missing-sheets': $localize`:@@ui.refusal.missing-sheets:Noen vurderinger mangler. Bekreft at du har sett hvilke.`,
  'duplicate-score': $localize`:@@ui.refusal.duplicate-score:Samme moment er vurdert to ganger.`,
  'out-of-scale': $localize`:@@ui.refusal.out-of-scale:Velg et tall på skalaen.`,
  'zero-weights': $localize`:@@ui.refusal.zero-weights:Minst ett moment må telle.`,
  'no-meeting': $localize`:@@ui.refusal.no-meeting:Møtet i denne kategorien er ikke åpnet.`,
  'not-present': $localize`:@@ui.refusal.not-present:Bare de som er registrert som til stede i møtet, kan gjøre dette.`,
  'quorum-missing': $localize`:@@ui.refusal.quorum-missing:For få jurymedlemmer er til stede til at juryen kan vedta noe.`,
  'ballot-open': $localize`:@@ui.refusal.ballot-open:Avstemningen er ikke avsluttet.`,
  'ballot-closed': $localize`:@@ui.refusal.ballot-closed:Avstemningen er avsluttet.`,
  'bad-ballot': $localize`:@@ui.refusal.bad-ballot:Stemmeseddelen er ikke fylt ut riktig.`,
  'tie-undecided': $localize`:@@ui.refusal.tie-undecided:Det er stemmelikhet. Følg regelen som er registrert for det.`,
  'vote-required': $localize`:@@ui.refusal.vote-required:Et vedtak om et annet antall krever at juryen stemmer over det først.`,
  'wrong-number-of-finalists': $localize`:@@ui.refusal.wrong-number-of-finalists:Antallet finalister stemmer ikke med vedtaket.`,
  'wrong-number-of-winners': $localize`:@@ui.refusal.wrong-number-of-winners:Antallet vinnere stemmer ikke med vedtaket.`,
  'not-in-class': $localize`:@@ui.refusal.not-in-class:Kommunen er ikke med i denne kategorien.`,
  'named-twice': $localize`:@@ui.refusal.named-twice:Samme kommune er nevnt to ganger.`,
  'not-a-finalist': $localize`:@@ui.refusal.not-a-finalist:Kommunen er ikke finalist.`,
  'already-decided': $localize`:@@ui.refusal.already-decided:Dette er allerede vedtatt.`,
  'decision-in-question': $localize`:@@ui.refusal.decision-in-question:Et medlem har fratrådt etter at vedtaket ble gjort. Juryen må først ta stilling til om vedtaket skal stå.`,
  'not-signed-off': $localize`:@@ui.refusal.not-signed-off:Begrunnelsen er ikke godkjent av både KS og NHO.`,
  'author-alone': $localize`:@@ui.refusal.author-alone:Noen andre enn forfatteren må godkjenne.`,
  'already-signed-off': $localize`:@@ui.refusal.already-signed-off:Du har allerede godkjent.`,
  'release-text-missing': $localize`:@@ui.refusal.release-text-missing:Pressemeldingen på bokmål mangler. Skriv tittel og tekst, så går resten videre.`,
  'image-unready': $localize`:@@ui.refusal.image-unready:Et bilde mangler bildetekst, fotograf eller rettigheter. Utelat det, så går resten videre.`,
  'image-withdrawn': $localize`:@@ui.refusal.image-withdrawn:Bildet er allerede tatt bort.`,
  'not-sealed': $localize`:@@ui.refusal.not-sealed:Vedtaket er ikke forseglet.`,
  'not-armed': $localize`:@@ui.refusal.not-armed:Publiseringen er ikke klargjort av to personer.`,
  'keys-from-one-hand': $localize`:@@ui.refusal.keys-from-one-hand:Begge nøklene kommer fra samme person. Be den som drifter løsningen gi den ene: npm run keyholder:create.`,
  'same-person-twice': $localize`:@@ui.refusal.same-person-twice:To ulike personer må klargjøre publiseringen.`,
  'already-armed': $localize`:@@ui.refusal.already-armed:Publiseringen er allerede klargjort.`,
  'already-sealed': $localize`:@@ui.refusal.already-sealed:Dette er allerede forseglet. Trekk forseglingen tilbake først.`,
  'already-released': $localize`:@@ui.refusal.already-released:Dette er allerede publisert.`,
  'before-release-time': $localize`:@@ui.refusal.before-release-time:Tidspunktet for publisering er ikke nådd.`,
  'release-time-passed': $localize`:@@ui.refusal.release-time-passed:Tidspunktet er passert. Stopp, og sett et nytt tidspunkt.`,
  'release-stopped': $localize`:@@ui.refusal.release-stopped:Publiseringen er stoppet.`,
  'not-cleared': $localize`:@@ui.refusal.not-cleared:Du står ikke på listen over dem som er klarert.`,
  'not-released': $localize`:@@ui.refusal.not-released:Dette er ikke offentliggjort herfra, så det er ikke noe å rette.`,
  'correction-open': $localize`:@@ui.refusal.correction-open:En annen rettelse er i gang. Fullfør den eller gi den opp først.`,
  'not-a-winner': $localize`:@@ui.refusal.not-a-winner:Kommunen er ikke kunngjort som vinner.`,
  'entry-withdrawn': $localize`:@@ui.refusal.entry-withdrawn:Kommunen har trukket forslaget sitt.`,
};
