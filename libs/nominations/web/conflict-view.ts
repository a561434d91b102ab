import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  LOCALE_ID,
  signal,
} from '@angular/core';
import { OsloTime, TextDifferences } from '@award/ui/web';
import { partWords } from './form-words';
import { NominationDraft } from './nomination-draft';
import { valueLines } from './part-words';
import { partOf, type Part } from './three-way-merge';

type Side = 'mine' | 'theirs';

/** Two have written the same at once: both texts side by side, and a choice for each part. */
@Component({
  selector: 'nominations-conflict-view',
  imports: [OsloTime, TextDifferences],
  host: { class: 'flow' },
  templateUrl: './conflict-view.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictView {
  private readonly draft = inject(NominationDraft);
  private readonly locale = inject(LOCALE_ID);

  protected readonly conflict = this.draft.conflict;
  protected readonly choices = signal<Partial<Record<Part, Side>>>({});
  protected readonly parts = computed(() => {
    const conflict = this.conflict();
    const mine = this.draft.writing();
    if (conflict === null) return [];
    return conflict.merge.conflicts.map((part) => ({
      part,
      name: partWords(part, this.draft.form(), this.locale),
      sides: [
        { side: 'mine' as const, lines: valueLines(part, mine) },
        { side: 'theirs' as const, lines: valueLines(part, conflict.theirs) },
      ],
      texts: textsOf(partOf(mine, part), partOf(conflict.theirs, part)),
      lang: typeof partOf(mine, part) === 'string' ? this.draft.writtenForm() : null,
    }));
  });
  protected readonly allChosen = computed(() =>
    this.parts().every(({ part }) => this.choices()[part] !== undefined),
  );
  /** Pressed before everything is chosen: then what is left is pointed out. */
  protected readonly asked = signal(false);

  protected choose(part: Part, side: Side): void {
    this.choices.update((before) => ({ ...before, [part]: side }));
  }

  protected async use(): Promise<void> {
    this.asked.set(true);
    if (this.allChosen()) await this.draft.resolve(this.choices());
  }
}

/** Both when they are texts long enough for the difference to be hard to see. */
function textsOf(mine: unknown, theirs: unknown): { mine: string; theirs: string } | null {
  return typeof mine === 'string' && typeof theirs === 'string' && mine.length + theirs.length > 60
    ? { mine, theirs }
    : null;
}
