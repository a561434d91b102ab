import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * A municipality's outline, its mark in place of a coat of arms. `outline` is path data in a
 * 100 × 100 box from the register; without it nothing is drawn. The name always stands beside it.
 */
@Component({
  selector: 'ui-municipality-mark',
  host: { class: 'municipality-mark' },
  template: `
    @if (outline(); as path) {
      <svg viewBox="-2 -2 104 104" aria-hidden="true"><path [attr.d]="path" /></svg>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MunicipalityMark {
  readonly outline = input.required<string | null>();
}
