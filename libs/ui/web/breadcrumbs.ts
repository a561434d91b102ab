import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

export interface Crumb {
  readonly label: string;
  readonly link: string;
}

/** The way back up. The page itself is not listed: its heading says where one is. */
@Component({
  selector: 'ui-breadcrumbs',
  imports: [RouterLink],
  template: `
    <nav class="ds-breadcrumbs" aria-label="Du er her" i18n-aria-label="@@ui.breadcrumbs.label">
      <ol>
        @for (crumb of trail(); track crumb.link) {
          <li>
            <a class="ds-link" [routerLink]="crumb.link">{{ crumb.label }}</a>
          </li>
        }
      </ol>
    </nav>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Breadcrumbs {
  readonly trail = input.required<readonly Crumb[]>();
}
