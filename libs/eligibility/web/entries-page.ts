import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { Router } from '@angular/router';
import { NOMINATION_STATES, type NominationState } from '@award/award';
import { STATE_WORDS } from '@award/nominations/web';
import { Empty, InLocale, PageHeader, ResourceState } from '@award/ui/web';
import { ClassEntries } from './class-entries';
import { EligibilityClient } from './eligibility-client';

const PAUSE = 300;

/** The entries that have been sent in: each class by itself, the filters in the address. */
@Component({
  selector: 'eligibility-entries-page',
  imports: [ClassEntries, Empty, InLocale, PageHeader, ResourceState],
  templateUrl: './entries-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntriesPage {
  /** From the address. */
  readonly kaaring = input<string>();
  readonly kategori = input<string>();
  readonly tilstand = input<string>();
  readonly sok = input<string>();

  private readonly client = inject(EligibilityClient);
  private readonly router = inject(Router);
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly counts = resource({
    params: () => ({ edition: this.kaaring() }),
    loader: ({ params }) => this.client.counts(params.edition),
  });
  protected readonly state = computed<NominationState | undefined>(() =>
    NOMINATION_STATES.find((state) => state === this.tilstand()),
  );
  protected readonly classes = computed(() =>
    this.counts.hasValue()
      ? this.counts
          .value()
          .classes.filter(({ code }) => !this.kategori() || code === this.kategori())
      : [],
  );
  /** The states that some entry is in, with how many of the classes shown are. */
  protected readonly states = computed(() =>
    NOMINATION_STATES.map((state) => ({
      state,
      words: STATE_WORDS[state],
      count: this.classes().reduce((sum, one) => sum + (one.states[state] ?? 0), 0),
    })).filter(({ state, count }) => count > 0 || state === this.state()),
  );
  protected readonly total = computed(() =>
    this.classes()
      .flatMap(({ states }) => Object.values(states))
      .reduce((sum, count) => sum + count, 0),
  );

  protected filter(change: Record<string, string | null>): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected search(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.filter({ sok: text.trim() || null }), PAUSE);
  }
}
