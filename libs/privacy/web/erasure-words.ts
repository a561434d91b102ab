import type { ErasureObstacle } from '@award/award';
import type { ErasedKind, StayingKind } from '@award/privacy/contract';

export const ERASED_WORDS: Readonly<Record<ErasedKind, string>> = {
  roles: $localize`:@@privacy.goes.roles:Roller som gjelder`,
  'notes-and-ties': $localize`:@@privacy.goes.notes-and-ties:Private notater og meldte tilknytninger`,
  'seat-addresses': $localize`:@@privacy.goes.seat-addresses:E-postadressen ved plassen i juryen`,
  invitations: $localize`:@@privacy.goes.invitations:Invitasjoner`,
  contacts: $localize`:@@privacy.goes.contacts:Navn, e-post og telefon som kontakt i forslag`,
  tips: $localize`:@@privacy.goes.tips:Navn, adresse og tekst i tips`,
  partners: $localize`:@@privacy.goes.partners:Adresse og navn ved støtte fra bedrift`,
  approvals: $localize`:@@privacy.goes.approvals:Navn og adresse ved godkjenning`,
  follows: $localize`:@@privacy.goes.follows:Det som følges på e-post`,
  mail: $localize`:@@privacy.goes.mail:Innhold og adresse i sendt e-post`,
  'sign-in': $localize`:@@privacy.goes.sign-in:Måter å logge inn på, og innlogginger`,
  name: $localize`:@@privacy.goes.name:Navnet`,
};

/** What stays, and why. */
export const STAYING_WORDS: Readonly<Record<StayingKind, string>> = {
  'seat-names': $localize`:@@privacy.stays.seat-names:Navnet i listen over juryen. Hvem som dømte, er en del av kåringens historie.`,
  sheets: $localize`:@@privacy.stays.sheets:Vurderingene juryen bygde avgjørelsen på. Ordene i dem slettes ett år etter kunngjøringen.`,
  'contact-in-running-entry': $localize`:@@privacy.stays.contact:Kontakt i et forslag som er til behandling. Kommunen må sette inn en annen først.`,
  'embargo-list': $localize`:@@privacy.stays.embargo-list:Listen over hvem som fikk vite noe på forhånd. Den slettes 30 dager etter at kåringen er arkivert.`,
  log: $localize`:@@privacy.stays.log:Loggen. Den har bare numre, ikke navn eller adresser, og viser at ingenting er endret.`,
};

/** Why somebody cannot be erased yet. */
export const OBSTACLE_WORDS: Readonly<Record<ErasureObstacle, string>> = {
  'juror-at-work': $localize`:@@privacy.obstacle.juror:Sitter i en jury som er i arbeid. Opplysningene kan slettes når kåringen er arkivert.`,
  'only-secretary': $localize`:@@privacy.obstacle.secretary:Er den eneste sekretæren. Gi rollen til en annen først.`,
  'only-submitter': $localize`:@@privacy.obstacle.submitter:Er den eneste som kan sende inn for kommunen. Gi en kollega den rollen først.`,
  'release-key': $localize`:@@privacy.obstacle.key:Er den eneste nøkkelholderen. Gi nøkkelen til en annen først.`,
};
