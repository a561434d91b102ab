import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Refusal } from '@award/award';
import { wordsFor } from './refusal-words';

/** Nothing here yet: says so, and what could be done about it in the projected content. */
@Component({
  selector: 'ui-empty',
  host: { class: 'state state--empty' },
  template: `
    <p class="ds-heading" data-size="xs">{{ heading() }}</p>
    <ng-content />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Empty {
  readonly heading = input.required<string>();
}

/** Shown by the stylesheet only after 300 ms, so that a quick answer never flickers. */
@Component({
  selector: 'ui-loading',
  host: { class: 'state state--loading', role: 'status' },
  template: `
    <span class="ds-sr-only" i18n="@@ui.loading">Henter …</span>
    @for (line of lines(); track $index) {
      <span class="ds-skeleton state__line" data-variant="text" aria-hidden="true"></span>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Loading {
  /** One skeleton line per element; the default fits a paragraph. */
  readonly lines = input<readonly unknown[]>([0, 1, 2]);
}

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

/** The page exists, but not for the role the person acts in. Says nothing about what is behind it. */
@Component({
  selector: 'ui-no-right',
  host: { class: 'state state--no-right' },
  template: `
    <h1 class="ds-heading" data-size="lg" tabindex="-1" i18n="@@ui.no-right.heading">
      Denne siden er ikke åpen for deg
    </h1>
    <p class="ds-paragraph" i18n="@@ui.no-right.text">
      Rollen du handler i nå, har ikke tilgang hit. Har du flere roller, kan du bytte.
    </p>
    <ng-content />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoRight {}
