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
        <dt>
          <button
            type="button"
            class="figure-term"
            popovertarget="figure-agree-one"
            i18n="@@deliberation.agree.single"
          >
            Én vurdering
          </button>
        </dt>
        <dd>{{ number(shown().single ?? shown().reliability) }}</dd>
      </div>
      <div>
        <dt>
          <button
            type="button"
            class="figure-term"
            popovertarget="figure-agree-all"
            i18n="@@deliberation.agree.average"
          >
            Hele juryens snitt
          </button>
        </dt>
        <dd>{{ number(shown().average) }}</dd>
      </div>
      <div>
        <dt>
          <button
            type="button"
            class="figure-term"
            popovertarget="figure-alpha"
            i18n="@@deliberation.agree.alpha"
          >
            Krippendorffs alfa
          </button>
        </dt>
        <dd>{{ number(shown().alpha) }}</dd>
      </div>
    </dl>
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
