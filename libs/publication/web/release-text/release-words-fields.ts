import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { FormsModule } from '@angular/forms';
import {
  characters,
  RELEASE_TEXT_LIMITS,
  type ReleaseLanguage,
  type ReleaseWords,
} from '@award/award';
import { TextCount } from '@award/ui/web';
import { languageWords } from './release-language-words';

/** Title and text in one language, with a plain text to begin on. */
@Component({
  selector: 'publication-release-words',
  imports: [FormsModule, TextCount],
  templateUrl: './release-words-fields.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReleaseWordsFields {
  readonly language = input.required<ReleaseLanguage>();
  readonly suggested = input.required<ReleaseWords | null>();
  readonly writable = input.required<boolean>();
  /** Somebody has tried to save: what is missing is marked. */
  readonly tried = input(false);
  readonly words = model.required<ReleaseWords>();

  protected readonly limits = RELEASE_TEXT_LIMITS;
  protected readonly heading = computed(() => languageWords(this.language()));
  protected readonly titleUsed = computed(() => characters(this.words().title));
  protected readonly textUsed = computed(() => characters(this.words().text));
  protected readonly empty = computed(
    () => this.words().title.trim() === '' && this.words().text.trim() === '',
  );
  /** One of the two is written and the other is not. */
  protected readonly half = computed(
    () => !this.empty() && (this.words().title.trim() === '' || this.words().text.trim() === ''),
  );

  protected write(part: Partial<ReleaseWords>): void {
    this.words.set({ ...this.words(), ...part });
  }

  protected takeSuggested(): void {
    const suggested = this.suggested();
    if (suggested) this.words.set(suggested);
  }
}
