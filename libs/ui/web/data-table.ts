import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * Holds one `<table class="ds-table">`: scrolls sideways by itself and can be reached by keyboard.
 * With `stacked`, rows become blocks on narrow screens; each `<td>` then needs `data-label`.
 */
@Component({
  selector: 'ui-data-table',
  host: {
    class: 'data-table',
    role: 'region',
    tabindex: '0',
    '[attr.aria-label]': 'label()',
    '[class.data-table--stacked]': 'stacked()',
  },
  template: `<ng-content />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataTable {
  readonly label = input.required<string>();
  readonly stacked = input(true);
}
