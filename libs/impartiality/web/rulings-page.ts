import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { actingSentence, Session } from '@award/access/web';
import type { Refusal } from '@award/award';
import type {
  GroundView,
  RulingsView,
  RulingView,
  UnmentionedTieView,
} from '@award/impartiality/contract';
import {
  ConfirmDialog,
  Empty,
  Failure,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
} from '@award/ui/web';
import { ImpartialityClient } from './impartiality-client';
import { GROUND_WORDS } from './impartiality-words';
import { suggestionSentence } from './relation-words';

type Outcome = 'recused' | 'impartial';
type Question = GroundView | UnmentionedTieView;

/** Grounds to rule on, provisionally, and rulings for the jury to confirm. */
@Component({
  selector: 'impartiality-rulings-page',
  imports: [ConfirmDialog, Empty, Failure, OsloDateTime, PageHeader, ResourceState, StateTag],
  templateUrl: './rulings-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RulingsPage {
  private readonly client = inject(ImpartialityClient);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(ConfirmDialog);

  protected readonly groundWords = GROUND_WORDS;
  protected readonly sentence = suggestionSentence;
  protected readonly rulings = resource({ loader: () => this.client.rulings() });
  protected readonly view = computed(() => (this.rulings.hasValue() ? this.rulings.value() : null));
  protected readonly busy = signal(false);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly asked = signal<{ ground: Question; outcome: Outcome } | null>(null);
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly question = computed(() => {
    const asked = this.asked();
    if (asked === null) return '';
    const name = asked.ground.memberName;
    return asked.outcome === 'recused'
      ? $localize`:@@impartiality.rule.recused-heading:Skal ${name}:name: fratre?`
      : $localize`:@@impartiality.rule.impartial-heading:Er ${name}:name: habil?`;
  });
  protected readonly verb = computed(() =>
    this.asked()?.outcome === 'recused'
      ? $localize`:@@impartiality.rule.recuse:Avgjør: inhabil`
      : $localize`:@@impartiality.rule.clear:Avgjør: habil`,
  );

  /** What is ruled on: the ground that was declared, or the ties that suggest one. */
  protected subjectOf(question: Question): string {
    const about =
      'ground' in question
        ? GROUND_WORDS[question.ground]
        : question.suggestions.map(suggestionSentence).join('; ');
    return `${question.municipalityName} · ${about}`;
  }

  protected async rule(ground: Question, outcome: Outcome): Promise<void> {
    this.asked.set({ ground, outcome });
    if (!(await this.dialog().ask())) return;
    const { seatId, nominationId } = ground;
    await this.act(() => this.client.rule({ seatId, nominationId, outcome }));
  }

  protected async confirm(ruling: RulingView): Promise<void> {
    await this.act(() => this.client.confirm(ruling.id));
  }

  private async act(work: () => Promise<RulingsView>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.rulings.set(await work());
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
      this.rulings.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
