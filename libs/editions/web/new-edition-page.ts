import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import {
  Breadcrumbs,
  ErrorSummary,
  inLocale,
  PageHeader,
  type Problem,
  readRefusal,
  ResourceState,
  wordsFor,
} from '@award/ui/web';
import { EditionsClient } from './editions-client';

const FROM_DEFAULTS = '';

/** Next year's edition, copied from an earlier one: everything but its dates. */
@Component({
  selector: 'editions-new-page',
  imports: [Breadcrumbs, ErrorSummary, FormsModule, PageHeader, ResourceState],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './new-edition-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewEditionPage {
  private readonly client = inject(EditionsClient);
  private readonly router = inject(Router);

  protected readonly editions = resource({ loader: () => this.client.list() });
  protected readonly trail = [
    { label: $localize`:@@editions.list.heading:Kåringer`, link: '/sekretariat/kaaringer' },
  ];
  private readonly known = computed(() => (this.editions.hasValue() ? this.editions.value() : []));
  /** What can be copied: editions of our own, newest first. */
  protected readonly sources = computed(() =>
    this.known()
      .filter(({ asPublished }) => !asPublished)
      .map(({ id, year, name }) => ({ id, words: `${inLocale(name, 'nb')} (${year})` })),
  );
  protected readonly fromId = linkedSignal(() => this.sources()[0]?.id ?? FROM_DEFAULTS);
  protected readonly year = linkedSignal(() =>
    this.known().reduce((next, { year }) => Math.max(next, year + 1), new Date().getFullYear() + 1),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly problems = computed(() => {
    const problem = this.problem();
    return problem ? [problem] : [];
  });

  protected async create(): Promise<void> {
    if (this.busy()) return;
    const year = this.year();
    if (!Number.isInteger(year) || year < 2019 || year > 2100) {
      this.problem.set({ id: 'year', text: YEAR });
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      const made = await this.client.create({ year, fromId: this.fromId() || null });
      await this.router.navigate(['/sekretariat/kaaringer', made.id]);
    } catch (error) {
      this.problem.set({ id: 'year', text: wordsFor(readRefusal(error)?.refusal ?? null) });
    } finally {
      this.busy.set(false);
    }
  }
}

const YEAR = $localize`:@@editions.new.year-needed:Skriv et årstall fra 2019 til 2100`;
