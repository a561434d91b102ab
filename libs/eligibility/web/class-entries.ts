import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type Checklist,
  type ChecklistItem,
  JUDGED_BY_PEOPLE,
  type NominationState,
} from '@award/award';
import { Session } from '@award/access/web';
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
import { BulkActs } from './bulk-acts';
import { EligibilityClient } from './eligibility-client';

/** As many as one act takes. */
const MOST_AT_ONCE = 100;

const CHECKED_FROM: readonly NominationState[] = ['submitted', 'in-eligibility-check', 'returned'];

/** The entries of one class as a table, by name; more are fetched on request. */
@Component({
  selector: 'eligibility-class-entries',
  imports: [
    BulkActs,
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
  /** The server's time. */
  readonly now = input.required<string>();
  /** Entries have moved on: what counts them is out of date. */
  readonly changed = output();

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
  protected readonly mayAct = inject(Session).may('eligibility:check');
  /** Ids of the entries to act on; begins anew when the filter changes. */
  private readonly picked = linkedSignal<unknown, ReadonlySet<string>>({
    source: this.wanted,
    computation: () => new Set(),
  });
  /** Those that a check can begin or end for. */
  protected readonly checkable = computed(() =>
    this.mayAct ? this.rows().filter(({ state }) => CHECKED_FROM.includes(state)) : [],
  );
  protected readonly chosen = computed(() =>
    this.checkable().filter(({ id }) => this.picked().has(id)),
  );

  protected choose(ids: readonly string[], on: boolean): void {
    this.picked.update((before) => {
      const others = [...before].filter((id) => !ids.includes(id));
      return new Set(on ? [...others, ...ids] : others);
    });
  }

  protected chooseAll(on: boolean): void {
    const ids = this.checkable().map(({ id }) => id);
    this.choose(ids.slice(0, MOST_AT_ONCE), on);
  }

  protected acted(): void {
    this.picked.set(new Set());
    this.page.reload();
    this.changed.emit();
  }

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
