import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  output,
} from '@angular/core';
import type { CriterionView } from '@award/editions/contract';
import { inLocale, OsloTime } from '@award/ui/web';
import type { SheetValues } from './sheet-values';

/** Two versions of one's own sheet side by side, when it has been saved elsewhere meanwhile. */
@Component({
  selector: 'scoring-sheet-conflict',
  imports: [OsloTime],
  template: `
    <div class="ds-alert" data-color="warning" role="alert">
      <p class="ds-heading" data-size="2xs" i18n="@@scoring.conflict.heading">
        Du har skrevet to steder. Velg hva som skal gjelde
      </p>
      <div class="sheet-conflict">
        @for (side of sides(); track side.heading) {
          <section class="conflict__side" [attr.aria-label]="side.heading">
            <h3 class="ds-heading" data-size="2xs">{{ side.heading }}</h3>
            @if (side.at) {
              <p class="detail">{{ side.at | osloTime }}</p>
            }
            <dl>
              @for (row of side.rows; track row.name) {
                <div>
                  <dt>{{ row.name }}</dt>
                  <dd class="break-anywhere">{{ row.text }}</dd>
                </div>
              }
            </dl>
            <button
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              type="button"
              (click)="side.mine ? useMine.emit() : useTheirs.emit()"
            >
              <ng-container i18n="@@scoring.conflict.use">Bruk denne</ng-container>
            </button>
          </section>
        }
      </div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetConflict {
  readonly mine = input.required<SheetValues>();
  readonly theirs = input.required<SheetValues>();
  readonly savedAt = input<string | null>(null);
  readonly criteria = input.required<readonly CriterionView[]>();
  readonly useMine = output();
  readonly useTheirs = output();

  private readonly locale = inject(LOCALE_ID);
  protected readonly sides = computed(() => [
    {
      heading: $localize`:@@scoring.conflict.mine:I dette vinduet`,
      at: null,
      rows: this.rowsOf(this.mine()),
      mine: true,
    },
    {
      heading: $localize`:@@scoring.conflict.theirs:Lagret fra et annet vindu`,
      at: this.savedAt(),
      rows: this.rowsOf(this.theirs()),
      mine: false,
    },
  ]);

  private rowsOf(values: SheetValues): { name: string; text: string }[] {
    const rows = [
      {
        name: $localize`:@@scoring.conflict.overall:Samlet vurdering`,
        text: values.overall === null ? '–' : String(values.overall),
      },
      { name: $localize`:@@scoring.conflict.line:Setningen`, text: values.line || '–' },
      ...this.criteria().map((criterion) => ({
        name: inLocale(criterion.name, this.locale),
        text: String(values.scores[criterion.code] ?? '–'),
      })),
      {
        name: $localize`:@@scoring.conflict.assessment:Skriftlig vurdering`,
        text: values.assessment || '–',
      },
    ];
    return rows.filter(({ text }) => text !== '–');
  }
}
