import { ChangeDetectionStrategy, Component, computed, inject, LOCALE_ID } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formPages, hasAnswer } from '@award/award';
import { ErrorSummary, SaveStatus } from '@award/ui/web';
import { ConflictView } from './conflict-view';
import { focusOnFragment } from './focus-on-fragment';
import { addressOfField, pageAddress, pageHeading } from './form-words';
import { JuryLooksFor } from './jury-looks-for';
import { MissingList } from './missing-list';
import { NominationDraft } from './nomination-draft';
import { ReturnedNotice } from './returned-notice';
import { ShortForm } from './short-form';
import { shownProblems } from './shown-problems';
import { WithdrawEntry } from './withdraw-entry';
import { WritingNotices } from './writing-notices';

/** Writing the entry: the short form, what can be elaborated, what is missing, and the way on. */
@Component({
  selector: 'nominations-entry-draft',
  imports: [
    ConflictView,
    ErrorSummary,
    JuryLooksFor,
    MissingList,
    ReturnedNotice,
    RouterLink,
    SaveStatus,
    ShortForm,
    WithdrawEntry,
    WritingNotices,
  ],
  host: { class: 'flow' },
  templateUrl: './entry-draft.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryDraft {
  private readonly router = inject(Router);
  private readonly locale = inject(LOCALE_ID);
  protected readonly draft = inject(NominationDraft);
  protected readonly problems = shownProblems(this.draft);

  protected readonly pages = computed(() =>
    formPages(this.draft.form()).map(({ page, sections }) => ({
      address: pageAddress(page),
      name: pageHeading(this.draft.form(), page, this.locale),
      begun: sections.some(({ code }) => hasAnswer(this.draft.content(), code)),
      missing: sections.some(
        ({ code, required }) => required && !hasAnswer(this.draft.content(), code),
      ),
      required: sections.some(({ required }) => required),
    })),
  );
  protected readonly anyRequired = computed(() => this.pages().some(({ required }) => required));
  /** After pressing on: what is wrong on this page, for the summary above the button. */
  protected readonly summary = computed(() =>
    this.problems.missingShown()
      ? this.problems
          .all()
          .filter(({ field }) => addressOfField(this.draft.form(), field) === null)
          .map(({ field, text }) => ({ id: field, text }))
      : [],
  );

  constructor() {
    focusOnFragment();
  }

  protected async goOn(): Promise<void> {
    this.problems.showMissing();
    if (this.summary().length > 0) return;
    if (await this.draft.flush()) await this.router.navigateByUrl('/kommune/kontroll');
  }
}
