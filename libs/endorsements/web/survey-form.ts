import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import {
  BUSINESS_SIZES,
  type BusinessSize,
  type BusinessSurvey,
  MOST_SERVICES,
  MUNICIPAL_SERVICES,
  type MunicipalService,
  RATED_QUESTIONS,
  type RatedQuestion,
  RATING,
  type SurveyAnswers,
  type Trade,
  TRADES,
} from '@award/award';
import { ErrorSummary, type Problem } from '@award/ui/web';
import { RATED_WORDS, SERVICE_WORDS, SIZE_WORDS, TRADE_WORDS } from './survey-words';

/** A rating, null for not known, undefined before anything is chosen. */
type Ratings = Partial<Record<RatedQuestion, number | null>>;

/** The eight questions: for a business with size and trade, for the municipality without. */
@Component({
  selector: 'endorsements-survey-form',
  imports: [ErrorSummary],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  templateUrl: './survey-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SurveyForm {
  readonly answers = input<SurveyAnswers | null>(null);
  readonly ofBusiness = input(false);
  readonly busy = input(false);
  readonly send = input.required<string>();
  readonly answered = output<SurveyAnswers>();
  readonly answeredByBusiness = output<BusinessSurvey>();

  protected readonly questions = RATED_QUESTIONS;
  protected readonly services = MUNICIPAL_SERVICES;
  protected readonly sizes = BUSINESS_SIZES;
  protected readonly trades = TRADES;
  protected readonly most = MOST_SERVICES;
  protected readonly scale = Array.from({ length: RATING.max }, (_, at) => at + RATING.min);
  protected readonly ratedWords = RATED_WORDS;
  protected readonly serviceWords = SERVICE_WORDS;
  protected readonly sizeWords = SIZE_WORDS;
  protected readonly tradeWords = TRADE_WORDS;

  protected readonly ratings = linkedSignal<Ratings>(() => ({ ...this.answers()?.ratings }));
  protected readonly chosen = linkedSignal<readonly MunicipalService[]>(
    () => this.answers()?.services ?? [],
  );
  protected readonly size = signal<BusinessSize | null>(null);
  protected readonly trade = signal<Trade | null>(null);
  private readonly pressed = signal(false);

  protected readonly problems = computed<Problem[]>(() => (this.pressed() ? this.missing() : []));

  protected rate(question: RatedQuestion, rating: number | null): void {
    this.ratings.update((before) => ({ ...before, [question]: rating }));
  }

  protected choose(service: MunicipalService, on: boolean): void {
    this.chosen.update((before) =>
      on ? [...before, service] : before.filter((one) => one !== service),
    );
  }

  protected submit(): void {
    this.pressed.set(true);
    const size = this.size();
    const trade = this.trade();
    if (this.missing().length > 0) return;
    const answers: SurveyAnswers = {
      ratings: this.ratings() as SurveyAnswers['ratings'],
      services: this.chosen(),
    };
    if (!this.ofBusiness()) this.answered.emit(answers);
    else if (size !== null && trade !== null)
      this.answeredByBusiness.emit({ ...answers, size, trade });
  }

  private missing(): Problem[] {
    const ratings = this.ratings();
    const business = this.ofBusiness()
      ? [
          ...(this.size() === null ? [{ id: 'size-none', text: NO_SIZE }] : []),
          ...(this.trade() === null
            ? [{ id: 'trade-farming-fishing-forestry', text: NO_TRADE }]
            : []),
        ]
      : [];
    return [
      ...RATED_QUESTIONS.filter((question) => ratings[question] === undefined).map((question) => ({
        id: `${question}-1`,
        text: $localize`:@@endorsements.survey.missing:Svar på: ${RATED_WORDS[question]}:question:`,
      })),
      ...business,
    ];
  }
}

const NO_SIZE = $localize`:@@endorsements.survey.no-size:Velg hvor mange som er ansatt`;
const NO_TRADE = $localize`:@@endorsements.survey.no-trade:Velg bransje`;
