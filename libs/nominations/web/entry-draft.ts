import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ErrorSummary, SaveStatus } from '@award/ui/web';
import { ConflictView } from './conflict-view';
import { focusOnFragment } from './focus-on-fragment';
import { JuryLooksFor } from './jury-looks-for';
import { MissingList } from './missing-list';
import { NominationDraft } from './nomination-draft';
import { SECTION_WORDS, sectionOf, SECTIONS } from './part-words';
import { ReturnedNotice } from './returned-notice';
import { ShortForm } from './short-form';
import { shownProblems } from './shown-problems';
import { partOf, PARTS } from './three-way-merge';
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
  protected readonly draft = inject(NominationDraft);
  protected readonly problems = shownProblems(this.draft);

  protected readonly sections = computed(() =>
    SECTIONS.map((section) => ({
      section,
      name: SECTION_WORDS[section],
      begun: PARTS.some(
        (part) =>
          sectionOf(part) === section && String(partOf(this.draft.writing(), part)).trim() !== '',
      ),
    })),
  );
  /** After pressing on: what is wrong on this page, for the summary above the button. */
  protected readonly summary = computed(() =>
    this.problems.missingShown()
      ? this.problems
          .all()
          .filter(({ field }) => sectionOf(field) === null)
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
