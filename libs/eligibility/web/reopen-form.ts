import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { act } from '@award/nominations/web';
import { wordsFor } from '@award/ui/web';
import { EligibilityClient } from './eligibility-client';
import { ReasonField } from './reason-field';

/** Takes a finished check up again, with a reason that the municipality sees. */
@Component({
  selector: 'eligibility-reopen-form',
  imports: [ReasonField],
  template: `
    <details class="ds-details">
      <summary><ng-container i18n="@@eligibility.reopen">Kontroller på nytt</ng-container></summary>
      <form class="flow" novalidate (submit)="$event.preventDefault(); reopen()">
        <eligibility-reason-field
          field="reopen-reason"
          label="Hvorfor?"
          i18n-label="@@eligibility.reopen-reason"
          help="Kommunen ser dette."
          i18n-help="@@eligibility.reason-help"
          [(reason)]="reason"
          [problem]="problem()"
        />
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
