import { ChangeDetectionStrategy, Component, CUSTOM_ELEMENTS_SCHEMA, input } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { SHEET_LIMITS } from '@award/award';
import { Failure, SaveStatus } from '@award/ui/web';
import type { Autosave } from './autosave';

export interface NoteValue {
  readonly text: string;
}

/** The member's own note, which no other user sees. */
@Component({
  selector: 'scoring-own-note',
  imports: [Failure, FormsModule, SaveStatus],
  template: `
    <details class="ds-details" [open]="note().value().text !== ''">
      <summary i18n="@@scoring.note.heading">Egne notater</summary>
      <div class="flow">
        <ds-field class="ds-field">
          <label class="ds-label" for="own-note" i18n="@@scoring.note.label">Notat</label>
          <div data-field="description" i18n="@@scoring.note.help">
            Ingen andre brukere ser det, og det slettes når kåringen arkiveres. Skriv om kommunens
            arbeid, ikke om personer: den som er omtalt, kan be om innsyn.
          </div>
          <textarea
            id="own-note"
            class="ds-input"
            rows="5"
            name="note"
            [attr.maxlength]="limit"
            [ngModel]="note().value().text"
            (ngModelChange)="note().edit({ text: $event })"
            (blur)="note().soon()"
          ></textarea>
        </ds-field>
        <ui-save-status [state]="note().state()" [savedAt]="note().savedAt()" />
        @if (note().refusal(); as refusal) {
          <ui-failure [refusal]="refusal" (retry)="note().flush()" />
        }
        @if (note().conflict(); as theirs) {
          <div class="ds-alert" data-color="warning" role="alert">
            <p i18n="@@scoring.note.conflict">Notatet er lagret fra et annet vindu:</p>
            <p class="break-anywhere preserved">{{ theirs.value.text }}</p>
            <p class="acts">
              <button
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                type="button"
                (click)="note().useMine()"
              >
                <ng-container i18n="@@scoring.note.mine">Behold det som står her</ng-container>
              </button>
              <button
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                type="button"
                (click)="note().useTheirs()"
              >
                <ng-container i18n="@@scoring.note.theirs">Bruk det andre</ng-container>
              </button>
            </p>
          </div>
        }
      </div>
    </details>
  `,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnNote {
  readonly note = input.required<Autosave<NoteValue>>();
  protected readonly limit = SHEET_LIMITS.note;
}
