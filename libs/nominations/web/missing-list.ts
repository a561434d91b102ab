import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { addressOfField } from './form-words';
import { NominationDraft } from './nomination-draft';

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

  private readonly draft = inject(NominationDraft);
  protected readonly items = computed(() =>
    this.problems().map(({ field, text }) => {
      const address = addressOfField(this.draft.form(), field);
      return {
        field,
        text,
        path: address === null ? ['/kommune'] : ['/kommune', 'utdyp', address],
      };
    }),
  );
}
