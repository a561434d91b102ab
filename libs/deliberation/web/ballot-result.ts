import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { PARITY_HOUSES } from '@award/award';
import type { BallotView, ClassEntryView, TallyView } from '@award/deliberation/contract';
import { DataTable } from '@award/ui/web';
import { entryName } from './entry-name';
import { AGREEMENT_WORDS } from './words';

/** A counted ballot: who beats whom, in a table and in words, with ties and deadlock told as they are. */
@Component({
  selector: 'deliberation-ballot-result',
  imports: [DataTable],
  templateUrl: './ballot-result.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BallotResult {
  readonly ballot = input.required<BallotView>();
  readonly entries = input.required<readonly ClassEntryView[]>();

  protected readonly agreementWords = AGREEMENT_WORDS;
  protected readonly result = computed(() => this.ballot().result);
  /** Whether the houses' own counts are shown, and what follows from them. */
  protected readonly apart = computed(() => {
    const houses = this.result()?.houses;
    return houses !== undefined && houses.KS !== null && houses.NHO !== null;
  });
  /** The table that decides where it may be shown, else how many prefer whom. */
  protected readonly tally = computed<TallyView | null>(
    () => this.result()?.parity ?? this.result()?.unweighted ?? null,
  );
  protected readonly options = computed(() => {
    const ranks = this.tally()?.rank ?? {};
    return [...this.ballot().options].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  });
  protected readonly winners = computed(() => this.names(this.result()?.winners ?? []));
  protected readonly houses = computed(() =>
    PARITY_HOUSES.flatMap((house) => {
      const own = this.result()?.houses[house];
      return own ? [{ house, winners: this.names(own.winners) }] : [];
    }),
  );
  protected readonly commonSecond = computed(() =>
    this.names(this.result()?.deadlock?.commonSecond ?? []),
  );

  protected name(id: string): string {
    return entryName(this.entries(), id);
  }

  protected cell(row: string, column: string): string {
    const table = this.tally()?.pairwise;
    return row === column ? '' : `${table?.[row]?.[column] ?? 0}–${table?.[column]?.[row] ?? 0}`;
  }

  private names(ids: readonly string[]): string {
    return ids.map((id) => this.name(id)).join(', ');
  }
}
