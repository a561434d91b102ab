import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import type { Refusal } from '@award/award';
import { EditionsClient } from '@award/editions/web';
import type { CandidateView } from '@award/impartiality/contract';
import { Failure, PageHeader, readRefusal, ResourceState } from '@award/ui/web';
import { ImpartialityClient } from './impartiality-client';
import { type NamedTie, RelationForm } from './relation-form';
import { RELATION_WORDS, suggestionSentence } from './relation-words';

/** «Would this person be impartial here?», asked before inviting. What is filled in is not stored. */
@Component({
  selector: 'impartiality-candidate-page',
  imports: [Failure, FormsModule, PageHeader, RelationForm, ResourceState, RouterLink],
  templateUrl: './candidate-page.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CandidatePage {
  readonly editionId = input.required<string>();
  readonly classCode = input.required<string>();

  private readonly client = inject(ImpartialityClient);
  private readonly editions = inject(EditionsClient);
  protected readonly edition = resource({ loader: () => this.editions.current() });
  protected readonly invented = computed(
    () => this.edition.hasValue() && (this.edition.value()?.sample ?? false),
  );
  protected readonly words = RELATION_WORDS;
  protected readonly sentence = suggestionSentence;
  protected readonly email = signal('');
  protected readonly ties = signal<readonly NamedTie[]>([]);
  protected readonly busy = signal(false);
  protected readonly answer = signal<CandidateView | null>(null);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);

  protected add(tie: NamedTie): void {
    this.answer.set(null);
    this.ties.update((all) => [...all, tie]);
  }

  protected remove(place: number): void {
    this.answer.set(null);
    this.ties.update((all) => all.filter((_, at) => at !== place));
  }

  protected async check(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.answer.set(null);
    try {
      const relations = this.ties().map(({ name: _name, ...tie }) => tie);
      const email = this.email().trim() || null;
      this.answer.set(
        await this.client.checkCandidate(this.editionId(), this.classCode(), { email, relations }),
      );
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }
}
