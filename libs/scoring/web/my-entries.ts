import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { OVERALL } from '@award/award';
import type { MyEntriesView, MyEntryView } from '@award/scoring/contract';
import { DataTable, Empty, Grouped, StateTag } from '@award/ui/web';
import { BASIS_WORDS } from '@award/nominations/web';
import { minutesFor, PROGRESS_TONES, PROGRESS_WORDS } from './scoring-words';

/** The member's entries, each once, in the member's own order, with how far each has come. */
@Component({
  selector: 'scoring-my-entries',
  imports: [DataTable, Empty, Grouped, RouterLink, StateTag],
  templateUrl: './my-entries.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyEntries {
  readonly view = input.required<MyEntriesView>();

  protected readonly basisWords = BASIS_WORDS;
  protected readonly progressWords = PROGRESS_WORDS;
  protected readonly progressTones = PROGRESS_TONES;
  /** What is to be done now: everything, or in the second round what is asked for. */
  protected readonly wanted = computed(() =>
    this.view().entries.filter(({ asked }) => asked || !this.view().secondRound),
  );
  protected readonly locked = computed(
    () => this.wanted().filter(({ progress }) => progress === 'locked').length,
  );
  protected readonly next = computed(
    () => this.wanted().find((entry) => entry.progress !== 'locked') ?? null,
  );
  /** Hours left of reading and scoring, by the half hour. */
  protected readonly hours = computed(() => {
    const minutes = this.wanted()
      .filter((entry) => entry.progress !== 'locked')
      .reduce((sum, entry) => sum + minutesFor(entry.size), 0);
    return Math.ceil(minutes / 30) / 2;
  });

  protected minutes(entry: MyEntryView): number {
    return minutesFor(entry.size);
  }

  protected scored(entry: MyEntryView): string {
    const scores = Object.entries(entry.scores).filter(([code]) => code !== OVERALL);
    return entry.overall !== null
      ? String(entry.overall)
      : scores.length > 0
        ? `(${scores.length})`
        : '';
  }
}
