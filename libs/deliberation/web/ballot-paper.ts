import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import type { BallotView, CastPaper, ClassEntryView } from '@award/deliberation/contract';
import { entryName } from './entry-name';
import { sameData } from './same-data';

/** The member's own secret paper: a number for each option, equal numbers allowed, nothing dragged. */
@Component({
  selector: 'deliberation-ballot-paper',
  template: `
    <form class="flow" novalidate (submit)="$event.preventDefault(); cast.emit(paper())">
      <p class="ds-paragraph" i18n="@@deliberation.paper.lead">
        Gi hver finalist et tall. 1 er best. Samme tall betyr at du ikke skiller dem. Stemmen er
        hemmelig, og du kan endre den til avstemningen avsluttes.
      </p>
      <div class="paper">
        @for (option of ballot().options; track option) {
          <fieldset class="ds-fieldset paper__option">
            <legend class="ds-label">{{ name(option) }}</legend>
            <div class="paper__ranks">
              @for (rank of ranks(); track rank) {
                <label class="paper__rank">
                  <input
                    class="ds-input"
                    type="radio"
                    [name]="'rank-' + option"
                    [checked]="places()[option] === rank"
                    (change)="place(option, rank)"
                  />
                  <span>{{ rank }}</span>
                </label>
              }
              <label class="paper__rank">
                <input
                  class="ds-input"
                  type="radio"
                  [name]="'rank-' + option"
                  [checked]="places()[option] === undefined"
                  (change)="place(option, null)"
                />
                <span i18n="@@deliberation.paper.unranked">Uten tall</span>
              </label>
            </div>
          </fieldset>
        }
      </div>
      <p class="acts">
        <button class="ds-button" type="submit" [attr.aria-busy]="busy() || null">
          @if (ballot().mine === null) {
            <ng-container i18n="@@deliberation.paper.cast">Lever stemmen</ng-container>
          } @else {
            <ng-container i18n="@@deliberation.paper.change">Endre stemmen</ng-container>
          }
        </button>
        @if (ballot().mine !== null) {
          <span role="status" i18n="@@deliberation.paper.received">Stemmen din er levert.</span>
        }
      </p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BallotPaper {
  readonly ballot = input.required<BallotView>();
  readonly entries = input.required<readonly ClassEntryView[]>();
  readonly busy = input(false);
  readonly cast = output<CastPaper>();

  protected readonly ranks = computed(() => this.ballot().options.map((_, at) => at + 1));
  private readonly received = computed(
    () => ({ ballot: this.ballot().id, ranks: this.ballot().mine ?? [] }),
    { equal: sameData },
  );
  protected readonly places = linkedSignal<
    { readonly ranks: readonly string[][] },
    Readonly<Record<string, number>>
  >({
    source: this.received,
    computation: ({ ranks }) =>
      Object.fromEntries(ranks.flatMap((options, at) => options.map((one) => [one, at + 1]))),
  });
  /** The options by their numbers, best first; numbers that nobody has are skipped. */
  protected readonly paper = computed<CastPaper>(() => {
    const places = this.places();
    return {
      ranks: this.ranks()
        .map((rank) => ({
          options: this.ballot().options.filter((option) => places[option] === rank),
        }))
        .filter(({ options }) => options.length > 0),
    };
  });

  protected place(option: string, rank: number | null): void {
    this.places.update((places) => {
      const { [option]: _, ...others } = places;
      return rank === null ? others : { ...others, [option]: rank };
    });
  }

  protected name(id: string): string {
    return entryName(this.entries(), id);
  }
}
