import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  resource,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formPages } from '@award/award';
import { actingSentence, Session } from '@award/access/web';
import { Breadcrumbs, PageHeader, ResourceState, SaveStatus } from '@award/ui/web';
import { ConflictView } from './conflict-view';
import { focusOnFragment } from './focus-on-fragment';
import { FormQuestions } from './form-questions';
import { pageAddress, pageHeading, sectionHeading } from './form-words';
import { NominationDraft } from './nomination-draft';
import { shownProblems } from './shown-problems';
import { WritingNotices } from './writing-notices';

/** One page of what can be elaborated: help on top, room to write, previous and next. */
@Component({
  selector: 'nominations-section-page',
  imports: [
    Breadcrumbs,
    ConflictView,
    FormQuestions,
    PageHeader,
    ResourceState,
    RouterLink,
    SaveStatus,
    WritingNotices,
  ],
  templateUrl: './section-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SectionPage {
  /** From the address. */
  readonly section = input.required<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly locale = inject(LOCALE_ID);
  protected readonly draft = inject(NominationDraft);
  protected readonly problems = shownProblems(this.draft);
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
  protected readonly pages = computed(() => formPages(this.draft.form()));
  /** Null when the edition has no such page. */
  protected readonly known = computed(
    () => this.pages().find(({ page }) => pageAddress(page) === this.section()) ?? null,
  );
  protected readonly heading = computed(() => {
    const known = this.known();
    return known === null ? TITLE : pageHeading(this.draft.form(), known.page, this.locale);
  });
  protected readonly place = computed(() => {
    const known = this.known();
    return known === null ? 0 : this.pages().indexOf(known) + 1;
  });
  protected readonly required = computed(() =>
    (this.known()?.sections ?? [])
      .filter(({ required }) => required)
      .map((section) => sectionHeading(section, this.locale))
      .join(', '),
  );
  protected readonly previous = computed(() => this.pathOf(this.place() - 2));
  protected readonly next = computed(() => this.pathOf(this.place()));

  constructor() {
    focusOnFragment();
  }

  protected async goTo(path: string): Promise<void> {
    await this.draft.flush();
    await this.router.navigateByUrl(path);
  }

  private pathOf(place: number): string | null {
    const found = this.pages()[place];
    return found === undefined ? null : `/kommune/utdyp/${pageAddress(found.page)}`;
  }
}

const TITLE = $localize`:@@nominations.elaborate-title:Utdyp forslaget`;
