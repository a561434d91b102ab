import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { DECISION_LIMITS, type Refusal } from '@award/award';
import type { DecisionView } from '@award/deliberation/contract';
import { ErrorSummary, Failure, OsloDateTime, type Problem, readRefusal } from '@award/ui/web';
import { MomentsClient } from './moments-client';

/** Under a sealed decision: that somebody who took part has stepped out since, the jury's way to keep it, and when it has. */
@Component({
  selector: 'deliberation-decision-in-question',
  imports: [ErrorSummary, Failure, FormsModule, OsloDateTime],
  host: { class: 'flow' },
  templateUrl: './decision-in-question.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionInQuestion {
  readonly decision = input.required<DecisionView>();
  /** Null when the reader may keep it now, otherwise why not. */
  readonly mayKeep = input.required<Refusal | null>();
  readonly kept = output();

  private readonly client = inject(MomentsClient);
  protected readonly limit = DECISION_LIMITS.reason;
  protected readonly reason = signal('');
  protected readonly votesFor = signal('');
  protected readonly votesAgainst = signal('');
  protected readonly busy = signal(false);
  protected readonly problems = signal<Problem[]>([]);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly prefix = computed(() => `keep-${this.decision().kind}`);

  protected has(field: string): boolean {
    return this.problems().some(({ id }) => id === `${this.prefix()}-${field}`);
  }

  protected async keep(): Promise<void> {
    const votes = [this.votesFor().trim(), this.votesAgainst().trim()];
    const problems: Problem[] = [];
    if (this.reason().trim() === '')
      problems.push({
        id: `${this.prefix()}-reason`,
        text: $localize`:@@deliberation.review.reason-needed:Skriv hvorfor vedtaket skal stå`,
      });
    if (!votes.every((one) => /^\d{1,2}$/.test(one)))
      problems.push({
        id: `${this.prefix()}-for`,
        text: $localize`:@@deliberation.review.votes-needed:Skriv stemmene for og mot med tall`,
      });
    this.problems.set(problems);
    if (problems.length > 0 || this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      await this.client.keep(this.decision().id, {
        reason: this.reason(),
        votesFor: Number(votes[0]),
        votesAgainst: Number(votes[1]),
      });
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
      this.kept.emit();
    }
  }
}
