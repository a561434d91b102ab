import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { OutreachCount } from '@award/outreach/contract';
import { ClassMark, DataTable, Grouped } from '@award/ui/web';

type Counts = Pick<
  OutreachCount,
  'municipalities' | 'invited' | 'signedIn' | 'started' | 'submitted'
>;

/** Per county and class, with the classes kept apart also in the sum. */
@Component({
  selector: 'outreach-counts-table',
  imports: [ClassMark, DataTable, Grouped],
  templateUrl: './counts-table.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountsTable {
  readonly counts = input.required<readonly OutreachCount[]>();

  protected readonly sums = computed(() => sumsByClass(this.counts()));
}

/** The whole country, one row a class; unknown class last. */
export function sumsByClass(
  counts: readonly OutreachCount[],
): (Counts & { classCode: string | null })[] {
  const codes = [...new Set(counts.map(({ classCode }) => classCode))].sort((one, other) =>
    one === null ? 1 : other === null ? -1 : other.localeCompare(one),
  );
  return codes.map((classCode) => {
    const own = counts.filter((count) => count.classCode === classCode);
    const sum = (part: keyof Counts) => own.reduce((all, count) => all + count[part], 0);
    return {
      classCode,
      municipalities: sum('municipalities'),
      invited: sum('invited'),
      signedIn: sum('signedIn'),
      started: sum('started'),
      submitted: sum('submitted'),
    };
  });
}
