import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PartnerVoicesView } from '@award/endorsements/contract';
import { CONTRIBUTION_WORDS } from './endorsement-words';
import { SurveyFigures } from './survey-figures';

/** What partner businesses say, as the jury reads it. Nothing is shown where nothing was said. */
@Component({
  selector: 'endorsements-partner-voices',
  imports: [SurveyFigures],
  host: { class: 'flow' },
  template: `
    @if (endorsements().length > 0) {
      <section class="flow">
        <h3 class="ds-heading" data-size="xs" i18n="@@endorsements.voices.heading">
          Bedrifter som støtter forslaget
        </h3>
        <ul class="ds-list">
          @for (one of endorsements(); track $index) {
            <li>
              <strong>{{ one.name }}</strong>
              <span class="detail">&ngsp;{{ one.signer }}</span>
              @if (one.contributions) {
                <ng-container i18n="@@endorsements.voices.contributed"
                  >Bidro med: {{ one.contributions }}</ng-container
                >
              }
            </li>
          }
        </ul>
      </section>
    }
    @if (voices().survey.business || voices().survey.own) {
      <section class="flow">
        <h3 class="ds-heading" data-size="xs" i18n="@@endorsements.voices.survey">
          Slik svarer bedriftene og kommunen
        </h3>
        <endorsements-survey-figures
          [business]="voices().survey.business"
          [own]="voices().survey.own"
        />
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartnerVoices {
  readonly voices = input.required<PartnerVoicesView>();

  protected readonly endorsements = computed(() =>
    this.voices().endorsements.map((one) => ({
      name: one.name,
      signer: [one.signerName, one.signerTitle].filter((part) => part !== '').join(', '),
      contributions: one.contributions.map((code) => CONTRIBUTION_WORDS[code]).join(', '),
    })),
  );
}
