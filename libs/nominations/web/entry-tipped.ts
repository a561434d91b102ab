import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { Session } from '@award/access/web';
import { Failure } from '@award/ui/web';
import { act } from './act';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';
import { TipsReceived } from './tips-received';

/** Somebody else has proposed the municipality: it says yes and completes, or no. */
@Component({
  selector: 'nominations-entry-tipped',
  imports: [Failure, TipsReceived],
  host: { class: 'flow' },
  template: `
    @if (draft.entry(); as entry) {
      @if (entry.state === 'tipped') {
        <p class="ds-paragraph" i18n="@@nominations.tipped.text">
          Noen mener at kommunen bør være med i årets kåring. Vil dere lage et forslag? Dere skriver
          det selv og sender det inn når det er klart.
        </p>
      } @else {
        <p class="ds-paragraph" i18n="@@nominations.declined.text">
          Dere har takket nei til å være med i år. Fram til fristen kan dere ombestemme dere.
        </p>
      }
      <nominations-tips-received [tips]="entry.tips" />
      @if (answering.refused(); as refused) {
        <ui-failure [refusal]="refused.code" [canRetry]="false" />
      }
      @if (session.may('nomination:answer-tip')) {
        <p class="acts">
          <button
            class="ds-button"
            type="button"
            [attr.aria-busy]="answering.busy() || null"
            (click)="answer('accept')"
            i18n="@@nominations.tipped.accept"
          >
            Lag et forslag
          </button>
          @if (entry.state === 'tipped') {
            <button
              class="ds-button"
              data-variant="secondary"
              type="button"
              (click)="answer('decline')"
              i18n="@@nominations.tipped.decline"
            >
              Nei takk
            </button>
          }
        </p>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryTipped {
  readonly answered = output();

  private readonly client = inject(NominationsClient);
  protected readonly session = inject(Session);
  protected readonly draft = inject(NominationDraft);
  protected readonly answering = act();

  protected async answer(answer: 'accept' | 'decline'): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null) return;
    const done = await this.answering.run(() => this.client.answerTip(entry.id, answer));
    if (done) this.answered.emit();
  }
}
