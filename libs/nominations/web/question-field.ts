import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { answerPath, type FormSection, textOf } from '@award/award';
import { sectionHeading, sectionHelp } from './form-words';
import { NominationDraft } from './nomination-draft';
import type { ShownProblems } from './shown-problems';
import { TextField } from './text-field';

const ROWS: Readonly<Record<string, number>> = { title: 1, text: 10, summary: 5 };
const YOUR_ANSWER = $localize`:@@nominations.form.your-answer:Svaret deres`;

/** One question of the edition's form that is answered in words. */
@Component({
  selector: 'nominations-question-field',
  imports: [TextField],
  template: `
    <nominations-text-field
      [field]="path()"
      [label]="label()"
      [help]="help()"
      [lang]="draft.writtenForm()"
      [rows]="rows()"
      [limit]="section().limit"
      [optional]="marksOptional() && !section().required"
      [value]="value()"
      [problem]="problems().of(path())"
      (written)="draft.answer(section().code, $event)"
      (left)="problems().leave(path())"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuestionField {
  readonly section = input.required<FormSection>();
  readonly problems = input.required<ShownProblems>();
  /** The page itself is called what the question is called. */
  readonly alone = input(false);
  /** Among what is required, what is not says so. */
  readonly marksOptional = input(false);

  private readonly locale = inject(LOCALE_ID);
  protected readonly draft = inject(NominationDraft);
  protected readonly path = computed(() => answerPath(this.section().code));
  protected readonly label = computed(() =>
    this.alone() ? YOUR_ANSWER : sectionHeading(this.section(), this.locale),
  );
  protected readonly help = computed(() => sectionHelp(this.section(), this.locale));
  protected readonly rows = computed(() => ROWS[this.section().code] ?? 7);
  protected readonly value = computed(() => textOf(this.draft.content(), this.section().code));
}
