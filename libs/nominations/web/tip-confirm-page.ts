import { ChangeDetectionStrategy, Component, inject, linkedSignal, resource } from '@angular/core';
import type { TipLinkView } from '@award/nominations/contract';
import { Failure, linkToken, ResourceState } from '@award/ui/web';
import { act } from './act';
import { TipsClient } from './tips-client';

/** The sender of a tip says that it is theirs. Opening the link does nothing; the button does. */
@Component({
  selector: 'nominations-tip-confirm-page',
  imports: [Failure, ResourceState],
  template: `
    <div class="page page--narrow flow">
      <h1 class="ds-heading" data-size="lg" tabindex="-1" i18n="@@nominations.tip.confirm-title">
        Bekreft tipset
      </h1>
      <ui-resource-state [of]="opened" />
      @if (view(); as tip) {
        <p class="ds-paragraph" data-variant="long">
          <ng-container i18n="@@nominations.tip.confirm-lead"
            >{{ tip.senderName }} har tipset om {{ tip.municipalityName }} ({{
              tip.countyName
            }}):</ng-container
          >
        </p>
        <blockquote class="prose preserved">{{ tip.why }}</blockquote>
        @if (confirmed()) {
          <div class="ds-alert" data-color="success" role="status">
            <p i18n="@@nominations.tip.confirmed">
              Takk. Tipset er bekreftet, og kommunen får det. Du får beskjed når den har svart.
            </p>
          </div>
        } @else {
          @if (confirming.refused(); as refused) {
            <ui-failure [refusal]="refused.code" [canRetry]="false" />
          }
          <p class="acts">
            <button
              class="ds-button"
              type="button"
              [attr.aria-busy]="confirming.busy() || null"
              (click)="confirm()"
            >
              <ng-container i18n="@@nominations.tip.confirm">Bekreft tipset</ng-container>
            </button>
          </p>
          <p class="ds-paragraph" i18n="@@nominations.tip.not-you">
            Er det ikke ditt? Lukk siden, så blir tipset slettet.
          </p>
        }
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TipConfirmPage {
  private readonly client = inject(TipsClient);
  private readonly token = linkToken();
  protected readonly opened = resource({
    params: () => this.token() ?? '',
    loader: ({ params }) => this.client.open(params),
  });
  protected readonly view = linkedSignal<TipLinkView | null>(() =>
    this.opened.hasValue() ? this.opened.value() : null,
  );
  protected readonly confirmed = linkedSignal(() => this.view()?.confirmed ?? false);
  protected readonly confirming = act();

  protected async confirm(): Promise<void> {
    await this.confirming.run(async () =>
      this.view.set(await this.client.confirm(this.token() ?? '')),
    );
  }
}
