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
import { dateInOslo, instantInOslo, nextWorkingDayAtNoon } from '@award/award';
import { Session } from '@award/access/web';
import type { BulkReport, DecideEligibility, EntryRow } from '@award/eligibility/contract';
import { act } from '@award/nominations/web';
import { ErrorSummary, Failure, type Problem, wordsFor } from '@award/ui/web';
import { EligibilityClient } from './eligibility-client';
import { OUTCOME_WORDS } from './eligibility-words';
import { ReasonField } from './reason-field';

const DAYS_TO_MEND = 6 * 24 * 60 * 60 * 1000;
const NOON = 12;
const SEVERAL_OUTCOMES = ['eligible', 'returned'] as const;
type SeveralOutcome = (typeof SEVERAL_OUTCOMES)[number];

/** The same act on the chosen entries of a class, each asked for by itself, and what became of each. */
@Component({
  selector: 'eligibility-bulk-acts',
  imports: [ErrorSummary, Failure, ReasonField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './bulk-acts.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkActs {
  readonly classCode = input.required<string>();
  readonly chosen = input.required<readonly EntryRow[]>();
  /** The server's time when the list was made. */
  readonly now = input.required<string>();
  /** Something was done: the list is to be fetched anew. */
  readonly done = output();

  private readonly client = inject(EligibilityClient);
  protected readonly acting = act();
  protected readonly outcomes = SEVERAL_OUTCOMES;
  protected readonly outcomeWords = OUTCOME_WORDS;
  protected readonly deciding = signal(false);
  protected readonly outcome = signal<SeveralOutcome | null>(null);
  protected readonly haveRead = signal(false);
  protected readonly reason = signal('');
  private readonly chosenDue = signal<string | null>(null);
  protected readonly problems = signal<readonly Problem[]>([]);
  /** What became of each, with the names as they were chosen. */
  protected readonly report = signal<{
    done: number;
    refused: { name: string; words: string }[];
  } | null>(null);

  protected readonly mayDecide = inject(Session).may('eligibility:decide');
  protected readonly due = computed(
    () =>
      this.chosenDue() ??
      dateInOslo(nextWorkingDayAtNoon(new Date(new Date(this.now()).getTime() + DAYS_TO_MEND))),
  );

  protected idOf(part: string): string {
    return `several-${this.classCode()}-${part}`;
  }

  protected problemOf(part: string): string | null {
    return this.problems().find(({ id }) => id === this.idOf(part))?.text ?? null;
  }

  protected chooseDue(date: string): void {
    this.chosenDue.set(date);
  }

  protected startChecks(): Promise<void> {
    return this.run((ids) => this.client.startSeveral(ids));
  }

  protected async decide(): Promise<void> {
    this.problems.set(this.missing());
    const outcome = this.outcome();
    if (this.problems().length > 0 || outcome === null) return;
    const answer = outcome === 'eligible' ? 'met' : 'open';
    const decision: DecideEligibility = {
      outcome,
      judged: { 'about-business-development': answer, 'nothing-confidential': answer },
      reason: outcome === 'eligible' ? '' : this.reason(),
      dueAt: outcome === 'returned' ? (this.dueAt()?.toISOString() ?? null) : null,
    };
    await this.run((ids) => this.client.decideSeveral(ids, decision));
  }

  private async run(work: (ids: readonly string[]) => Promise<BulkReport>): Promise<void> {
    const rows = this.chosen();
    const nameOf = (id: string) => rows.find((row) => row.id === id)?.municipality.name ?? '';
    this.report.set(null);
    await this.acting.run(async () => {
      const { done, refused } = await work(rows.map(({ id }) => id));
      this.report.set({
        done: done.length,
        refused: refused.map(({ id, refusal }) => ({ name: nameOf(id), words: wordsFor(refusal) })),
      });
      this.deciding.set(false);
      this.outcome.set(null);
      this.haveRead.set(false);
      this.done.emit();
    });
  }

  private missing(): Problem[] {
    const problem = (part: string, text: string) => ({ id: this.idOf(part), text });
    switch (this.outcome()) {
      case null:
        return [
          problem(
            'eligible',
            $localize`:@@eligibility.choose-outcome:Velg hva kontrollen endte med`,
          ),
        ];
      case 'eligible':
        return this.haveRead() ? [] : [problem('read', HAVE_READ)];
      case 'returned':
        return [
          ...(this.reason().trim() === ''
            ? [problem('reason', $localize`:@@eligibility.write-list:Skriv hva kommunen må rette`)]
            : []),
          ...((this.dueAt()?.getTime() ?? 0) > new Date(this.now()).getTime()
            ? []
            : [
                problem(
                  'due',
                  $localize`:@@eligibility.choose-due:Velg en dato som ikke er passert`,
                ),
              ]),
        ];
    }
  }

  private dueAt(): Date | null {
    return /^\d{4}-\d\d-\d\d$/.test(this.due()) ? instantInOslo(this.due(), NOON) : null;
  }
}

const HAVE_READ = $localize`:@@eligibility.several.read-first:Les forslagene, og bekreft det her`;
