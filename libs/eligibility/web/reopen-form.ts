import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { act } from '@award/nominations/web';
import { wordsFor } from '@award/ui/web';
import { EligibilityClient } from './eligibility-client';

/** Takes a finished check up again, with a reason that the municipality sees. */
@Component({
  selector: 'eligibility-reopen-form',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <details class="ds-details">
      <summary><ng-container i18n="@@eligibility.reopen">Kontroller på nytt</ng-container></summary>
      <form class="flow" novalidate (submit)="$event.preventDefault(); reopen()">
        <ds-field class="ds-field">
          <label class="ds-label" for="reopen-reason" i18n="@@eligibility.reopen-reason"
            >Hvorfor?</label
          >
          <div data-field="description" i18n="@@eligibility.reason-help">Kommunen ser dette.</div>
          <textarea
            #why
            class="ds-input"
            id="reopen-reason"
            rows="3"
            maxlength="4000"
            [value]="reason()"
            [attr.aria-invalid]="problem() ? true : null"
            (input)="reason.set(why.value)"
          ></textarea>
          @if (problem(); as text) {
            <p class="ds-validation-message" data-field="validation">{{ text }}</p>
          }
        </ds-field>
        <button
          class="ds-button"
          data-variant="secondary"
          type="submit"
          [attr.aria-busy]="reopening.busy() || null"
        >
          <ng-container i18n="@@eligibility.reopen">Kontroller på nytt</ng-container>
        </button>
      </form>
    </details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReopenForm {
  readonly entryId = input.required<string>();
  readonly reopened = output();

  private readonly client = inject(EligibilityClient);
  protected readonly reopening = act();
  protected readonly reason = signal('');
  protected readonly problem = signal<string | null>(null);

  protected async reopen(): Promise<void> {
    if (this.reason().trim() === '') {
      this.problem.set(wordsFor('reason-required'));
      return;
    }
    this.problem.set(null);
    const done = await this.reopening.run(() =>
      this.client.reopenCheck(this.entryId(), this.reason()),
    );
    if (done) this.reopened.emit();
    else this.problem.set(wordsFor(this.reopening.refused()?.code ?? null));
  }
}
