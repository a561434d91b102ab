import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  output,
} from '@angular/core';

/** A line of a section of the set-up, with what is wrong with it. */
@Component({
  selector: 'editions-line-field',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <ds-field class="ds-field">
      <label class="ds-label" [attr.for]="field()">{{ label() }}</label>
      <input
        #line
        class="ds-input"
        autocomplete="off"
        [id]="field()"
        [name]="field()"
        [type]="kind() === 'tel' ? 'tel' : 'text'"
        [attr.inputmode]="kind()"
        [attr.spellcheck]="kind() === 'text' ? null : false"
        [attr.maxlength]="limit()"
        [readonly]="!mayChange()"
        [value]="value()"
        [attr.aria-invalid]="problem() ? true : null"
        (input)="written.emit(line.value)"
      />
      @if (problem(); as text) {
        <p class="ds-validation-message" data-field="validation">{{ text }}</p>
      }
    </ds-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineField {
  /** The id and the name of the control. */
  readonly field = input.required<string>();
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  /** Characters. */
  readonly limit = input.required<number>();
  readonly mayChange = input.required<boolean>();
  /** What is written, for the keys that a telephone shows. */
  readonly kind = input<'text' | 'tel' | 'email' | 'url'>('text');
  readonly problem = input<string | null>(null);
  readonly written = output<string>();
}
