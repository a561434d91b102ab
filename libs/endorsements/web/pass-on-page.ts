import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  LOCALE_ID,
  resource,
  signal,
} from '@angular/core';
import { act } from '@award/nominations/web';
import {
  ErrorSummary,
  Failure,
  inLocale,
  linkToken,
  type Problem,
  ResourceState,
  screenLanguage,
} from '@award/ui/web';
import { EndorsementsClient } from './endorsements-client';
import { NO_PARTNER, PartnerFields, partnerProblems } from './partner-fields';

/** For a business that got the link from its association: it asks for a link of its own. */
@Component({
  selector: 'endorsements-pass-on-page',
  imports: [ErrorSummary, Failure, PartnerFields, ResourceState],
  template: `
    <div class="page page--narrow flow">
      <ui-resource-state [of]="opened" />
      @if (opened.hasValue()) {
        <h1 class="ds-heading" data-size="lg" tabindex="-1">
          <ng-container i18n="@@endorsements.pass-on.heading"
            >Støtt {{ opened.value().municipalityName }}</ng-container
          >
        </h1>
        @if (sent()) {
          <div class="ds-alert" data-color="success" role="status">
            <p i18n="@@endorsements.pass-on.sent">
              Takk. Vi har sendt en personlig lenke på e-post. Er bedriften spurt fra før, går
              lenken til den som er registrert.
            </p>
          </div>
        } @else {
          <p class="ds-paragraph" data-variant="long">
            <ng-container i18n="@@endorsements.pass-on.lead"
              >{{ opened.value().municipalityName }} ({{ opened.value().countyName }}) er foreslått
              til {{ awardName() }}. Vil bedriften støtte forslaget og svare på åtte korte spørsmål?
              Skriv hvem dere er, så får dere en personlig lenke på e-post.</ng-container
            >
          </p>
          <form class="flow" novalidate (submit)="$event.preventDefault(); join()">
            <endorsements-partner-fields [(values)]="values" [problems]="problems()" />
            <ui-error-summary [problems]="problems()" />
            @if (joining.refused(); as refused) {
              <ui-failure [refusal]="refused.code" [canRetry]="false" />
            }
            <p class="acts">
              <button class="ds-button" type="submit" [attr.aria-busy]="joining.busy() || null">
                <ng-container i18n="@@endorsements.pass-on.send">Send oss en lenke</ng-container>
              </button>
            </p>
          </form>
        }
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PassOnPage {
  private readonly client = inject(EndorsementsClient);
  private readonly locale = inject(LOCALE_ID);
  private readonly token = linkToken();
  protected readonly opened = resource({
    params: () => this.token() ?? '',
    loader: ({ params }) => this.client.openPassOn(params),
  });
  protected readonly awardName = computed(() =>
    this.opened.hasValue() ? inLocale(this.opened.value().awardName, this.locale) : '',
  );
  protected readonly values = signal(NO_PARTNER);
  protected readonly pressed = signal(false);
  protected readonly problems = computed<Problem[]>(() =>
    this.pressed() ? partnerProblems(this.values()) : [],
  );
  protected readonly sent = signal(false);
  protected readonly joining = act();

  protected async join(): Promise<void> {
    this.pressed.set(true);
    if (this.problems().length > 0) return;
    const language = screenLanguage(this.locale);
    const body = { ...this.values(), email: this.values().email.trim(), language };
    this.sent.set(await this.joining.run(() => this.client.join(this.token() ?? '', body)));
  }
}
