import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import type { RankingView } from '@award/deliberation/contract';
import { formatNumber } from '@award/ui/web';

/** How far the members agree, by measures that are known by name, each explained. */
@Component({
  selector: 'deliberation-agreement-section',
  host: { class: 'flow' },
  template: `
    <h2 class="ds-heading" data-size="sm" i18n="@@deliberation.agree.heading">
      Hvor enig er juryen?
    </h2>
    @if (groups() > 1) {
      <div class="ds-alert" data-color="warning">
        <p i18n="@@deliberation.agree.groups">
          Forslagene faller i {{ groups() }} grupper som ingen medlemmer binder sammen. Justerte
          tall kan bare sammenlignes innenfor hver gruppe. La to medlemmer lese i begge gruppene.
        </p>
      </div>
    }
    <dl class="facts">
      <div>
        <dt i18n="@@deliberation.agree.single">Én vurdering</dt>
        <dd>{{ number(shown().single ?? shown().reliability) }}</dd>
      </div>
      <div>
        <dt i18n="@@deliberation.agree.average">Hele juryens snitt</dt>
        <dd>{{ number(shown().average) }}</dd>
      </div>
      <div>
        <dt i18n="@@deliberation.agree.alpha">Krippendorffs alfa</dt>
        <dd>{{ number(shown().alpha) }}</dd>
      </div>
    </dl>
    <details class="ds-details">
      <summary i18n="@@deliberation.agree.explain">Hva betyr tallene?</summary>
      <div class="prose flow">
        <p i18n="@@deliberation.agree.explain-icc">
          1 er full enighet, og 0 er ikke mer enn tilfeldigheter ville gitt. «Én vurdering» sier
          hvor mye ett medlems poeng alene forteller om forslaget, «hele juryens snitt» hvor mye
          snittet forteller (intraklassekorrelasjon, ICC 2,1 og 2,k). Har noen ikke vurdert alt, er
          det første tallet anslått fra modellen, og det andre kan ikke regnes ut.
        </p>
        <p i18n="@@deliberation.agree.explain-alpha">
          Krippendorffs alfa måler det samme for alle forslag med minst to vurderinger. Tallene
          gjelder hele klassen; blant finalistene alene ville de blitt lave uansett.
        </p>
      </div>
    </details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgreementSection {
  readonly ranking = input.required<RankingView>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly shown = computed(() => this.ranking().advice.agreement);
  protected readonly groups = computed(() => this.ranking().advice.groups.length);

  protected number(value: number | null): string {
    return value === null ? '–' : formatNumber(value, this.locale, 2);
  }
}
