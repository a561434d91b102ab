import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { JustificationView } from '@award/justifications/contract';
import { OsloDateTime, TextDifferences } from '@award/ui/web';

interface VersionLine {
  readonly number: number;
  readonly savedAt: string;
  readonly savedBy: string | null;
  readonly before: string;
  readonly text: string;
}

/** Every version of the text, newest first, with what changed since the one before. */
@Component({
  selector: 'justifications-versions',
  imports: [OsloDateTime, TextDifferences],
  template: `
    @if (lines().length > 0) {
      <details class="ds-details">
        <summary i18n="@@justifications.versions.heading">Tidligere versjoner</summary>
        <ol class="versions" reversed>
          @for (line of lines(); track line.number) {
            <li>
              <p class="versions__when">
                {{ line.savedAt | osloDateTime: 'long' }} {{ line.savedBy }}
              </p>
              <p class="versions__text break-anywhere" [attr.lang]="view().writtenForm">
                <ui-text-differences [before]="line.before" [after]="line.text" />
              </p>
            </li>
          }
        </ol>
      </details>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JustificationVersions {
  readonly view = input.required<JustificationView>();

  protected readonly lines = computed<VersionLine[]>(() => {
    const { versions } = this.view();
    return versions.map(({ number, savedAt, savedBy, text }, at) => ({
      number,
      savedAt,
      savedBy,
      before: versions[at + 1]?.text ?? '',
      text,
    }));
  });
}
