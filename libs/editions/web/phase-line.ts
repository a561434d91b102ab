import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type EditionPhase, PHASES, type TimetableField } from '@award/award';
import type { EditionView } from '@award/editions/contract';
import { InLocale, OsloDate, OsloTime } from '@award/ui/web';
import { phaseWords, stageWords } from './edition-words';

/** The date on which each phase begins; what has none begins when somebody acts. */
const BEGINS: Partial<Record<EditionPhase, TimetableField>> = {
  open: 'opensAt',
  closed: 'deadline',
  'finalists-published': 'finalistsAt',
  announced: 'announcementAt',
};

/** The year as a line of phases, with today on it. */
@Component({
  selector: 'editions-phase-line',
  imports: [InLocale, OsloDate, OsloTime],
  templateUrl: './phase-line.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhaseLine {
  readonly edition = input.required<EditionView>();

  protected readonly stageWords = stageWords;
  protected readonly steps = computed(() => {
    const { phase, timetable, now } = this.edition();
    const current = PHASES.indexOf(phase);
    return PHASES.map((one, at) => {
      const field = BEGINS[one];
      const begins = field === undefined ? null : timetable[field];
      return {
        phase: one,
        words: phaseWords(one),
        begins,
        position: at < current ? 'done' : at === current ? 'current' : 'ahead',
        /** Its time has come, and nobody has acted. */
        late: at > current && begins !== null && begins < now,
      };
    });
  });
  protected readonly stages = computed(() =>
    this.edition().phase === 'judging'
      ? this.edition().classes.flatMap(({ code, name, stage }) =>
          stage === null ? [] : [{ code, name, stage }],
        )
      : [],
  );
}
