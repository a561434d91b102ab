import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ConfirmDialog, wordsFor } from '@award/ui/web';
import { act } from './act';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';

/** Withdraws the entry for good, after asking. */
@Component({
  selector: 'nominations-withdraw-entry',
  imports: [ConfirmDialog],
  template: `
    @if (may()) {
      <button
        class="ds-button"
        data-variant="tertiary"
        data-color="danger"
        type="button"
        [attr.aria-busy]="withdrawing.busy() || null"
        (click)="withdraw(dialog)"
      >
        <ng-container i18n="@@nominations.withdraw">Trekk forslaget</ng-container>
      </button>
    }
    @if (withdrawing.refused(); as refused) {
      <p class="ds-validation-message" role="alert">{{ words(refused.code) }}</p>
    }
    <ui-confirm-dialog
      #dialog
      heading="Vil dere trekke forslaget?"
      i18n-heading="@@nominations.withdraw.heading"
      confirm="Trekk forslaget"
      i18n-confirm="@@nominations.withdraw"
      [dangerous]="true"
    >
      <p i18n="@@nominations.withdraw.text">
        Forslaget er da ikke lenger med i årets kåring. Teksten blir liggende, men kan ikke hentes
        fram igjen i skjemaet.
      </p>
      <label class="ds-label" for="withdraw-reason" i18n="@@nominations.withdraw.reason"
        >Hvorfor? (valgfritt)</label
      >
      <textarea
        #why
        class="ds-input"
        id="withdraw-reason"
        rows="3"
        maxlength="1000"
        [value]="reason()"
        (input)="reason.set(why.value)"
      ></textarea>
      @if (sent()) {
        <label class="choice">
          <input
            class="ds-input"
            type="checkbox"
            [checked]="hideText()"
            (change)="hideText.set(!hideText())"
          />
          <span i18n="@@nominations.withdraw.hide-text"
            >Skjul juryens begrunnelse og bildene våre på de åpne sidene, hvis vi er eller blir
            finalist. Det kan også gjøres senere.</span
          >
        </label>
      }
    </ui-confirm-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WithdrawEntry {
  private readonly client = inject(NominationsClient);
  private readonly draft = inject(NominationDraft);
  protected readonly reason = signal('');
  protected readonly hideText = signal(false);
  protected readonly sent = computed(() => (this.draft.entry()?.submitted ?? null) !== null);
  protected readonly withdrawing = act();
  protected readonly words = wordsFor;
  protected readonly may = computed(() => this.draft.entry()?.acts.includes('withdraw') ?? false);

  protected async withdraw(dialog: ConfirmDialog): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null || !(await dialog.ask())) return;
    await this.withdrawing.run(async () => {
      await this.client.withdraw(entry.id, this.reason(), this.sent() && this.hideText());
      await this.draft.open();
    });
  }
}
