import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { Shortcuts } from './shortcuts';

/** The list of single-key shortcuts, and the switch for them. */
@Component({
  selector: 'scoring-shortcuts-help',
  template: `
    <button
      class="ds-button"
      data-variant="tertiary"
      data-size="sm"
      type="button"
      (click)="open()"
      aria-haspopup="dialog"
    >
      <span aria-hidden="true">?</span>&ngsp;<ng-container i18n="@@scoring.keys.open"
        >Hurtigtaster</ng-container
      >
    </button>
    <dialog #dialog class="ds-dialog" aria-labelledby="keys-heading">
      <h2 class="ds-heading" data-size="xs" id="keys-heading" i18n="@@scoring.keys.heading">
        Hurtigtaster
      </h2>
      <div class="flow confirm__content">
        <ds-field class="ds-field">
          <input
            id="keys-on"
            class="ds-input"
            type="checkbox"
            role="switch"
            [checked]="shortcuts.enabled()"
            (change)="shortcuts.turn(!shortcuts.enabled())"
          />
          <label class="ds-label" for="keys-on" i18n="@@scoring.keys.switch"
            >Bruk hurtigtaster på denne enheten</label
          >
        </ds-field>
        <dl class="keys">
          <div>
            <dt><kbd>1</kbd>–<kbd>6</kbd></dt>
            <dd i18n="@@scoring.keys.score">Sett poeng der du står, ellers samlet vurdering</dd>
          </div>
          <div>
            <dt><kbd>n</kbd></dt>
            <dd i18n="@@scoring.keys.next">Neste forslag</dd>
          </div>
          <div>
            <dt><kbd>p</kbd></dt>
            <dd i18n="@@scoring.keys.previous">Forrige forslag</dd>
          </div>
          <div>
            <dt><kbd>?</kbd></dt>
            <dd i18n="@@scoring.keys.help">Vis denne listen</dd>
          </div>
        </dl>
        <p class="ds-paragraph" i18n="@@scoring.keys.fields">De virker ikke mens du skriver.</p>
      </div>
      <form method="dialog">
        <button class="ds-button" type="submit" i18n="@@scoring.keys.close">Lukk</button>
      </form>
    </dialog>
  `,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortcutsHelp {
  protected readonly shortcuts = inject(Shortcuts);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  open(): void {
    this.dialog().nativeElement.showModal();
  }
}
