import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import { Breadcrumbs, ClassMark, type DueBy, PageHeader, ResourceState } from '@award/ui/web';
import { act } from './act';
import { ConflictView } from './conflict-view';
import { EntryText } from './entry-text';
import { MissingList } from './missing-list';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';
import { ReceivedRefusal } from './received-refusal';
import { shownProblems } from './shown-problems';
import { WritingNotices } from './writing-notices';

/** Before sending: everything as the jury will read it, what is missing on top, and the button. */
@Component({
  selector: 'nominations-review-page',
  imports: [
    Breadcrumbs,
    ClassMark,
    ConflictView,
    EntryText,
    MissingList,
    PageHeader,
    ReceivedRefusal,
    ResourceState,
    RouterLink,
    WritingNotices,
  ],
  templateUrl: './review-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewPage {
  private readonly client = inject(NominationsClient);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly draft = inject(NominationDraft);
  protected readonly problems = shownProblems(this.draft);
  protected readonly sending = act();
  protected readonly opened = resource({
    params: () => this.session.acting()?.id ?? null,
    loader: () => this.draft.open(),
  });

  protected readonly trail = [
    { label: $localize`:@@nominations.my-entry:Kommunens forslag`, link: '/kommune' },
  ];
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly dueBy = computed<DueBy | null>(() => {
    const view = this.draft.view();
    const at = view?.entry?.returned?.dueAt ?? view?.call.deadline ?? null;
    const label = $localize`:@@nominations.due.deadline:Frist`;
    return view === null || at === null ? null : { label, at, now: view.now };
  });
  protected readonly ready = computed(() => this.problems.all().length === 0);

  protected async send(): Promise<void> {
    const entry = this.draft.entry();
    if (entry === null) return;
    const sent = await this.sending.run(async () => {
      if (!(await this.draft.flush())) return false;
      await this.client.submit(entry.id, this.draft.version());
      return true;
    });
    const refusal = this.sending.refused()?.code;
    if (refusal === 'stale-save' || refusal === 'wrong-state') await this.draft.open();
    if (sent && !this.draft.conflict()) await this.router.navigateByUrl('/kommune/kvittering');
  }
}
