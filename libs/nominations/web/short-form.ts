import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
} from '@angular/core';
import { askedSections, BASES, type Basis, type FieldCode, FIELDS } from '@award/award';
import type { WrittenForm } from '@award/nominations/contract';
import { ChoiceField } from './choice-field';
import { NominationDraft } from './nomination-draft';
import { BASIS_HELP, BASIS_WORDS, FIELD_WORDS } from './nomination-words';
import { WRITTEN_FORM_WORDS } from './part-words';
import { QuestionField } from './question-field';
import type { ShownProblems } from './shown-problems';
import { TextField } from './text-field';

/** What an edition asks of everybody, on one page. */
@Component({
  selector: 'nominations-short-form',
  imports: [ChoiceField, QuestionField, TextField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  templateUrl: './short-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortForm {
  readonly problems = input.required<ShownProblems>();

  protected readonly draft = inject(NominationDraft);
  protected readonly questions = computed(() => askedSections(this.draft.form(), 'short'));
  protected readonly bases = BASES.map((code) => ({
    code,
    label: BASIS_WORDS[code],
    help: BASIS_HELP[code],
  }));
  protected readonly fields = FIELDS.map((code) => ({ code, label: FIELD_WORDS[code] }));
  protected readonly writtenForms = (['nb', 'nn'] as const).map((code) => ({
    code,
    label: WRITTEN_FORM_WORDS[code],
  }));
  /** A municipality with a written form of its own has nothing to choose. */
  protected readonly choosesWrittenForm = computed(() => {
    const known = this.draft.view()?.municipality.writtenForm ?? null;
    return known === null || known === 'neutral';
  });

  protected chooseBasis(code: string): void {
    this.draft.change({ basis: code as Basis });
    void this.draft.flush();
  }

  protected chooseMainField(code: string): void {
    this.draft.change({ mainField: code === '' ? null : (code as FieldCode) });
    void this.draft.flush();
  }

  protected chooseWrittenForm(code: string): void {
    this.draft.chooseWrittenForm(code as WrittenForm);
    void this.draft.flush();
  }

  protected confirm(confirmed: boolean): void {
    this.draft.change({ confirmedWithChiefExecutive: confirmed });
    void this.draft.flush();
  }
}
