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
import {
  CHECKLIST,
  type ChecklistAnswer,
  type ChecklistItem,
  dateInOslo,
  ELIGIBILITY_OUTCOMES,
  type EligibilityOutcome,
  instantInOslo,
  JUDGED_BY_PEOPLE,
  mayDecideEligibility,
  nextWorkingDayAtNoon,
  type Refusal,
  withJudgement,
} from '@award/award';
import type { CheckedEntryView, DecideEligibility } from '@award/eligibility/contract';
import { act } from '@award/nominations/web';
import {
  ConfirmDialog,
  ErrorSummary,
  Failure,
  type Problem,
  StateTag,
  wordsFor,
} from '@award/ui/web';
import { EligibilityClient } from './eligibility-client';
import { ANSWER_TONES, ANSWER_WORDS, CHECKLIST_WORDS, OUTCOME_WORDS } from './eligibility-words';
import { ReasonField } from './reason-field';

const DAYS_TO_MEND = 6 * 24 * 60 * 60 * 1000;
const NOON = 12;

/** Which control a refusal of the rule is about. */
const CONTROL: Readonly<Partial<Record<Refusal, string>>> = {
  'checklist-open': 'judged-about-business-development',
  'checklist-not-met': 'outcome-eligible',
  'reason-required': 'decide-reason',
  'timetable-order': 'decide-due',
};

/** Ends the check: the questions that people judge, the outcome, and what the municipality is told. */
@Component({
  selector: 'eligibility-decide-form',
  imports: [ConfirmDialog, ErrorSummary, Failure, ReasonField, StateTag],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './decide-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecideForm {
  readonly entry = input.required<CheckedEntryView>();
  readonly decided = output();

  private readonly client = inject(EligibilityClient);
  protected readonly deciding = act();
  protected readonly items = CHECKLIST;
  protected readonly checklistWords = CHECKLIST_WORDS;
  protected readonly answerWords = ANSWER_WORDS;
  protected readonly answerTones = ANSWER_TONES;
  protected readonly outcomeWords = OUTCOME_WORDS;
  protected readonly outcomes = ELIGIBILITY_OUTCOMES;
  protected readonly answers: readonly ChecklistAnswer[] = ['met', 'not-met'];

  protected readonly judged = signal<Partial<Record<ChecklistItem, ChecklistAnswer>>>({});
  protected readonly outcome = signal<EligibilityOutcome | null>(null);
  protected readonly reason = signal('');
  private readonly chosenDue = signal<string | null>(null);
  private readonly pressed = signal(false);

  /** A week ahead, on a working day, until another date is chosen. */
  protected readonly due = computed(
    () =>
      this.chosenDue() ??
      dateInOslo(
        nextWorkingDayAtNoon(new Date(new Date(this.entry().now).getTime() + DAYS_TO_MEND)),
      ),
  );
  protected readonly checklist = computed(() =>
    withJudgement(this.entry().checklist, this.judged()),
  );
  protected readonly problems = computed<readonly Problem[]>(() => {
    if (!this.pressed()) return [];
    const outcome = this.outcome();
    if (outcome === null) {
      const text = $localize`:@@eligibility.choose-outcome:Velg hva kontrollen endte med`;
      return [{ id: 'outcome-eligible', text }];
    }
    const verdict = mayDecideEligibility(outcome, this.checklist(), this.reason(), {
      at: new Date(this.entry().now),
      newDue: this.dueAt(),
    });
    if (verdict.allowed) return [];
    const id = CONTROL[verdict.reason] ?? 'judged-about-business-development';
    return [{ id, text: this.wordsOf(verdict.reason, outcome) }];
  });

  protected byPeople(item: ChecklistItem): boolean {
    return JUDGED_BY_PEOPLE.includes(item);
  }

  protected judge(item: ChecklistItem, answer: ChecklistAnswer): void {
    this.judged.update((before) => ({ ...before, [item]: answer }));
  }

  protected choose(outcome: EligibilityOutcome): void {
    this.outcome.set(outcome);
  }

  protected chooseDue(date: string): void {
    this.chosenDue.set(date);
  }

  protected problemOf(id: string): string | null {
    return this.problems().find((problem) => problem.id === id)?.text ?? null;
  }

  protected async decide(dialog: ConfirmDialog): Promise<void> {
    this.pressed.set(true);
    const outcome = this.outcome();
    if (this.problems().length > 0 || outcome === null) return;
    if (!(await dialog.ask())) return;
    const decision: DecideEligibility = {
      outcome,
      judged: {
        'about-business-development': this.judged()['about-business-development'] ?? 'open',
        'nothing-confidential': this.judged()['nothing-confidential'] ?? 'open',
      },
      reason: outcome === 'eligible' ? '' : this.reason(),
      dueAt: outcome === 'returned' ? (this.dueAt()?.toISOString() ?? null) : null,
    };
    const done = await this.deciding.run(() => this.client.decide(this.entry().id, decision));
    if (done) this.decided.emit();
  }

  private dueAt(): Date | null {
    return /^\d{4}-\d\d-\d\d$/.test(this.due()) ? instantInOslo(this.due(), NOON) : null;
  }

  private wordsOf(refusal: Refusal, outcome: EligibilityOutcome): string {
    if (refusal === 'reason-required') {
      return outcome === 'returned'
        ? $localize`:@@eligibility.write-list:Skriv hva kommunen må rette`
        : $localize`:@@eligibility.write-reason:Skriv hvorfor forslaget ikke oppfyller vilkårene`;
    }
    if (refusal === 'timetable-order') {
      return $localize`:@@eligibility.choose-due:Velg en dato som ikke er passert`;
    }
    if (refusal === 'nothing-to-complete') {
      return $localize`:@@eligibility.mark-what:Merk av i sjekklisten hva som ikke er i orden`;
    }
    return wordsFor(refusal);
  }
}
