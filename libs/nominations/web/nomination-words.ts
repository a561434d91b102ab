/** The words for the codes of an entry: what is chosen, where it stands, what has happened. */
import type {
  Basis,
  FieldCode,
  NominationAction,
  NominationState,
  ResultMeasure,
  TraitCode,
} from '@award/award';
import type { EventView } from '@award/nominations/contract';
import type { Tone } from '@award/ui/web';

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  'single-measure': $localize`:@@nominations.basis.single-measure:Et enkelt tiltak`,
  'all-round': $localize`:@@nominations.basis.all-round:Helhetlig arbeid over tid`,
};

export const BASIS_HELP: Readonly<Record<Basis, string>> = {
  'single-measure': $localize`:@@nominations.basis.single-measure-help:Noe avgrenset som dere har gjort på ett område. Forslaget vurderes for tiltaket, ikke for bredden.`,
  'all-round': $localize`:@@nominations.basis.all-round-help:Måten kommunen arbeider med bærekraftig næringsutvikling på, sammen med næringslivet.`,
};

export const FIELD_WORDS: Readonly<Record<FieldCode, string>> = {
  'sites-and-infrastructure': $localize`:@@nominations.field.sites-and-infrastructure:Tomter og infrastruktur`,
  'town-centre': $localize`:@@nominations.field.town-centre:Sentrumsutvikling`,
  'planning-and-case-handling': $localize`:@@nominations.field.planning-and-case-handling:Plan og saksbehandling`,
  'meeting-places': $localize`:@@nominations.field.meeting-places:Møteplasser og dialog med næringslivet`,
  'start-ups': $localize`:@@nominations.field.start-ups:Gründere og nye bedrifter`,
  'business-gardens-and-clusters': $localize`:@@nominations.field.business-gardens-and-clusters:Næringshager, inkubatorer og klynger`,
  procurement: $localize`:@@nominations.field.procurement:Innovative innkjøp og lokale leverandører`,
  'skills-and-recruitment': $localize`:@@nominations.field.skills-and-recruitment:Kompetanse, rekruttering og utdanning`,
  'knowledge-jobs': $localize`:@@nominations.field.knowledge-jobs:Kunnskapsarbeidsplasser, statlige arbeidsplasser og kontorfellesskap`,
  'green-transition': $localize`:@@nominations.field.green-transition:Grønn og sirkulær omstilling`,
  digitalisation: $localize`:@@nominations.field.digitalisation:Digitalisering`,
  tourism: $localize`:@@nominations.field.tourism:Reiseliv og opplevelser`,
  'food-sea-and-land': $localize`:@@nominations.field.food-sea-and-land:Mat, hav og jord`,
  'inclusion-through-work': $localize`:@@nominations.field.inclusion-through-work:Inkludering gjennom arbeid`,
  'regional-cooperation': $localize`:@@nominations.field.regional-cooperation:Samarbeid i regionen`,
  'after-a-merger': $localize`:@@nominations.field.after-a-merger:Etter en kommunesammenslåing`,
};

export const TRAIT_WORDS: Readonly<Record<TraitCode, string>> = {
  'part-of-community-building': $localize`:@@nominations.trait.part-of-community-building:Næringsutvikling som en del av det å bygge gode lokalsamfunn og få flere til å bo der`,
  'own-strengths': $localize`:@@nominations.trait.own-strengths:Å bygge på egne fortrinn og gjøre noe ut av mulighetene som dukker opp`,
  'long-term-strategy': $localize`:@@nominations.trait.long-term-strategy:En langsiktig strategi som dere holder fast ved`,
  'anchored-in-leadership': $localize`:@@nominations.trait.anchored-in-leadership:Forankring både i den administrative og den politiske ledelsen`,
  'dialogue-in-planning': $localize`:@@nominations.trait.dialogue-in-planning:Jevnlig dialog der næringslivet er med på de strategiske planene`,
  'part-of-region': $localize`:@@nominations.trait.part-of-region:Egen innsats som en del av innsatsen i regionen`,
  'across-sectors': $localize`:@@nominations.trait.across-sectors:Bredt samarbeid mellom sektorene i kommunen`,
  'two-way-dialogue': $localize`:@@nominations.trait.two-way-dialogue:God dialog med næringslivet, både administrativt og politisk`,
};

