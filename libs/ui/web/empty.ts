import { ChangeDetectionStrategy, Component, input } from '@angular/core';

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
