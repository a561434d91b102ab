import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { ConfirmDialog, OsloDate, wordsFor } from '@award/ui/web';
import { act } from './act';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';

/** After a withdrawal: has what is told of the entry on the open pages hidden, or says that it is. */
@Component({
  selector: 'nominations-hide-text',
  imports: [ConfirmDialog, OsloDate],
  template: `
    @if (draft.entry()?.textHiddenAt; as at) {
      <p class="ds-paragraph" i18n="@@nominations.hide.done">
        Begrunnelsen og bildene er skjult på de åpne sidene siden {{ at | osloDate }}.
      </p>
    } @else if (may()) {
      <button
        class="ds-button"
        data-variant="secondary"
        type="button"
        [attr.aria-busy]="hiding.busy() || null"
        (click)="hide(dialog)"
      >
        <ng-container i18n="@@nominations.hide">Skjul teksten på de åpne sidene</ng-container>
      </button>
    }
    @if (hiding.refused(); as refused) {
      <p class="ds-validation-message" role="alert">{{ words(refused.code) }}</p>
    }
    <ui-confirm-dialog
      #dialog
      heading="Vil dere skjule teksten?"
      i18n-heading="@@nominations.hide.heading"
      confirm="Skjul teksten"
      i18n-confirm="@@nominations.hide.confirm"
      [dangerous]="true"
    >
      <p i18n="@@nominations.hide.text">
        Er dere finalist, står juryens begrunnelse og bildene deres på de åpne sidene. De blir borte
        for godt. Linjen om at dere trakk forslaget, blir stående.
      </p>
    </ui-confirm-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HideText {
  private readonly client = inject(NominationsClient);
  protected readonly draft = inject(NominationDraft);
  protected readonly hiding = act();
  protected readonly words = wordsFor;
  protected readonly may = computed(() => this.draft.entry()?.mayHideText ?? false);

  protected async hide(dialog: ConfirmDialog): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null || !(await dialog.ask())) return;
    await this.hiding.run(async () => {
      await this.client.hideText(entry.id);
      await this.draft.open();
    });
  }
}