export const MEASURE_WORDS: Readonly<Record<ResultMeasure, string>> = {
  'job-growth': $localize`:@@nominations.measure.job-growth:Vekst i arbeidsplasser`,
  'new-businesses': $localize`:@@nominations.measure.new-businesses:Nye bedrifter`,
  'value-creation': $localize`:@@nominations.measure.value-creation:Verdiskaping`,
  attractiveness: $localize`:@@nominations.measure.attractiveness:Attraktivitet ut over det næringsstrukturen tilsier`,
  'business-satisfaction': $localize`:@@nominations.measure.business-satisfaction:Hva næringslivet sier om kommunen`,
  'plans-carried-through': $localize`:@@nominations.measure.plans-carried-through:Planer som er gjennomført`,
  other: $localize`:@@nominations.measure.other:Noe annet`,
};

export const STATE_WORDS: Readonly<Record<NominationState, string>> = {
  tipped: $localize`:@@nominations.state.tipped:Tips mottatt`,
  draft: $localize`:@@nominations.state.draft:Kladd`,
  held: $localize`:@@nominations.state.held:Venter på svar`,
  submitted: $localize`:@@nominations.state.submitted:Sendt inn`,
  'in-eligibility-check': $localize`:@@nominations.state.in-eligibility-check:Kontrolleres`,
  returned: $localize`:@@nominations.state.returned:Må rettes`,
  eligible: $localize`:@@nominations.state.eligible:Kontrollert og i orden`,
  ineligible: $localize`:@@nominations.state.ineligible:Oppfyller ikke vilkårene`,
  'in-review': $localize`:@@nominations.state.in-review:Hos juryen`,
  assessed: $localize`:@@nominations.state.assessed:Vurdert av juryen`,
  declined: $localize`:@@nominations.state.declined:Takket nei`,
  lapsed: $localize`:@@nominations.state.lapsed:Ikke sendt inn`,
  withdrawn: $localize`:@@nominations.state.withdrawn:Trukket`,
};

export const STATE_TONES: Readonly<Record<NominationState, Tone>> = {
  tipped: 'warning',
  draft: 'neutral',
  held: 'warning',
  submitted: 'info',
  'in-eligibility-check': 'info',
  returned: 'warning',
  eligible: 'success',
  ineligible: 'danger',
  'in-review': 'info',
  assessed: 'info',
  declined: 'neutral',
  lapsed: 'neutral',
  withdrawn: 'danger',
};

const EVENT_WORDS: Readonly<Record<NominationAction | 'start', string>> = {
  start: $localize`:@@nominations.event.start:Forslaget ble påbegynt`,
  'accept-tip': $localize`:@@nominations.event.accept-tip:Kommunen tok imot tipset`,
  'decline-tip': $localize`:@@nominations.event.decline-tip:Kommunen takket nei til tipset`,
  'accept-after-all': $localize`:@@nominations.event.accept-after-all:Kommunen tok imot tipset likevel`,
  submit: $localize`:@@nominations.event.submit:Forslaget ble sendt inn`,
  'take-back': $localize`:@@nominations.event.take-back:Forslaget ble tatt tilbake`,
  hold: $localize`:@@nominations.event.hold:Fristen gikk ut. Forslaget var ferdig, men ikke sendt inn`,
  'send-held': $localize`:@@nominations.event.send-held:Forslaget ble sendt inn etter spørsmål`,
  'decline-held': $localize`:@@nominations.event.decline-held:Kommunen svarte at forslaget ikke skal sendes inn`,
  'resume-writing': $localize`:@@nominations.event.resume-writing:Fristen ble forlenget, og kommunen skrev videre`,
  lapse: $localize`:@@nominations.event.lapse:Forslaget ble ikke sendt inn i tide`,
  'start-check': $localize`:@@nominations.event.start-check:Sekretariatet begynte å gå gjennom forslaget`,
  return: $localize`:@@nominations.event.return:Sekretariatet ba om at noe blir rettet`,
  resubmit: $localize`:@@nominations.event.resubmit:Forslaget ble rettet og sendt inn igjen`,
  'resume-check': $localize`:@@nominations.event.resume-check:Fristen for å rette gikk ut. Gjennomgangen fortsatte`,
  'find-eligible': $localize`:@@nominations.event.find-eligible:Forslaget er i orden og går videre til juryen`,
  'find-ineligible': $localize`:@@nominations.event.find-ineligible:Forslaget oppfyller ikke vilkårene`,
  'reopen-check': $localize`:@@nominations.event.reopen-check:Sekretariatet går gjennom forslaget på nytt`,
  'start-review': $localize`:@@nominations.event.start-review:Juryen begynte å lese`,
  'finish-review': $localize`:@@nominations.event.finish-review:Juryen har lest ferdig`,
  withdraw: $localize`:@@nominations.event.withdraw:Forslaget ble trukket`,
};

/** A step of an entry as a sentence; a step that this program does not know is shown as it is. */
export function eventWords(action: EventView['action']): string {
  return EVENT_WORDS[action] ?? action;
}
