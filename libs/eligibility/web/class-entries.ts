import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type Checklist,
  type ChecklistItem,
  JUDGED_BY_PEOPLE,
  type NominationState,
} from '@award/award';
import type { EntryRow } from '@award/eligibility/contract';
import { act, STATE_TONES, STATE_WORDS } from '@award/nominations/web';
import {
  ClassMark,
  DataTable,
  Grouped,
  OsloDate,
  OsloDateTime,
  ResourceState,
  StateTag,
  wordsFor,
} from '@award/ui/web';
import { EligibilityClient } from './eligibility-client';

/** The entries of one class as a table, by name; more are fetched on request. */
@Component({
  selector: 'eligibility-class-entries',
  imports: [
    ClassMark,
    DataTable,
    Grouped,
    OsloDate,
    OsloDateTime,
    ResourceState,
    RouterLink,
    StateTag,
  ],
  templateUrl: './class-entries.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassEntries {
  readonly classCode = input.required<string>();
  readonly name = input.required<string>();
  readonly edition = input.required<string>();
  readonly state = input<NominationState>();
  readonly search = input('');

  private readonly client = inject(EligibilityClient);
  protected readonly stateWords = STATE_WORDS;
  protected readonly stateTones = STATE_TONES;
  protected readonly words = wordsFor;
  protected readonly fetching = act();

  private readonly wanted = computed(() => {
    const state = this.state();
    return {
      edition: this.edition(),
      classCode: this.classCode(),
      search: this.search(),
      ...(state === undefined ? {} : { state }),
    };
  });
  protected readonly page = resource({
    params: () => this.wanted(),
    loader: ({ params }) => this.client.list(params),
  });
  /** The pages fetched so far; begins anew when the filter changes. */
  private readonly fetched = linkedSignal(() =>
    this.page.hasValue() ? this.page.value() : { rows: [], after: null },
  );
  protected readonly rows = computed<readonly EntryRow[]>(() => this.fetched().rows);
  protected readonly after = computed(() => this.fetched().after);

  protected async more(): Promise<void> {
    const after = this.after();
    if (after === null) return;
    await this.fetching.run(async () => {
      const next = await this.client.list({ ...this.wanted(), after });
      this.fetched.update(({ rows }) => ({ rows: [...rows, ...next.rows], after: next.after }));
    });
  }

  /** How many of the automatic checks do not hold. */
  protected notMet(checklist: Checklist): number {
    return Object.entries(checklist).filter(
      ([item, answer]) => answer === 'not-met' && !JUDGED_BY_PEOPLE.includes(item as ChecklistItem),
    ).length;
  }
}
