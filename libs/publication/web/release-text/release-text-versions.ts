import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RELEASE_LANGUAGES, type ReleaseText } from '@award/award';
import type { ReleaseTextVersionView } from '@award/publication/contract';
import { OsloDateTime, TextDifferences } from '@award/ui/web';
import { languageWords } from './release-language-words';

/** Every version of the text, the newest first, with what changed since the one before. */
@Component({
  selector: 'publication-release-text-versions',
  imports: [OsloDateTime, TextDifferences],
  template: `
    @if (lines().length > 0) {
      <details class="ds-details">
        <summary i18n="@@publication.text.versions">Tidligere utgaver</summary>
        <ol class="versions" reversed>
          @for (line of lines(); track line.version) {
            <li>
              <p class="versions__when">
                {{ line.savedAt | osloDateTime: 'long' }} {{ line.savedBy }}
              </p>
              @for (part of line.parts; track part.language) {
                <p class="versions__text break-anywhere" [attr.lang]="part.language">
                  <strong>{{ part.name }}</strong><br />
                  <ui-text-differences [before]="part.before" [after]="part.after" />
                </p>
              }
            </li>
          }
        </ol>
      </details>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReleaseTextVersions {
  readonly versions = input.required<readonly ReleaseTextVersionView[]>();

  protected readonly lines = computed(() =>
    this.versions().map(({ version, savedAt, savedBy, words }, at) => ({
      version,
      savedAt,
      savedBy,
      parts: RELEASE_LANGUAGES.map((language) => ({
        language,
        name: languageWords(language),
        before: wholeText(this.versions()[at + 1]?.words, language),
        after: wholeText(words, language),
      })).filter(({ before, after }) => before !== after),
    })),
  );
}

function wholeText(words: ReleaseText | undefined, language: keyof ReleaseText): string {
  const { title, text } = words?.[language] ?? { title: '', text: '' };
  return title === '' && text === '' ? '' : `${title}\n\n${text}`;
}
