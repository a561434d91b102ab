import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  output,
} from '@angular/core';

export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly help?: string;
}

/** One of a few, as radio buttons. The first carries the field's own id, so that a link leads there. */
@Component({
  selector: 'nominations-choice-field',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{{ legend() }}</legend>
      @if (help(); as text) {
        <p data-field="description">{{ text }}</p>
      }
      @for (choice of choices(); track choice.code; let first = $first) {
        <ds-field class="ds-field">
          <input
            class="ds-input"
            type="radio"
            [id]="first ? field() : field() + '.' + choice.code"
            [name]="field()"
            [value]="choice.code"
            [checked]="choice.code === value()"
            [attr.aria-invalid]="problem() ? true : null"
            (change)="chosen.emit(choice.code)"
          />
          <label class="ds-label" [attr.for]="first ? field() : field() + '.' + choice.code">{{
            choice.label
          }}</label>
          @if (choice.help; as text) {
            <div data-field="description">{{ text }}</div>
          }
        </ds-field>
      }
      @if (problem(); as text) {
        <p class="ds-validation-message" data-field="validation">{{ text }}</p>
      }
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceField {
  readonly field = input.required<string>();
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = input.required<string | null>();
  readonly help = input<string | null>(null);
  readonly problem = input<string | null>(null);
  readonly chosen = output<string>();
}
