import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { OutreachCount } from '@award/outreach/contract';
import { ClassMark, DataTable, Grouped } from '@award/ui/web';
import { sumsByClass } from './outreach-counts';

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
