import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  LOCALE_ID,
  resource,
  signal,
} from '@angular/core';
import type { BusinessSurvey } from '@award/award';
import type { AnswerEndorsement, PartnerLinkView } from '@award/endorsements/contract';
import { act } from '@award/nominations/web';
import { Failure, inLocale, linkToken, OsloDate, ResourceState } from '@award/ui/web';
import { EndorseForm } from './endorse-form';
import { EndorsementsClient } from './endorsements-client';
import { SurveyForm } from './survey-form';

/** What a partner does by a personal link, on a phone and without an account: two acts, one after the other. */
@Component({
  selector: 'endorsements-partner-link-page',
  imports: [EndorseForm, Failure, OsloDate, ResourceState, SurveyForm],
  templateUrl: './partner-link-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartnerLinkPage {
  private readonly client = inject(EndorsementsClient);
  private readonly locale = inject(LOCALE_ID);
  private readonly token = linkToken();
  protected readonly opened = resource({
    params: () => this.token() ?? '',
    loader: ({ params }) => this.client.openLink(params),
  });
  protected readonly view = linkedSignal<PartnerLinkView | null>(() =>
    this.opened.hasValue() ? this.opened.value() : null,
  );
  protected readonly awardName = computed(() => {
    const view = this.view();
    return view === null ? '' : inLocale(view.awardName, this.locale);
  });
  protected readonly changing = signal(false);
  protected readonly endorsing = act();
  protected readonly answering = act();
  protected readonly sendWords = $localize`:@@endorsements.survey.send:Send svarene`;

  protected async endorse(body: Omit<AnswerEndorsement, 'textHash'>): Promise<void> {
    const { textHash } = this.view() ?? { textHash: '' };
    const done = await this.endorsing.run(async () =>
      this.view.set(await this.client.endorse(this.token() ?? '', { ...body, textHash })),
    );
    if (done) this.changing.set(false);
    else if (this.endorsing.refused()?.code === 'text-changed') this.opened.reload();
  }

  protected async answer(survey: BusinessSurvey): Promise<void> {
    const { ratings, services, size, trade } = survey;
    await this.answering.run(async () =>
      this.view.set(
        await this.client.answerSurvey(this.token() ?? '', {
          ratings,
          services: [...services],
          size,
          trade,
        }),
      ),
    );
  }
}
