import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  linkedSignal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import {
  FILE_CEILING,
  FILE_GROUPS,
  type FileGroup,
  isOwn,
  MEGABYTE,
  MOST_OWN_SECTIONS,
  RESULT_MEASURES,
  type ResultMeasure,
  SECTION_CODES,
} from '@award/award';
import type { EditionView } from '@award/editions/contract';
import { EditionsClient, type FieldPlace, SectionForm, SectionFrame } from '@award/editions/web';
import type { FieldRefusal } from '@award/ui/web';
import { MEASURE_WORDS } from '../nomination-words';
import {
  draftOf,
  type FormDraft,
  formOf,
  newQuestion,
  orderOf,
  problemAt,
  problemsOf,
  type QuestionDraft,
} from './form-draft';
import { QuestionSetup } from './question-setup';

const GROUPS: Readonly<Record<FileGroup, string>> = {
  pdf: 'PDF',
  office: $localize`:@@nominations.setup.group-office:Dokumenter fra Word, Excel, PowerPoint og OpenDocument`,
  image: $localize`:@@nominations.setup.group-image:Bilder`,
};

/** What the edition asks of those who send in: each question, results, contact and files. */
@Component({
  selector: 'nominations-form-section',
  exportAs: 'formSection',
  imports: [FormsModule, QuestionSetup, SectionFrame],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './form-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormSetupSection extends SectionForm {
  private readonly client = inject(EditionsClient);
  private added = 0;

  protected readonly measures = RESULT_MEASURES.map((code) => ({
    code,
    label: MEASURE_WORDS[code],
  }));
  protected readonly groups = FILE_GROUPS.map((code) => ({ code, label: GROUPS[code] }));
  protected readonly most = { files: FILE_CEILING.files, megabytes: FILE_CEILING.bytes / MEGABYTE };
  readonly draft = linkedSignal<EditionView, FormDraft>({
    source: this.edition,
    computation: ({ form }, before) => {
      if (before === undefined) return draftOf(form);
      const typed = JSON.stringify(formOf(before.value, before.source.form));
      const saved = [before.source.form, form].map((one) =>
        JSON.stringify(formOf(draftOf(one), one)),
      );
      return saved.includes(typed) ? draftOf(form) : before.value;
    },
  });

  /** As it would be saved. */
  readonly form = computed(() => formOf(this.draft(), this.edition().form));

  /** What is asked stays as those who write have seen it. */
  protected get mayAsk(): boolean {
    return this.mayChange() && this.edition().phase === 'planned';
  }

  protected get mayAdd(): boolean {
    const own = this.draft().questions.filter(({ code }) => isOwn(code));
    return this.mayAsk && own.length < MOST_OWN_SECTIONS;
  }

  protected set(part: Partial<FormDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected change(at: number, part: Partial<QuestionDraft>): void {
    const questions = this.draft().questions;
    this.set({
      questions: questions.map((one, place) => (place === at ? { ...one, ...part } : one)),
    });
  }

  /** Changes place with the one before. */
  protected moveUp(at: number): void {
    const { questions } = this.draft();
    const [before, one] = [questions[at - 1], questions[at]];
    if (!before || !one) return;
    this.set({
      questions: [...questions.slice(0, at - 1), one, before, ...questions.slice(at + 1)],
    });
  }

  protected add(): void {
    const key = `own-new-${(this.added += 1)}` as const;
    this.set({ questions: [...this.draft().questions, newQuestion(key)] });
  }

  protected removable({ code }: QuestionDraft): boolean {
    return this.mayAsk && !SECTION_CODES.some((one) => one === code);
  }

  protected remove(at: number): void {
    this.set({ questions: this.draft().questions.filter((_, place) => place !== at) });
  }

  protected choose(code: ResultMeasure, chosen: boolean): void {
    const others = this.draft().measures.filter((one) => one !== code);
    const measures = chosen ? [...others, code] : others;
    this.set({ measures: RESULT_MEASURES.filter((one) => measures.includes(one)) });
  }

  protected take(code: FileGroup, taken: boolean): void {
    const others = this.draft().groups.filter((one) => one !== code);
    const groups = taken ? [...others, code] : others;
    this.set({ groups: FILE_GROUPS.filter((one) => groups.includes(one)) });
  }

  protected submit(): Promise<void> {
    const edition = this.edition();
    const form = this.form();
    const problems = problemsOf(form, this.locale);
    if (problems.length > 0) {
      this.problems.set(problems);
      return Promise.resolve();
    }
    return this.save(() =>
      this.client.changeForm(edition.id, {
        ...orderOf(form),
        lockVersion: edition.lockVersion,
        reason: this.reason(),
      }),
    );
  }

  protected override placeOf({ path }: FieldRefusal): FieldPlace | null {
    return problemAt(path, this.form(), this.locale);
  }
}
