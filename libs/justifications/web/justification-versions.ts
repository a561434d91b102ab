import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { JustificationView } from '@award/justifications/contract';
import { OsloDateTime } from '@award/ui/web';
import { type Change, differences } from './differences';

interface VersionLine {
  readonly number: number;
  readonly savedAt: string;
  readonly savedBy: string | null;
  readonly changes: readonly Change[];
}

/** Every version of the text, newest first, with what changed since the one before. */
@Component({
  selector: 'justifications-versions',
  imports: [OsloDateTime],
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
                @for (change of line.changes; track $index) {
                  @switch (change.kind) {
                    @case ('added') {
                      <ins>{{ change.text }}</ins>
                    }
                    @case ('removed') {
                      <del>{{ change.text }}</del>
                    }
                    @default {
                      <span>{{ change.text }}</span>
                    }
                  }
                }
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
      changes: differences(versions[at + 1]?.text ?? '', text),
    }));
  });
}
