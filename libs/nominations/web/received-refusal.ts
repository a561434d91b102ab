import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Refusal } from '@award/award';
import type { PastDeadlineDetails } from '@award/nominations/contract';
import { Failure, OsloDateTime, type RefusalAnswer } from '@award/ui/web';

/** Why an act was refused; after a deadline also when it was received and when the deadline was. */
@Component({
  selector: 'nominations-received-refusal',
  imports: [Failure, OsloDateTime],
  template: `
    @if (refused(); as found) {
      <ui-failure [refusal]="found.code" [canRetry]="false">
        @if (times(); as two) {
          <p i18n="@@nominations.received-late">
            Mottatt {{ two.receivedAt | osloDateTime }} og {{ seconds(two.receivedAt) }} sekunder.
            Fristen var {{ two.deadline | osloDateTime }}.
          </p>
        }
      </ui-failure>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceivedRefusal {
  readonly refused = input.required<{
    code: Refusal | null;
    answer: RefusalAnswer | null;
  } | null>();

  protected readonly times = computed(() => {
    const found = this.refused();
    if (found?.code !== 'past-deadline') return null;
    const details = found.answer?.details as Partial<PastDeadlineDetails> | undefined;
    return details?.receivedAt && details.deadline ? (details as PastDeadlineDetails) : null;
  });

  protected seconds(at: string): number {
    return new Date(at).getUTCSeconds();
  }
}
