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
import type { Refusal } from '@award/award';
import type { MySeatView } from '@award/jury/contract';
import {
  ErrorSummary,
  Failure,
  InLocale,
  type Problem,
  readRefusal,
  WithYear,
} from '@award/ui/web';
import { JuryClient } from './jury-client';
import { HOUSE_WORDS, POSITION_WORDS } from './seat-words';

/** Yes with the pledge, or no with a reason. Nothing of the entries is shown before a yes. */
@Component({
  selector: 'jury-answer-invitation',
  imports: [ErrorSummary, Failure, FormsModule, InLocale, WithYear],
  templateUrl: './answer-invitation.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerInvitation {
  readonly seat = input.required<MySeatView>();
  readonly accepted = output<MySeatView>();
  readonly declined = output();

  private readonly client = inject(JuryClient);
  protected readonly pledged = signal(false);
  protected readonly declining = signal(false);
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly house = computed(() => HOUSE_WORDS[this.seat().house]);
  protected readonly role = computed(() => POSITION_WORDS[this.seat().role]);

  protected hasProblem(id: string): boolean {
    return this.problems().some((problem) => problem.id === id);
  }

  protected async accept(): Promise<void> {
    if (!this.pledged()) {
      this.problems.set([
        {
          id: 'pledge',
          text: $localize`:@@jury.answer.pledge-missing:Kryss av for taushetsløftet for å si ja`,
        },
      ]);
      return;
    }
    await this.act(async () => this.accepted.emit(await this.client.accept()));
  }

  protected async decline(): Promise<void> {
    const reason = this.reason().trim();
    if (reason === '') {
      this.problems.set([
        {
          id: 'decline-reason',
          text: $localize`:@@jury.answer.reason-missing:Skriv kort hvorfor du sier nei`,
        },
      ]);
      return;
    }
    await this.act(async () => {
      await this.client.decline({ reason });
      this.declined.emit();
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problems.set([]);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }
}
