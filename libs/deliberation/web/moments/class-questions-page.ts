import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import type { Refusal } from '@award/award';
import {
  Breadcrumbs,
  ClassMark,
  Empty,
  Failure,
  InLocale,
  PageHeader,
  readRefusal,
  ResourceState,
} from '@award/ui/web';
import { classScope } from '../class-scope';
import { AskAboutClassForm } from './ask-about-class-form';
import { ClassQuestion } from './class-question';
import { MomentsClient } from './moments-client';

/** Entries that may stand in the wrong class: the jury answers, the leader settles it. */
@Component({
  selector: 'deliberation-class-questions-page',
  imports: [
    AskAboutClassForm,
    Breadcrumbs,
    ClassMark,
    ClassQuestion,
    Empty,
    Failure,
    InLocale,
    PageHeader,
    ResourceState,
  ],
  template: `
    <div class="page page--narrow flow">
      <ui-page-header
        heading="Står et forslag i feil kategori?"
        i18n-heading="@@deliberation.question.heading"
      >
        @if (trail().length > 0) {
          <ui-breadcrumbs [trail]="trail()" />
        }
        @if (view(); as shown) {
          <ui-class-mark
            state
            [code]="shown.class.classCode"
            [name]="shown.class.className | inLocale"
          />
        }
        <p lead class="ds-paragraph" i18n="@@deliberation.question.lead">
          Blir det funnet en feil i registeret etter at vurderingen har startet, avgjør juryen om
          forslaget skal bli eller flyttes. Det kan bare flyttes til en kategori som fortsatt
          vurderer.
        </p>
      </ui-page-header>
      <ui-resource-state [of]="questions" />
      @if (failed(); as failure) {
        <ui-failure [refusal]="failure.refusal" [canRetry]="false" />
      }
      @if (view(); as shown) {
        @for (question of shown.questions; track question.id) {
          <deliberation-class-question
            [question]="question"
            [classes]="shown.classes"
            [busy]="busy()"
            (answered)="act(client.answer(question.id, $event))"
            (settled)="act(client.settle(question.id, $event))"
          />
        } @empty {
          <ui-empty
            heading="Ingen har meldt om feil kategori"
            i18n-heading="@@deliberation.question.none"
          />
        }
        @if (shown.mayAsk === null && shown.entries.length > 0) {
          <deliberation-ask-about-class-form
            [view]="shown"
            [busy]="busy()"
            (asked)="act(client.ask(of(), $event))"
          />
        }
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassQuestionsPage {
  readonly editionId = input<string>();
  readonly classCode = input<string>();

  protected readonly client = inject(MomentsClient);
  private readonly scope = classScope(this.editionId, this.classCode);
  protected readonly questions = resource({
    params: () => this.scope(),
    loader: ({ params }) => this.client.questions(params),
  });
  protected readonly view = computed(() =>
    this.questions.hasValue() ? this.questions.value() : null,
  );
  protected readonly busy = signal(false);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly trail = computed(() =>
    this.editionId() === undefined
      ? []
      : [
          {
            label: $localize`:@@deliberation.office.meetings:Jurymøter`,
            link: '/sekretariat/moter',
          },
        ],
  );

  protected of() {
    return this.scope() ?? { editionId: '', classCode: '' };
  }

  /** One act at a time; afterwards the page shows what the server then says. */
  protected async act(work: Promise<unknown>): Promise<void> {
    this.busy.set(true);
    this.failed.set(null);
    try {
      await work;
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
      this.questions.reload();
    }
  }
}
