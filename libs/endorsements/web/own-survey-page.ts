import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import type { SurveyAnswers } from '@award/award';
import { actingSentence, Session } from '@award/access/web';
import type { OwnSurveyView } from '@award/endorsements/contract';
import { act } from '@award/nominations/web';
import { Breadcrumbs, Failure, PageHeader, ResourceState } from '@award/ui/web';
import { EndorsementsClient } from './endorsements-client';
import { SurveyFigures } from './survey-figures';
import { SurveyForm } from './survey-form';

/** The municipality answers the same eight questions about itself. */
@Component({
  selector: 'endorsements-own-survey-page',
  imports: [Breadcrumbs, Failure, PageHeader, ResourceState, SurveyFigures, SurveyForm],
  template: `
    <div class="page page--narrow flow">
      <ui-page-header
        heading="Kommunens egne svar"
        i18n-heading="@@endorsements.own.title"
        [acting]="acting()"
      >
        <ui-breadcrumbs [trail]="trail" />
        <p lead class="ds-paragraph" i18n="@@endorsements.own.lead">
          Svar slik dere tror bedriftene i kommunen ville svart i gjennomsnitt. Juryen ser svarene
          ved siden av bedriftenes.
        </p>
      </ui-page-header>
      <ui-resource-state [of]="opened" />
      @if (own(); as found) {
        @if (saving.refused(); as refused) {
          <ui-failure [refusal]="refused.code" [canRetry]="false" />
        }
        @if (mayAnswer()) {
          <endorsements-survey-form
            [answers]="found.answers"
            [busy]="saving.busy()"
            [send]="save"
            (answered)="answer($event)"
          />
          <p role="status">
            @if (saved()) {
              <ng-container i18n="@@endorsements.own.saved">Svarene er lagret.</ng-container>
            }
          </p>
        } @else {
          <endorsements-survey-figures [own]="found.answers" />
        }
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnSurveyPage {
  private readonly client = inject(EndorsementsClient);
  private readonly session = inject(Session);
  protected readonly opened = resource({
    params: () => this.session.acting()?.id ?? null,
    loader: async () => ({ view: await this.client.mine() }),
  });
  private readonly view = computed(() =>
    this.opened.hasValue() ? this.opened.value().view : null,
  );
  protected readonly own = linkedSignal<OwnSurveyView | null>(() => this.view()?.own ?? null);
  protected readonly mayAnswer = computed(
    () => this.session.may('partner:ask') && this.view()?.closedBecause === null,
  );
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly trail = [
    {
      label: $localize`:@@endorsements.partners.heading:Partnere`,
      link: '/kommune/partnere',
    },
  ];
  protected readonly save = $localize`:@@endorsements.own.save:Lagre svarene`;
  protected readonly saving = act();
  protected readonly saved = signal(false);

  protected async answer({ ratings, services }: SurveyAnswers): Promise<void> {
    const view = this.view();
    const own = this.own();
    if (view === null || own === null) return;
    this.saved.set(false);
    const body = { ratings, services: [...services], lockVersion: own.lockVersion };
    const done = await this.saving.run(async () =>
      this.own.set(await this.client.saveOwn(view.nominationId, body)),
    );
    this.saved.set(done);
    if (!done && this.saving.refused()?.code === 'stale-save') this.opened.reload();
  }
}
