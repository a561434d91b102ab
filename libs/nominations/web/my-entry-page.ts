import { NgComponentOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  LOCALE_ID,
} from '@angular/core';
import { actingSentence, Session } from '@award/access/web';
import {
  ClassMark,
  type DueBy,
  Grouped,
  OsloDate,
  PageHeader,
  ResourceState,
  StateTag,
  inLocale,
} from '@award/ui/web';
import { EntryDraft } from './entry-draft';
import { EntryHeld } from './entry-held';
import { ENTRY_NOTICE } from './entry-notice';
import { EntrySent } from './entry-sent';
import { EntryStart } from './entry-start';
import { EntryTipped } from './entry-tipped';
import { NominationDraft } from './nomination-draft';
import { STATE_TONES, STATE_WORDS } from './nomination-words';

/** The municipality's entry: what it is now decides what the page is about. */
@Component({
  selector: 'nominations-my-entry-page',
  imports: [
    ClassMark,
    EntryDraft,
    EntryHeld,
    EntrySent,
    EntryStart,
    EntryTipped,
    Grouped,
    NgComponentOutlet,
    OsloDate,
    PageHeader,
    ResourceState,
    StateTag,
  ],
  templateUrl: './my-entry-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyEntryPage {
  private readonly session = inject(Session);
  protected readonly draft = inject(NominationDraft);
  protected readonly opened = resource({
    params: () => this.session.acting()?.id ?? null,
    loader: () => this.draft.open(),
  });

  protected readonly view = this.draft.view;
  protected readonly entry = this.draft.entry;
  protected readonly stateWords = STATE_WORDS;
  protected readonly stateTones = STATE_TONES;
  private readonly locale = inject(LOCALE_ID);
  protected readonly notice = inject(ENTRY_NOTICE, { optional: true });

  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly heading = computed(() => {
    const view = this.view();
    return view === null
      ? $localize`:@@nominations.my-entry:Kommunens forslag`
      : $localize`:@@nominations.my-entry-of:Forslaget fra ${view.municipality.name}:municipality:`;
  });
  protected readonly className = computed(() => {
    const view = this.view();
    const found = view?.call.classes.find(({ code }) => code === view.classification?.classCode);
    return found ? inLocale(found.name, this.locale) : null;
  });
  /** The one date that matters now. */
  protected readonly dueBy = computed<DueBy | null>(() => {
    const view = this.view();
    if (view === null) return null;
    const { now, call, entry } = view;
    if (entry?.returned) return { label: labels.returned, at: entry.returned.dueAt, now };
    if (entry?.state === 'held' && call.heldAnswerDue !== null) {
      return { label: labels.held, at: call.heldAnswerDue, now };
    }
    if (call.phase === 'planned' && call.opensAt !== null) {
      return { label: labels.opens, at: call.opensAt, now };
    }
    return call.phase === 'open' && call.deadline !== null
      ? { label: labels.deadline, at: call.deadline, now }
      : null;
  });
}

const labels = {
  deadline: $localize`:@@nominations.due.deadline:Frist`,
  opens: $localize`:@@nominations.due.opens:Åpner`,
  held: $localize`:@@nominations.due.held:Svar innen`,
  returned: $localize`:@@nominations.due.returned:Rett og send inn igjen innen`,
};
