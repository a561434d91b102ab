import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { type FieldCode, FIELDS, type FormSection } from '@award/award';
import { sectionHeading, sectionHelp } from './form-words';
import { NominationDraft } from './nomination-draft';
import { FIELD_WORDS } from './nomination-words';

/** The fields that the entry touches. */
@Component({
  selector: 'nominations-fields-section',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{{ heading() }}</legend>
      <p data-field="description">{{ help() }}</p>
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
export class FieldsSection {
  readonly section = input.required<FormSection>();
  protected readonly draft = inject(NominationDraft);
  private readonly locale = inject(LOCALE_ID);
  protected readonly heading = computed(() => sectionHeading(this.section(), this.locale));
  protected readonly help = computed(() => sectionHelp(this.section(), this.locale));
  protected readonly fields = FIELDS.map((code) => ({ code, label: FIELD_WORDS[code] }));

  protected choose(code: FieldCode, chosen: boolean): void {
    const others = this.draft.content().fields.filter((field) => field !== code);
    this.draft.change({ fields: chosen ? [...others, code] : others });
    void this.draft.flush();
  }
}
