import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';

/** Forward and back through a list that is paged by key: query parameters, or null at an end. */
@Component({
  selector: 'ui-pager',
  imports: [RouterLink],
  template: `
    @if (previous() || next()) {
      <nav class="pager" aria-label="Bla i listen" i18n-aria-label="@@ui.pager.label">
        @if (previous(); as params) {
          <a
            class="ds-button"
            data-variant="secondary"
            rel="prev"
            [routerLink]="[]"
            [queryParams]="params"
            queryParamsHandling="merge"
            i18n="@@ui.pager.previous"
            >Forrige</a
          >
        }
        @if (next(); as params) {
          <a
            class="ds-button"
            data-variant="secondary"
            rel="next"
            [routerLink]="[]"
            [queryParams]="params"
            queryParamsHandling="merge"
            i18n="@@ui.pager.next"
            >Neste</a
          >
        }
      </nav>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Pager {
  readonly previous = input<Params | null>(null);
  readonly next = input<Params | null>(null);
}
