import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import { type Ground, GROUNDS, type Refusal } from '@award/award';
import type { EntryToDeclareView, MyDeclarationsView } from '@award/impartiality/contract';
import {
  Empty,
  ErrorSummary,
  Failure,
  PageHeader,
  type Problem,
  readRefusal,
  ResourceState,
  StateTag,
} from '@award/ui/web';
import { ImpartialityClient } from './impartiality-client';
import { GROUND_WORDS, STANDING_TONES, STANDING_WORDS } from './impartiality-words';
import { Suggestions } from './suggestions';

/** What is chosen on the page for one entry. `ground` is empty until one is chosen. */
interface Choice {
  readonly answer: 'none' | 'ground' | null;
  readonly ground: Ground | '';
}

/** Impartiality first: one answer for each entry of the class before any of them opens. */
@Component({
  selector: 'impartiality-declare-page',
  imports: [
    Empty,
    ErrorSummary,
    Failure,
    FormsModule,
    PageHeader,
    ResourceState,
    RouterLink,
    StateTag,
    Suggestions,
  ],
  templateUrl: './declare-page.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeclarePage {
  private readonly client = inject(ImpartialityClient);
  private readonly session = inject(Session);

  protected readonly grounds = GROUNDS.map((code) => ({ code, words: GROUND_WORDS[code] }));
  protected readonly standingWords = STANDING_WORDS;
  protected readonly standingTones = STANDING_TONES;
  protected readonly declarations = resource({ loader: () => this.client.mine() });
  protected readonly busy = signal(false);
  protected readonly saved = signal(false);
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly view = computed(() =>
    this.declarations.hasValue() ? this.declarations.value() : null,
  );
  /** Starts from what the member has said before; what is changed since waits to be sent. */
  protected readonly choices = linkedSignal<MyDeclarationsView | null, Record<string, Choice>>({
    source: this.view,
    computation: (view) =>
      Object.fromEntries((view?.entries ?? []).map((entry) => [entry.nominationId, saidOf(entry)])),
  });
  protected readonly answered = computed(
    () => Object.values(this.choices()).filter((choice) => choice.answer !== null).length,
  );

  protected choose(entry: EntryToDeclareView, choice: Partial<Choice>): void {
    this.saved.set(false);
    this.choices.update((all) => ({
      ...all,
      [entry.nominationId]: { ...this.choiceOf(entry), ...choice },
    }));
  }

  protected choiceOf(entry: EntryToDeclareView): Choice {
    return this.choices()[entry.nominationId] ?? saidOf(entry);
  }

  /** Marks what is still open, so that it can be looked over before it is sent. */
  protected noneForTheRest(): void {
    for (const entry of this.view()?.entries ?? [])
      if (this.choiceOf(entry).answer === null) this.choose(entry, { answer: 'none' });
  }

  protected isMissing(entry: EntryToDeclareView): boolean {
    return this.problems().some((problem) => problem.id === `ground-${entry.nominationId}`);
  }

  protected async send(): Promise<void> {
    const entries = this.view()?.entries ?? [];
    const groundless = entries.filter((entry) => {
      const { answer, ground } = this.choiceOf(entry);
      return answer === 'ground' && ground === '';
    });
    this.problems.set(
      groundless.map((entry) => ({
        id: `ground-${entry.nominationId}`,
        text: $localize`:@@impartiality.declare.ground-missing:Velg hva det gjelder for ${entry.municipalityName}:name:`,
      })),
    );
    const declarations = entries.flatMap((entry) => {
      const { answer, ground } = this.choiceOf(entry);
      if (answer === null || sameAsSaid(entry, this.choiceOf(entry))) return [];
      return [
        { nominationId: entry.nominationId, ground: answer === 'none' ? null : ground || null },
      ];
    });
    this.failure.set(null);
    if (groundless.length > 0 || this.busy()) return;
    if (declarations.length === 0) return this.saved.set(true);
    this.busy.set(true);
    try {
      this.declarations.set(await this.client.declare({ declarations }));
      this.saved.set(true);
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }
}

function saidOf(entry: EntryToDeclareView): Choice {
  if (entry.declaredAt === null || entry.standing === 'undeclared') {
    return { answer: null, ground: '' };
  }
  return entry.ground === null
    ? { answer: 'none', ground: '' }
    : { answer: 'ground', ground: entry.ground };
}

function sameAsSaid(entry: EntryToDeclareView, choice: Choice): boolean {
  const said = saidOf(entry);
  return said.answer === choice.answer && (said.answer === 'none' || said.ground === choice.ground);
}
