import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { JUSTIFICATION_LIMITS, PARITY_HOUSES } from '@award/award';
import { HOUSE_WORDS } from '@award/deliberation/web';
import type { JustificationAct, JustificationView } from '@award/justifications/contract';
import { OsloDateTime, StateTag, wordsFor } from '@award/ui/web';

/** Who has signed the text as it stands, and the acts that follow: sign, seal, take up again. */
@Component({
  selector: 'justifications-signing',
  imports: [FormsModule, OsloDateTime, StateTag],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <section class="flow" aria-labelledby="signing">
      <h2 class="ds-heading" data-size="xs" id="signing" i18n="@@justifications.signing.heading">
        Underskrifter
      </h2>
      <ul class="signers">
        @for (one of houses(); track one.house) {
          <li>
            <strong>{{ one.house }}</strong>
            @for (signer of one.signers; track signer.name) {
              <span>
                {{ signer.name }}
                @if (signer.current) {
                  <span class="signers__at">{{ signer.signedAt | osloDateTime: 'long' }}</span>
                } @else {
                  <ui-state-tag tone="warning"
                    ><ng-container i18n="@@justifications.signing.stale"
                      >Gjelder en tidligere tekst</ng-container
                    ></ui-state-tag
                  >
                }
              </span>
            } @empty {
              <span class="signers__at" i18n="@@justifications.signing.none"
                >Ingen har skrevet under</span
              >
            }
          </li>
        }
      </ul>
      @if (view().state === 'draft' && view().sealing; as missing) {
        <p class="ds-paragraph">{{ refusal(missing) }}</p>
      }
      <p class="acts">
        @if (view().acts.signOff === null) {
          <button
            class="ds-button"
            type="button"
            [attr.aria-busy]="busy() === 'signOff' || null"
            (click)="signed.emit()"
          >
            <ng-container i18n="@@justifications.signing.sign">Skriv under på teksten</ng-container>
          </button>
        }
        @if (view().acts.seal === null) {
          <button
            class="ds-button"
            type="button"
            [attr.aria-busy]="busy() === 'seal' || null"
            (click)="sealed.emit()"
          >
            <ng-container i18n="@@justifications.signing.seal">Forsegle begrunnelsen</ng-container>
          </button>
        }
      </p>
      @if (view().acts.reopen === null) {
        <details class="ds-details">
          <summary i18n="@@justifications.signing.reopen">Ta opp igjen</summary>
          <form class="flow" novalidate (submit)="$event.preventDefault(); takeUpAgain()">
            <ds-field class="ds-field">
              <label class="ds-label" for="reopen-reason" i18n="@@justifications.signing.reason"
                >Hvorfor må teksten endres?</label
              >
              <textarea
                class="ds-input"
                id="reopen-reason"
                name="reason"
                rows="2"
                [attr.maxlength]="limit"
                [ngModel]="reason()"
                (ngModelChange)="reason.set($event)"
                [attr.aria-invalid]="missing() ? true : null"
              ></textarea>
              @if (missing()) {
                <p class="ds-validation-message" data-field="validation">
                  {{ refusal('reason-required') }}
                </p>
              }
            </ds-field>
            <p class="acts">
              <button
                class="ds-button"
                data-variant="secondary"
                type="submit"
                [attr.aria-busy]="busy() === 'reopen' || null"
              >
                <ng-container i18n="@@justifications.signing.reopen">Ta opp igjen</ng-container>
              </button>
            </p>
          </form>
        </details>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JustificationSigning {
  readonly view = input.required<JustificationView>();
  readonly busy = input<JustificationAct | null>(null);
  readonly signed = output();
  readonly sealed = output();
  readonly reopened = output<string>();

  protected readonly refusal = wordsFor;
  protected readonly limit = JUSTIFICATION_LIMITS.reason;
  protected readonly reason = signal('');
  protected readonly missing = signal(false);
  /** Both houses always, the independent when one of them has signed. */
  protected readonly houses = computed(() => {
    const { signers } = this.view();
    const independent = signers.some(({ house }) => house === 'independent');
    return [...PARITY_HOUSES, ...(independent ? (['independent'] as const) : [])].map((house) => ({
      house: HOUSE_WORDS[house],
      signers: signers.filter((one) => one.house === house),
    }));
  });

  protected takeUpAgain(): void {
    const reason = this.reason().trim();
    this.missing.set(reason === '');
    if (reason !== '') this.reopened.emit(reason);
  }
}
