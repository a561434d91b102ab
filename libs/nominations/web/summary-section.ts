import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
} from '@angular/core';
import { type FieldCode, FIELDS } from '@award/award';
import { NominationDraft } from './nomination-draft';
import { FIELD_WORDS } from './nomination-words';
import { partWords } from './part-words';
import type { ShownProblems } from './shown-problems';
import { TextField } from './text-field';

/** A short text that may be published, and the fields that the entry touches. */
@Component({
  selector: 'nominations-summary-section',
  imports: [TextField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  template: `
    <nominations-text-field
      field="summary"
      [label]="words('summary')"
      help="Tre til fem setninger som andre kan lese alene. Brukes hvis dere sier ja til at forslaget publiseres."
      i18n-help="@@nominations.form.summary-help"
      [lang]="draft.writtenForm()"
      [rows]="5"
      [limit]="draft.form().maxSummary"
      [value]="draft.content().summary"
      [problem]="problems().of('summary')"
      (written)="draft.change({ summary: $event })"
      (left)="problems().leave('summary')"
    />
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{{ words('fields') }}</legend>
      <p data-field="description" i18n="@@nominations.form.fields-help">
        Velg så mange som passer. De hjelper andre å finne forslaget.
      </p>
      @for (field of fields; track field.code; let first = $first) {
        <ds-field class="ds-field">
          <input
            #box
            class="ds-input"
            type="checkbox"
            [id]="first ? 'fields' : 'fields.' + field.code"
            [checked]="draft.content().fields.includes(field.code)"
            (change)="choose(field.code, box.checked)"
          />
          <label class="ds-label" [attr.for]="first ? 'fields' : 'fields.' + field.code">{{
            field.label
          }}</label>
        </ds-field>
      }
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SummarySection {
  readonly problems = input.required<ShownProblems>();
  protected readonly draft = inject(NominationDraft);
  protected readonly words = partWords;
  protected readonly fields = FIELDS.map((code) => ({ code, label: FIELD_WORDS[code] }));

  protected choose(code: FieldCode, chosen: boolean): void {
    const others = this.draft.content().fields.filter((field) => field !== code);
    this.draft.change({ fields: chosen ? [...others, code] : others });
    void this.draft.flush();
  }
}
