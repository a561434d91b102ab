import type {
  ClassStage,
  EditionPhase,
  EventForm,
  RecusalScope,
  ScoringPreset,
  SetupPart,
  TieSettlement,
  TimetableField,
} from '@award/award';
import type { EditionChangeView } from '@award/editions/contract';
import type { Tone } from '@award/ui/web';

const PHASE_WORDS: Record<EditionPhase, string> = {
  planned: $localize`:@@editions.phase.planned:Planlegges`,
  open: $localize`:@@editions.phase.open:Åpen for forslag`,
  closed: $localize`:@@editions.phase.closed:Kontroll av forslag`,
  judging: $localize`:@@editions.phase.judging:Juryen vurderer`,
  'finalists-published': $localize`:@@editions.phase.finalists-published:Finalistene er publisert`,
  announced: $localize`:@@editions.phase.announced:Vinnerne er kåret`,
  archived: $localize`:@@editions.phase.archived:I arkivet`,
};

const PHASE_TONES: Record<EditionPhase, Tone> = {
  planned: 'neutral',
  open: 'success',
  closed: 'info',
  judging: 'info',
  'finalists-published': 'gull',
  announced: 'gull',
  archived: 'neutral',
};

const STAGE_WORDS: Record<ClassStage, string> = {
  waiting: $localize`:@@editions.stage.waiting:Vurderingen er ikke åpnet`,
  scoring: $localize`:@@editions.stage.scoring:Juryen vurderer hver for seg`,
  deliberation: $localize`:@@editions.stage.deliberation:Klar for jurymøte`,
  'finalists-sealed': $localize`:@@editions.stage.finalists-sealed:Finalistene er bestemt`,
  'winner-sealed': $localize`:@@editions.stage.winner-sealed:Vinneren er bestemt`,
};

const DATE_WORDS: Record<TimetableField, string> = {
  opensAt: $localize`:@@editions.date.opensAt:Åpner for forslag`,
  deadline: $localize`:@@editions.date.deadline:Frist for forslag`,
  scoringClosesAt: $localize`:@@editions.date.scoringClosesAt:Juryen er ferdig med å vurdere`,
  meetingAt: $localize`:@@editions.date.meetingAt:Jurymøte`,
  finalistsAt: $localize`:@@editions.date.finalistsAt:Finalistene publiseres`,
  announcementAt: $localize`:@@editions.date.announcementAt:Vinnerne offentliggjøres`,
};

const PART_WORDS: Record<SetupPart, string> = {
  timetable: $localize`:@@editions.part.timetable:Tidsplan`,
  classes: $localize`:@@editions.part.classes:Kategorier`,
  criteria: $localize`:@@editions.part.criteria:Vurderingsmomenter`,
};

/** What keeps a call from opening, as something to do. */
const UNREADY_WORDS: Record<SetupPart, string> = {
  timetable: $localize`:@@editions.unready.timetable:Sett fristen, og få datoene i riktig rekkefølge`,
  classes: $localize`:@@editions.unready.classes:La kategoriene dekke alle folketall`,
  criteria: $localize`:@@editions.unready.criteria:Skriv minst ett vurderingsmoment som teller`,
};

const CHANGED_WORDS: Record<EditionChangeView['what'], string> = {
  ...DATE_WORDS,
  classes: PART_WORDS.classes,
  criteria: PART_WORDS.criteria,
  rules: $localize`:@@editions.part.rules:Regler for juryen`,
  form: $localize`:@@editions.change.form:Hjelpen i skjemaet`,
};

const PRESET_WORDS: Record<ScoringPreset, string> = {
  simple: $localize`:@@editions.preset.simple:Enkel`,
  full: $localize`:@@editions.preset.full:Full`,
};

const PRESET_NOTES: Record<ScoringPreset, string> = {
  simple: $localize`:@@editions.preset.simple-note:Hvert medlem gir hvert forslag én samlet karakter og én linje. De øverste og de omstridte vurderes på alle momenter.`,
  full: $localize`:@@editions.preset.full-note:Hvert medlem vurderer hvert forslag på alle momenter og skriver en vurdering.`,
};

const TIE_WORDS: Record<TieSettlement, string> = {
  'second-ballot': $localize`:@@editions.tie.second-ballot:Ny avstemning til det er avgjort`,
  'leader-vote': $localize`:@@editions.tie.leader-vote:Ny avstemning, så juryleders stemme`,
  shared: $localize`:@@editions.tie.shared:Ny avstemning, så delt pris`,
};

const SCOPE_WORDS: Record<RecusalScope, string> = {
  class: $localize`:@@editions.scope.class:Hele kategorien`,
  entry: $localize`:@@editions.scope.entry:Bare det ene forslaget`,
};

const EVENT_FORM_WORDS: Record<EventForm, string> = {
  hall: $localize`:@@editions.event-form.hall:I sal`,
  digital: $localize`:@@editions.event-form.digital:Digitalt`,
  both: $localize`:@@editions.event-form.both:I sal og digitalt`,
};

export const phaseWords = (phase: EditionPhase): string => PHASE_WORDS[phase];
export const phaseTone = (phase: EditionPhase): Tone => PHASE_TONES[phase];
export const stageWords = (stage: ClassStage): string => STAGE_WORDS[stage];
export const dateWords = (field: TimetableField): string => DATE_WORDS[field];
export const unreadyWords = (part: SetupPart): string => UNREADY_WORDS[part];
export const changedWords = (what: EditionChangeView['what']): string => CHANGED_WORDS[what];
export const presetWords = (preset: ScoringPreset): string => PRESET_WORDS[preset];
export const presetNote = (preset: ScoringPreset): string => PRESET_NOTES[preset];
export const tieWords = (rule: TieSettlement): string => TIE_WORDS[rule];
export const scopeWords = (scope: RecusalScope): string => SCOPE_WORDS[scope];
export const eventFormWords = (form: EventForm): string => EVENT_FORM_WORDS[form];
