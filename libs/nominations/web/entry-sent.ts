import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ConfirmDialog, OsloDateTime } from '@award/ui/web';
import { act } from './act';
import { EntryText } from './entry-text';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';
import { ReceivedRefusal } from './received-refusal';
import { ResumeWriting } from './resume-writing';
import { ReturnedNotice } from './returned-notice';
import { Timeline } from './timeline';
import { whatNow } from './what-now';
import { HideText } from './hide-text';
import { WithdrawEntry } from './withdraw-entry';
import { WritingNotices } from './writing-notices';

/** After sending: what happens now, the receipt, a plain line of events, and what may still be done. */
@Component({
  selector: 'nominations-entry-sent',
  imports: [
    HideText,
    ConfirmDialog,
    EntryText,
    OsloDateTime,
    ReceivedRefusal,
    ResumeWriting,
    ReturnedNotice,
    RouterLink,
    Timeline,
    WithdrawEntry,
    WritingNotices,
  ],
  host: { class: 'flow' },
  templateUrl: './entry-sent.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntrySent {
  readonly changed = output();

  private readonly client = inject(NominationsClient);
  protected readonly draft = inject(NominationDraft);
  protected readonly takingBack = act();
  protected readonly now = computed(() => {
    const entry = this.draft.entry();
    return entry === null ? '' : whatNow(entry);
  });

  protected async takeBack(dialog: ConfirmDialog): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null || !(await dialog.ask())) return;
    if (await this.takingBack.run(() => this.client.takeBack(entry.id))) this.changed.emit();
  }
}
