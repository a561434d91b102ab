import type { DeskTaskKind, TaskState } from './desk-tasks';
import type { Tone } from '@award/ui/web';

const TASK_WORDS: Record<DeskTaskKind, string> = {
  'set-up': $localize`:@@desk.task.set-up:Sett opp datoer, kategorier og momenter`,
  translate: $localize`:@@desk.task.translate:Skriv utlysningen på tre språk`,
  'open-call': $localize`:@@desk.task.open-call:Åpne for forslag`,
  invite: $localize`:@@desk.task.invite:Inviter kommunene`,
  'mend-addresses': $localize`:@@desk.task.mend-addresses:Få fram e-posten som er kommet i retur`,
  'seat-jury': $localize`:@@desk.task.seat-jury:Få juryen på plass`,
  check: $localize`:@@desk.task.check:Kontroller forslagene`,
  'open-scoring': $localize`:@@desk.task.open-scoring:Åpne vurderingen`,
  score: $localize`:@@desk.task.score:Følg juryens vurdering`,
  meet: $localize`:@@desk.task.meet:Hold jurymøte og bestem finalister`,
  justify: $localize`:@@desk.task.justify:Få begrunnelsene skrevet og underskrevet`,
  'publish-finalists': $localize`:@@desk.task.publish-finalists:Publiser finalistene`,
  'ask-stage': $localize`:@@desk.task.ask-stage:Spør finalistene hvem som kommer på scenen`,
  'decide-winner': $localize`:@@desk.task.decide-winner:Bestem vinneren`,
  'prepare-stage': $localize`:@@desk.task.prepare-stage:Få på plass det som mangler til scenen`,
  announce: $localize`:@@desk.task.announce:Offentliggjør vinnerne`,
  archive: $localize`:@@desk.task.archive:Flytt kåringen til arkivet`,
};

const STATE_WORDS: Record<TaskState, string> = {
  late: $localize`:@@desk.state.late:På overtid`,
  due: $localize`:@@desk.state.due:Nå`,
  done: $localize`:@@desk.state.done:Ferdig`,
  ahead: $localize`:@@desk.state.ahead:Senere`,
};

const STATE_TONES: Record<TaskState, Tone> = {
  late: 'danger',
  due: 'info',
  done: 'success',
  ahead: 'neutral',
};

export const taskWords = (kind: DeskTaskKind): string => TASK_WORDS[kind];
export const taskStateWords = (state: TaskState): string => STATE_WORDS[state];
export const taskStateTone = (state: TaskState): Tone => STATE_TONES[state];
