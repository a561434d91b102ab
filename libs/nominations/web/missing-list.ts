import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { sectionOf } from './part-words';

/** What is missing or wrong, each with a link to the page and the field where it is mended. */
@Component({
  selector: 'nominations-missing-list',
  imports: [RouterLink],
  template: `
    <ul class="ds-list">
      @for (item of items(); track item.field) {
        <li>
          <a class="ds-link" [routerLink]="item.path" [fragment]="item.field">{{ item.text }}</a>
        </li>
      }
    </ul>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MissingList {
  readonly problems = input.required<readonly { field: string; text: string }[]>();

  protected readonly items = computed(() =>
    this.problems().map(({ field, text }) => {
      const section = sectionOf(field);
      return {
        field,
        text,
        path: section === null ? ['/kommune'] : ['/kommune', 'utdyp', section],
      };
    }),
  );
}
