import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { Router } from '@angular/router';
import { ConfirmDialog } from '@award/ui/web';
import { act } from './act';
import { EntryText } from './entry-text';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';
import { ReceivedRefusal } from './received-refusal';
import { ResumeWriting } from './resume-writing';
import { WritingNotices } from './writing-notices';

/** Finished but not sent at the deadline: the text is locked, and the municipality is asked. */
@Component({
  selector: 'nominations-entry-held',
  imports: [ConfirmDialog, EntryText, ReceivedRefusal, ResumeWriting, WritingNotices],
  host: { class: 'flow' },
  template: `
    @if (draft.entry(); as entry) {
      <p class="ds-paragraph" i18n="@@nominations.held.text">
        Fristen er ute. Forslaget var ferdig, men ikke sendt inn, og teksten er låst slik den sto.
        Vil dere sende det inn?
      </p>
      <nominations-resume-writing (resumed)="answered.emit()" />
      <nominations-received-refusal [refused]="sending.refused()" />
      @if (entry.acts.includes('send-held') || entry.acts.includes('submit')) {
        <p class="acts">
          <button
            class="ds-button"
            type="button"
            [attr.aria-busy]="sending.busy() || null"
            (click)="send()"
            i18n="@@nominations.send"
          >
            Send inn
          </button>
          <button
            class="ds-button"
            data-variant="secondary"
            type="button"
            (click)="decline(dialog)"
          >
            <ng-container i18n="@@nominations.held.decline">Ikke send inn</ng-container>
          </button>
        </p>
      } @else {
        <p class="ds-paragraph" i18n="@@nominations.held.other">
          Den som kan sende inn for kommunen, er spurt på e-post.
        </p>
      }
      <nominations-writing-notices />
      <nominations-entry-text
        [form]="draft.form()"
        [content]="entry.content"
        [writtenForm]="entry.writtenForm"
        [neighbours]="entry.neighbours"
      />
    }
    <ui-confirm-dialog
      #dialog
      heading="Skal forslaget ikke være med?"
      i18n-heading="@@nominations.held.decline-heading"
      confirm="Ikke send inn"
      i18n-confirm="@@nominations.held.decline"
      [dangerous]="true"
    >
      <p i18n="@@nominations.held.decline-text">
        Forslaget blir da ikke med i årets kåring. Svaret kan ikke gjøres om.
      </p>
    </ui-confirm-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryHeld {
  readonly answered = output();

  private readonly client = inject(NominationsClient);
  private readonly router = inject(Router);
  protected readonly draft = inject(NominationDraft);
  protected readonly sending = act();

  protected async send(): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null) return;
    const sent = await this.sending.run(() => this.client.submit(entry.id, entry.lockVersion));
    if (sent) await this.router.navigateByUrl('/kommune/kvittering');
  }

  protected async decline(dialog: ConfirmDialog): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null || !(await dialog.ask())) return;
    if (await this.sending.run(() => this.client.declineHeld(entry.id))) this.answered.emit();
  }
}
