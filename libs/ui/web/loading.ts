import { ChangeDetectionStrategy, Component, input } from '@angular/core';

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
