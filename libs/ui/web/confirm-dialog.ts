import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  input,
  viewChild,
} from '@angular/core';

/**
 * Asks before an act that cannot simply be undone. The projected content says what will happen, to
 * whom. `ask()` answers when the dialog closes: true only if the act was confirmed.
 */
@Component({
  selector: 'ui-confirm-dialog',
  template: `
    <dialog #dialog class="ds-dialog" [attr.aria-labelledby]="id" (close)="answer()">
      <h2 class="ds-heading" data-size="xs" [id]="id">{{ heading() }}</h2>
      <div class="confirm__content"><ng-content /></div>
      <form class="confirm__acts" method="dialog">
        <button
          class="ds-button"
          value="yes"
          [attr.data-color]="dangerous() ? 'danger' : null"
          type="submit"
        >
          {{ confirm() }}
        </button>
        <button
          class="ds-button"
          data-variant="tertiary"
          value="no"
          type="submit"
          i18n="@@ui.confirm.cancel"
        >
          Avbryt
        </button>
      </form>
    </dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog {
  private static made = 0;

  readonly heading = input.required<string>();
  /** The act as a verb: what the button does. */
  readonly confirm = input.required<string>();
  readonly dangerous = input(false);

  protected readonly id = `confirm-${(ConfirmDialog.made += 1)}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private waiting: ((confirmed: boolean) => void) | null = null;

  ask(): Promise<boolean> {
    const dialog = this.dialog().nativeElement;
    this.waiting?.(false);
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  protected answer(): void {
    this.waiting?.(this.dialog().nativeElement.returnValue === 'yes');
    this.waiting = null;
  }
}
