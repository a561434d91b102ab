import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import { MomentsClient } from './moments-client';

/** On a member's start page: that the jury has to say whether an entry stands in the right class; for who leads, where to ask. */
@Component({
  selector: 'deliberation-open-class-questions',
  imports: [RouterLink],
  template: `
    @if (open().length > 0) {
      <div class="ds-alert" data-color="warning">
        <p class="ds-paragraph">
          <ng-container i18n="@@deliberation.question.note"
            >Juryen må ta stilling til kategorien for</ng-container
          >&ngsp;{{ names() }}.&ngsp;<a class="ds-link" routerLink="/jury/kategori"
            ><ng-container i18n="@@deliberation.question.note-go">Svar her</ng-container></a
          >
        </p>
      </div>
    } @else if (asks()) {
      <p class="ds-paragraph">
        <a class="ds-link" routerLink="/jury/kategori"
          ><ng-container i18n="@@deliberation.question.heading"
            >Står et forslag i feil kategori?</ng-container
          ></a
        >
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenClassQuestions {
  private readonly client = inject(MomentsClient);
  private readonly session = inject(Session);
  private readonly questions = resource({
    params: () => {
      const { editionId, classCode } = this.session.acting() ?? {};
      return editionId && classCode ? { editionId, classCode } : undefined;
    },
    loader: ({ params }) => this.client.questions(params),
  });
  private readonly view = computed(() =>
    this.questions.hasValue() ? this.questions.value() : null,
  );
  protected readonly open = computed(() =>
    (this.view()?.questions ?? []).filter(({ settled }) => settled === null),
  );
  protected readonly names = computed(() =>
    this.open()
      .map(({ municipality }) => municipality)
      .join(', '),
  );
  protected readonly asks = computed(() => this.view()?.mayAsk === null);
}
