import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  output,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { FormsModule } from '@angular/forms';
import {
  ALWAYS_ASKED,
  answeredInWords,
  isOwn,
  SECTION_LIMITS,
  type SectionCode,
} from '@award/award';
import { WordsField } from '@award/editions/web';
import type { Problem } from '@award/ui/web';
import { SECTION_HEADINGS, SECTION_HELPS } from '../form-words';
import type { QuestionDraft } from './form-draft';

/** One question of the form: whether, where and how it is asked, and in which words. */
@Component({
  selector: 'nominations-question-setup',
  imports: [FormsModule, NgTemplateOutlet, WordsField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  templateUrl: './question-setup.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuestionSetup {
  readonly at = input.required<number>();
  readonly question = input.required<QuestionDraft>();
  /** Whether what is asked may change; the help may change longer. */
  readonly mayAsk = input.required<boolean>();
  readonly mayHelp = input.required<boolean>();
  readonly problems = input.required<readonly Problem[]>();
  readonly changed = output<Partial<QuestionDraft>>();

  protected readonly limits = SECTION_LIMITS;
  protected readonly id = computed(() => `section-${this.at()}`);
  protected readonly own = computed(() => isOwn(this.question().code));
  protected readonly always = computed(() => ALWAYS_ASKED.includes(this.question().code));
  protected readonly inWords = computed(() => answeredInWords(this.question().code));
  private readonly usual = computed(() => SECTION_HEADINGS[this.question().code as SectionCode]);
  protected readonly name = computed(() => this.question().heading.nb || this.usual() || NEW);
  protected readonly headingHelp = computed(() => {
    const usual = this.usual();
    return usual
      ? $localize`:@@nominations.setup.usual-heading:Uten egne ord heter det «${usual}:usual:».`
      : null;
  });
  protected readonly helpHelp = computed(() => {
    const usual = SECTION_HELPS[this.question().code as SectionCode];
    return usual
      ? $localize`:@@nominations.setup.usual-help:Uten egne ord står det: «${usual}:usual:»`
      : $localize`:@@nominations.setup.no-usual-help:Står ikke der hvis feltet er tomt.`;
  });

  protected problemOf(part: string): string | null {
    return this.problems().find(({ id }) => id === `${this.id()}-${part}`)?.text ?? null;
  }

  /** What is not asked cannot be required. */
  protected ask(asked: boolean): void {
    this.changed.emit({ asked, ...(asked ? {} : { required: false }) });
  }
}

const NEW = $localize`:@@nominations.setup.new-question:Nytt spørsmål`;
