import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  LOCALE_ID,
} from '@angular/core';
import { CHECKLIST } from '@award/award';
import { PartnerCounts } from '@award/endorsements/web';
import { AttachedFiles } from '@award/files/web';
import { act, EntryText, STATE_TONES, STATE_WORDS } from '@award/nominations/web';
import {
  Breadcrumbs,
  ClassMark,
  type DueBy,
  Failure,
  Grouped,
  OsloDate,
  OsloDateTime,
  PageHeader,
  ResourceState,
  StateTag,
  inLocale,
} from '@award/ui/web';
import { DecideForm } from './decide-form';
import { checkedFileAddress, EligibilityClient } from './eligibility-client';
import { ANSWER_TONES, ANSWER_WORDS, CHECKLIST_WORDS } from './eligibility-words';
import { EntryHistory } from './entry-history';
import { NameSuccessor } from './name-successor';
import { ReclassifyForm } from './reclassify-form';
import { ReopenForm } from './reopen-form';

/** One entry as the secretariat checks it: the text as it was sent, the checklist and what to do. */
@Component({
  selector: 'eligibility-entry-page',
  imports: [
    AttachedFiles,
    Breadcrumbs,
    ClassMark,
    DecideForm,
    EntryHistory,
    EntryText,
    Failure,
    Grouped,
    NameSuccessor,
    OsloDate,
    OsloDateTime,
    PageHeader,
    PartnerCounts,
    ReclassifyForm,
    ReopenForm,
    ResourceState,
    StateTag,
  ],
  templateUrl: './entry-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryPage {
  /** From the address. */
  readonly id = input.required<string>();

  private readonly client = inject(EligibilityClient);
  private readonly locale = inject(LOCALE_ID);
  protected readonly entry = resource({
    params: () => this.id(),
    loader: ({ params }) => this.client.one(params),
  });
  protected readonly found = computed(() => (this.entry.hasValue() ? this.entry.value() : null));
  protected readonly addressOf = computed(() => {
    const id = this.id();
    return (fileId: string) => checkedFileAddress(id, fileId);
  });
  protected readonly acting = act();
  protected readonly stateWords = STATE_WORDS;
  protected readonly stateTones = STATE_TONES;
  protected readonly checklistWords = CHECKLIST_WORDS;
  protected readonly answerWords = ANSWER_WORDS;
  protected readonly answerTones = ANSWER_TONES;
  protected readonly items = CHECKLIST;
  protected readonly trail = [
    { label: $localize`:@@eligibility.entries:Forslag`, link: '/sekretariat/forslag' },
  ];
  protected readonly heading = computed(
    () => this.found()?.municipality.name ?? $localize`:@@eligibility.entry:Forslag fra en kommune`,
  );
  protected readonly className = computed(() => {
    const entry = this.found();
    const name = entry?.classes.find(({ code }) => code === entry.classCode)?.name;
    return name ? inLocale(name, this.locale) : null;
  });
  protected readonly dueBy = computed<DueBy | null>(() => {
    const entry = this.found();
    return entry?.state === 'returned' && entry.dueAt !== null
      ? {
          label: $localize`:@@eligibility.due-label:Skal rettes innen`,
          at: entry.dueAt,
          now: entry.now,
        }
      : null;
  });

  protected async start(): Promise<void> {
    if (await this.acting.run(() => this.client.startCheck(this.id()))) this.entry.reload();
  }

  protected async resume(): Promise<void> {
    if (await this.acting.run(() => this.client.resumeCheck(this.id()))) this.entry.reload();
  }
}
