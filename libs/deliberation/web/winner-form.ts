import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Refusal } from '@award/award';
import type { BallotResultView, DecideWinner, MeetingView } from '@award/deliberation/contract';
import { ConfirmDialog, ErrorSummary, type Problem } from '@award/ui/web';
import { type DecisionWords, EMPTY_WORDS, orderOf, problemOf, problemsOf } from './decision-draft';
import { DecisionFields } from './decision-fields';
import { entryName } from './entry-name';
import { sameData } from './same-data';

/** The leader writes down who wins, as the ballot showed or with a reason, and seals the decision. */
@Component({
  selector: 'deliberation-winner-form',
  imports: [ConfirmDialog, DecisionFields, ErrorSummary],
  template: `
    <form class="flow" novalidate (submit)="$event.preventDefault(); decide()">
      <fieldset class="ds-fieldset" id="winner-choice" tabindex="-1">
        <legend class="ds-label" i18n="@@deliberation.winner.choose">Hvem vinner?</legend>
        <div class="acts">
          @for (id of candidates(); track id) {
            <button
              class="ds-button"
              type="button"
              [attr.data-variant]="winners().includes(id) ? null : 'secondary'"
              [attr.aria-pressed]="winners().includes(id)"
              (click)="choose(id)"
            >
              {{ name(id) }}
            </button>
          }
        </div>
      </fieldset>
      <deliberation-decision-fields
        prefix="winner"
        [(words)]="words"
        [settlements]="view().settlements.winner"
        [problems]="problems()"
      />
      <ui-error-summary [problems]="problems()" />
      <p class="acts">
        <button class="ds-button" type="submit" [attr.aria-busy]="busy() || null">
          @if (replaces()) {
            <ng-container i18n="@@deliberation.winner.replace">Erstatt vedtaket</ng-container>
          } @else {
            <ng-container i18n="@@deliberation.winner.decide">Vedta vinner</ng-container>
          }
        </button>
      </p>
    </form>
    <ui-confirm-dialog
      heading="Vedta vinner"
      i18n-heading="@@deliberation.winner.decide"
      confirm="Vedta og forsegl"
      i18n-confirm="@@deliberation.finalists.confirm"
    >
      <p class="ds-paragraph">
        @for (id of winners(); track id) {
          <strong>{{ name(id) }}</strong>&ngsp;
        } @empty {
          <ng-container i18n="@@deliberation.winner.none">Ingen vinner</ng-container>
        }
      </p>
      <p class="ds-paragraph" i18n="@@deliberation.winner.sealing">
        Vedtaket blir forseglet. Navnet er hemmelig til det blir vist på scenen.
      </p>
    </ui-confirm-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WinnerForm {
  readonly view = input.required<MeetingView>();
  readonly busy = input(false);
  /** Why the server refused the last attempt. */
  readonly refusal = input<Refusal | null>(null);
  readonly decided = output<DecideWinner>();

  private readonly dialog = viewChild.required(ConfirmDialog);
  private readonly lastResult = computed(() => this.view().ballots.at(-1)?.result ?? null, {
    equal: sameData,
  });
  private readonly usual = computed(() => this.view().usual.winners);
  protected readonly candidates = computed(() => {
    const { entries, finalists } = this.view();
    const withdrawn = new Set(
      entries.filter(({ state }) => state === 'withdrawn').map(({ nominationId }) => nominationId),
    );
    return (finalists?.finalists ?? []).filter((id) => !withdrawn.has(id));
  });
  /** The one whom the last ballot named; nobody when it tied. */
  protected readonly winners = linkedSignal<BallotResultView | null, string[]>({
    source: this.lastResult,
    computation: (result) => (result && !result.tie ? [...result.winners] : []),
  });
  protected readonly words = linkedSignal<number, DecisionWords>({
    source: this.usual,
    computation: (usual) => ({ ...EMPTY_WORDS, number: String(usual) }),
  });
  private readonly found = signal<readonly Problem[]>([]);
  protected readonly problems = computed<readonly Problem[]>(() => {
    const refusal = this.refusal();
    return refusal === null ? this.found() : [problemOf(refusal, 'winner')];
  });
  protected readonly replaces = computed(() => this.view().winner !== null);

  protected choose(id: string): void {
    this.winners.update((all) =>
      all.includes(id) ? all.filter((one) => one !== id) : [...all, id],
    );
  }

  protected name(id: string): string {
    return entryName(this.view().entries, id);
  }

  protected async decide(): Promise<void> {
    const winners = this.winners();
    const found = problemsOf(this.words(), winners.length, 'winner');
    this.found.set(found);
    if (found.length > 0 || !(await this.dialog().ask())) return;
    this.decided.emit({ ...orderOf(this.words(), this.view().winner?.id ?? null), winners });
  }
}
