import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { diffWordsWithSpace } from 'diff';

/** What has been added to and removed from a text, word by word. */
export interface Change {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly text: string;
}

/** The changes that lead from one text to the other; put together, they are both texts. */
export function differences(before: string, after: string): readonly Change[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value,
  }));
}

/** A text with what was added and removed since another one: by colour, by line, and said to those who listen. */
@Component({
  selector: 'ui-text-differences',
  host: { class: 'text-differences' },
  template: `@for (change of changes(); track $index) {
    @switch (change.kind) {
      @case ('added') {
        <ins
          ><span class="ds-sr-only" i18n="@@ui.differences.added">[lagt til] </span
          >{{ change.text }}</ins
        >
      }
      @case ('removed') {
        <del
          ><span class="ds-sr-only" i18n="@@ui.differences.removed">[fjernet] </span
          >{{ change.text }}</del
        >
      }
      @default {
        <span>{{ change.text }}</span>
      }
    }
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextDifferences {
  readonly before = input.required<string>();
  readonly after = input.required<string>();

  protected readonly changes = computed(() => differences(this.before(), this.after()));
}
