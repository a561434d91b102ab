import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import { Breadcrumbs, PageHeader, ResourceState, SaveStatus } from '@award/ui/web';
import { AttachmentsSection } from './attachments-section';
import { ConflictView } from './conflict-view';
import { focusOnFragment } from './focus-on-fragment';
import { LessonsSection } from './lessons-section';
import { NominationDraft } from './nomination-draft';
import { SECTION_WORDS, type Section, SECTIONS } from './part-words';
import { PartnersSection } from './partners-section';
import { ResultsSection } from './results-section';
import { shownProblems } from './shown-problems';
import { SummarySection } from './summary-section';
import { TraitsSection } from './traits-section';
import { WritingNotices } from './writing-notices';

/** One section of what can be elaborated: help on top, room to write, previous and next. */
@Component({
  selector: 'nominations-section-page',
  imports: [
    AttachmentsSection,
    Breadcrumbs,
    ConflictView,
    LessonsSection,
    PageHeader,
    PartnersSection,
    ResourceState,
    ResultsSection,
    RouterLink,
    SaveStatus,
    SummarySection,
    TraitsSection,
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
  protected readonly known = computed<Section>(
    () => SECTIONS.find((section) => section === this.section()) ?? 'sammendrag',
  );
  protected readonly heading = computed(() => SECTION_WORDS[this.known()]);
  protected readonly place = computed(() => SECTIONS.indexOf(this.known()) + 1);
  protected readonly count = SECTIONS.length;
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
    const section = SECTIONS[place];
    return section === undefined ? null : `/kommune/utdyp/${section}`;
  }
}
