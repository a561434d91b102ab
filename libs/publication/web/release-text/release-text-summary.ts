import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { languagesWritten } from '@award/award';
import type { ReleaseTextShown } from '@award/publication/contract';
import { paragraphs } from '../public-words';
import { languageWords, missingLanguageWords } from './release-language-words';

/** What is sent out with a release, for whoever holds a key, and what it lacks. */
@Component({
  selector: 'publication-release-text-summary',
  imports: [RouterLink],
  template: `
    @if (text(); as shown) {
      <details class="release-item__contents">
        <summary i18n="@@publication.text.summary">Pressemeldingen</summary>
        @for (one of written(); track one.language) {
          <div [attr.lang]="one.language">
            <p class="source">{{ one.name }}</p>
            <p>
              <strong>{{ one.title }}</strong>
            </p>
            @for (part of one.paragraphs; track $index) {
              <p>{{ part }}</p>
            }
          </div>
        }
        @for (language of shown.missing; track language) {
          <p class="source">{{ missingWords(language) }}</p>
        }
        @if (link(); as way) {
          <p>
            <a class="ds-link" [routerLink]="way"
              ><ng-container i18n="@@publication.text.open">Åpne pressemeldingen</ng-container></a
            >
          </p>
        }
      </details>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReleaseTextSummary {
  readonly text = input.required<ReleaseTextShown | null>();
  /** Where it is written; null for readers who do not write it. */
  readonly link = input<readonly string[] | null>(null);

  protected readonly missingWords = missingLanguageWords;
  protected readonly written = computed(() => {
    const shown = this.text();
    return shown === null
      ? []
      : languagesWritten(shown.words).map((language) => ({
          language,
          name: languageWords(language),
          title: shown.words[language].title,
          paragraphs: paragraphs(shown.words[language].text),
        }));
  });
}
