import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Refusal } from '@award/award';
import { wordsFor } from './refusal-words';

/** Something was refused or broke: what it was, in words, and a way to try again. */
@Component({
  selector: 'ui-failure',
  host: { class: 'state state--failure' },
  template: `
    <div class="ds-alert" data-color="danger" role="alert">
      <p class="ds-heading" data-size="2xs">{{ words() }}</p>
      <ng-content />
      @if (canRetry()) {
        <button
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          (click)="retry.emit()"
          type="button"
        >
          <ng-container i18n="@@ui.failure.retry">Prøv igjen</ng-container>
        </button>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Failure {
  /** The refusal's code; null when no answer came at all. */
  readonly refusal = input<Refusal | null>(null);
  readonly canRetry = input(true);
  readonly retry = output();

  protected words(): string {
    return wordsFor(this.refusal());
  }
}
