import { ChangeDetectionStrategy, Component, computed, inject, LOCALE_ID } from '@angular/core';
import { Failure, OsloDateTime, inLocale } from '@award/ui/web';
import { act } from './act';
import { NominationDraft } from './nomination-draft';

/** Before there is an entry: what the call is about, and the button that begins. */
@Component({
  selector: 'nominations-entry-start',
  imports: [Failure, OsloDateTime],
  host: { class: 'flow' },
  template: `
    @if (callText(); as text) {
      <div class="prose">
        @for (paragraph of text; track $index) {
          <p>{{ paragraph }}</p>
        }
      </div>
    }
    @if (draft.view(); as view) {
      @if (view.mayStart) {
        <p class="ds-paragraph" i18n="@@nominations.start.short">
          Skjemaet er kort. Har du teksten klar, tar det et kvarter. Alt lagres av seg selv, og
          flere i kommunen kan skrive på det samme forslaget.
        </p>
        @if (starting.refused(); as refused) {
          <ui-failure [refusal]="refused.code" (retry)="start()" />
        }
        <p class="acts">
          <button
            class="ds-button"
            type="button"
            [attr.aria-busy]="starting.busy() || null"
            (click)="start()"
            i18n="@@nominations.start.begin"
          >
            Start på forslaget
          </button>
        </p>
      } @else if (view.call.phase === 'planned') {
        <p class="ds-paragraph">
          @if (view.call.opensAt; as opens) {
            <ng-container i18n="@@nominations.start.opens"
              >Det åpner for forslag {{ opens | osloDateTime }}.</ng-container
            >
          } @else {
            <ng-container i18n="@@nominations.start.opens-later"
              >Det er ikke bestemt når det åpner for forslag.</ng-container
            >
          }
        </p>
      } @else if (view.call.phase === 'open') {
        <p class="ds-paragraph" i18n="@@nominations.start.read-only">
          Kommunen har ikke begynt på noe forslag. Rollen din kan lese, men ikke skrive.
        </p>
      } @else {
        <p class="ds-paragraph" i18n="@@nominations.start.over">
          Fristen er ute, og kommunen har ikke sendt inn noe forslag i år.
        </p>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryStart {
  protected readonly draft = inject(NominationDraft);
  private readonly locale = inject(LOCALE_ID);
  protected readonly starting = act();

  protected readonly callText = computed(() => {
    const view = this.draft.view();
    const text = view === null ? '' : inLocale(view.call.callText, this.locale);
    return text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  });

  protected async start(): Promise<void> {
    await this.starting.run(() => this.draft.start());
  }
}
