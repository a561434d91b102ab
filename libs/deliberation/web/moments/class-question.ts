import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  LOCALE_ID,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { CLASS_ANSWERS, CLASS_QUESTION_TEXT, type ClassAnswer } from '@award/award';
import type { ClassQuestionsView, ClassQuestionView } from '@award/deliberation/contract';
import { ConfirmDialog, inLocale, OsloDateTime, StateTag, wordsFor } from '@award/ui/web';

/** One question about an entry's class: what was found, the reader's answer, and what came of it. */
@Component({
  selector: 'deliberation-class-question',
  imports: [ConfirmDialog, FormsModule, OsloDateTime, StateTag],
  templateUrl: './class-question.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassQuestion {
  readonly question = input.required<ClassQuestionView>();
  readonly classes = input.required<ClassQuestionsView['classes']>();
  readonly busy = input(false);
  readonly answered = output<ClassAnswer>();
  readonly settled = output<string>();

  private readonly locale = inject(LOCALE_ID);
  private readonly asking = viewChild<ConfirmDialog>('asking');
  protected readonly answers = CLASS_ANSWERS;
  protected readonly limit = CLASS_QUESTION_TEXT;
  protected readonly refusalWords = wordsFor;
  protected readonly reason = signal('');
  protected readonly problem = signal<string | null>(null);
  protected readonly from = computed(() => this.nameOf(this.question().fromClass));
  protected readonly to = computed(() => this.nameOf(this.question().toClass));
  protected readonly headingId = computed(() => `question-${this.question().id}`);
  /** Why it cannot be settled yet, for who leads. */
  protected readonly notYet = computed(() => {
    const { maySettle, settled } = this.question();
    return settled || maySettle === null || maySettle === 'not-permitted' ? null : maySettle;
  });

  protected words(answer: ClassAnswer): string {
    return answer === 'keep'
      ? $localize`:@@deliberation.question.keep:Bli i ${this.from()}:class:`
      : $localize`:@@deliberation.question.move:Flytt til ${this.to()}:class:`;
  }

  protected async settle(): Promise<void> {
    if (this.reason().trim() === '') {
      this.problem.set(wordsFor('reason-required'));
      return;
    }
    this.problem.set(null);
    if (await this.asking()?.ask()) this.settled.emit(this.reason());
  }

  private nameOf(code: string): string {
    const name = this.classes().find((one) => one.code === code)?.name;
    return name ? inLocale(name, this.locale) : code;
  }
}
