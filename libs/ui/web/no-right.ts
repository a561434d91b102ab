import { ChangeDetectionStrategy, Component } from '@angular/core';

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
