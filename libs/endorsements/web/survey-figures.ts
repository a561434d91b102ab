import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RATED_QUESTIONS, type SurveyAnswers, type SurveySummary } from '@award/award';
import { DataTable } from '@award/ui/web';
import { RATED_WORDS, SERVICE_WORDS, SIZE_WORDS, TRADE_WORDS } from './survey-words';

const DASH = '–';

/** The survey as counts, with the municipality's own answers beside where there are any. */
@Component({
  selector: 'endorsements-survey-figures',
  imports: [DataTable],
  host: { class: 'flow' },
  templateUrl: './survey-figures.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SurveyFigures {
  readonly business = input<SurveySummary | null>(null);
  readonly own = input<SurveyAnswers | null>(null);

  protected readonly rows = computed(() => {
    const business = this.business();
    const own = this.own();
    return RATED_QUESTIONS.map((question, at) => {
      const counted = business?.rated[at];
      const rating = own?.ratings[question];
      return {
        question,
        words: RATED_WORDS[question],
        counts: counted?.counts ?? [],
        unknown: counted?.unknown ?? 0,
        own: rating === null ? UNKNOWN : (rating ?? DASH),
      };
    });
  });
  protected readonly services = computed(() =>
    this.business()?.services.map(({ service, count }) => `${SERVICE_WORDS[service]} (${count})`),
  );
  protected readonly ownServices = computed(() =>
    this.own()?.services.map((service) => SERVICE_WORDS[service]),
  );
  protected readonly mix = computed(() => {
    const business = this.business();
    return business === null
      ? []
      : [
          ...business.sizes.map(({ size, count }) => `${SIZE_WORDS[size]}: ${count}`),
          ...business.trades.map(({ trade, count }) => `${TRADE_WORDS[trade]}: ${count}`),
        ];
  });
}

const UNKNOWN = $localize`:@@endorsements.survey.unknown:Vet ikke`;
