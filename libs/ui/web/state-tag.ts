import { ChangeDetectionStrategy, Component, input } from '@angular/core';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent' | 'gull';

/** A state as a short word; the colour only repeats what the word says. */
@Component({
  selector: 'ui-state-tag',
  template: `<span class="ds-tag" [attr.data-color]="tone()"><ng-content /></span>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateTag {
  readonly tone = input<Tone>('neutral');
}
