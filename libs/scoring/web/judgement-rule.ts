import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { EditionsClient, presetNote, presetWords, scopeWords, tieWords } from '@award/editions/web';
import { InLocale, OsloDateTime, ResourceState } from '@award/ui/web';
import { ScoringClient } from './scoring-client';

/** The registered rule that the jury judges by, with its fingerprint. Asked for when it is unfolded. */
@Component({
  selector: 'scoring-judgement-rule',
  imports: [InLocale, OsloDateTime, ResourceState],
  templateUrl: './judgement-rule.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JudgementRule {
  readonly editionId = input.required<string>();

  private readonly editions = inject(EditionsClient);
  private readonly scoring = inject(ScoringClient);
  protected readonly wanted = signal(false);
  protected readonly presetWords = presetWords;
  protected readonly presetNote = presetNote;
  protected readonly tieWords = tieWords;
  protected readonly scopeWords = scopeWords;
  protected readonly edition = resource({
    params: () => (this.wanted() ? this.editionId() : undefined),
    loader: ({ params }) => this.editions.one(params),
  });

  protected readonly criteria = resource({
    params: () => this.wanted() || undefined,
    loader: () => this.scoring.criteria(),
  });
  /** Null while it is not known; the text says everybody where there is no number. */
  protected readonly readings = computed(() =>
    this.criteria.hasValue() ? this.criteria.value() : null,
  );

  protected unfold(event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.wanted.set(true);
  }
}
