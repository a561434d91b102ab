import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { scoreId } from './sheet-values';

/** A scale from worst to best for one criterion, with what the scores mean in words. */
@Component({
  selector: 'scoring-score-choice',
  template: `
    <fieldset class="ds-fieldset score" [attr.data-criterion]="criterion()">
      <legend class="ds-label">{{ name() }}</legend>
      @for (line of guidance(); track $index) {
        <p class="score__guidance" data-field="description">{{ line }}</p>
      }
      <div class="score__scale">
        @for (point of points(); track point.value) {
          <label class="score__point">
            <input
              class="ds-sr-only"
              type="radio"
              [id]="point.id"
              [name]="'score-' + criterion()"
              [value]="point.value"
              [checked]="point.value === value()"
              [disabled]="fixed()"
              [attr.aria-invalid]="missing() || null"
              [attr.aria-describedby]="meaningId()"
              (change)="chosen.emit(point.value)"
            />
            <span class="score__figure">{{ point.value }}</span>
          </label>
        }
      </div>
      <p class="score__meaning" [id]="meaningId()">{{ meaning() }}</p>
      @if (missing()) {
        <p class="ds-validation-message" data-field="validation" i18n="@@scoring.choice.missing">
          Velg et tall
        </p>
      }
      <div class="acts">
        @if (levels().length > 0) {
          <details class="score__levels">
            <summary i18n="@@scoring.choice.levels">Hva betyr tallene?</summary>
            <dl>
              @for (level of levels(); track level.score) {
                <div>
                  <dt class="figures">{{ level.score }}</dt>
                  <dd>{{ level.words }}</dd>
                </div>
              }
            </dl>
          </details>
        }
        @if (value() !== null && !fixed()) {
          <button
            class="ds-button"
            data-variant="tertiary"
            data-size="sm"
            type="button"
            (click)="chosen.emit(null)"
          >
            <ng-container i18n="@@scoring.choice.clear">Fjern poenget</ng-container>
          </button>
        }
      </div>
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoreChoice {
  readonly criterion = input.required<string>();
  readonly name = input.required<string>();
  readonly guidance = input<readonly string[]>([]);
  readonly levels = input<readonly { score: number; words: string }[]>([]);
  readonly scale = input.required<{ min: number; max: number }>();
  readonly value = input<number | null>(null);
  readonly fixed = input(false);
  readonly missing = input(false);
  readonly chosen = output<number | null>();

  protected readonly meaningId = computed(() => `meaning-${this.criterion()}`);
  protected readonly points = computed(() => {
    const { min, max } = this.scale();
    return Array.from({ length: max - min + 1 }, (_, place) => ({
      value: min + place,
      id: scoreId(this.criterion(), place === 0 ? null : min + place),
    }));
  });
  /** The words of the chosen score, or of those on either side of it. */
  protected readonly meaning = computed(() => {
    const value = this.value();
    if (value === null) return $localize`:@@scoring.choice.open:Ikke satt`;
    const exact = this.levels().find((level) => level.score === value);
    if (exact) return exact.words;
    const under = this.levels().findLast((level) => level.score < value)?.words;
    const over = this.levels().find((level) => level.score > value)?.words;
    return under && over
      ? $localize`:@@scoring.choice.between:Mellom «${under}:under:» og «${over}:over:»`
      : (under ?? over ?? '');
  });
}
