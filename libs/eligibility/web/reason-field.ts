import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  model,
} from '@angular/core';

/** Why something is done to an entry, in words that are kept and shown to those concerned. */
@Component({
  selector: 'eligibility-reason-field',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <ds-field class="ds-field">
      <label class="ds-label" [attr.for]="field()">{{ label() }}</label>
      @if (help(); as text) {
        <div data-field="description">{{ text }}</div>
      }
      <textarea
        #why
        class="ds-input"
        maxlength="4000"
        [id]="field()"
        [rows]="rows()"
        [value]="reason()"
        [attr.lang]="lang()"
        [attr.aria-invalid]="problem() ? true : null"
        (input)="reason.set(why.value)"
      ></textarea>
      @if (problem(); as text) {
        <p class="ds-validation-message" data-field="validation">{{ text }}</p>
      }
    </ds-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonField {
  /** The id of the control. */
  readonly field = input.required<string>();
  readonly label = input.required<string>();
  readonly reason = model.required<string>();
  readonly help = input<string | null>(null);
  readonly rows = input(3);
  readonly lang = input<string | null>(null);
  readonly problem = input<string | null>(null);
}
