import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/**
 * A size class by name, shape and tint, never by colour alone: small is a circle, large a square,
 * any other class of an edition a diamond. `name` is the edition's own name for the class.
 */
@Component({
  selector: 'ui-class-mark',
  host: { class: 'class-mark', '[attr.data-color]': 'tint()' },
  template: `
    <svg class="class-mark__shape" viewBox="0 0 16 16" aria-hidden="true">
      @switch (code()) {
        @case ('small') {
          <circle cx="8" cy="8" r="7" />
        }
        @case ('large') {
          <rect x="1.5" y="1.5" width="13" height="13" />
        }
        @default {
          <path d="M8 0l8 8-8 8-8-8z" />
        }
      }
    </svg>
    <span>{{ shownName() }}</span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassMark {
  readonly code = input.required<string>();
  readonly name = input<string | null>(null);

  protected readonly tint = computed(() => classTint(this.code()));
  protected readonly shownName = computed(() => this.name() ?? className(this.code()));
}

/** The design system colour of a size class, for `data-color` on what belongs to it. */
export function classTint(code: string): 'small' | 'large' | 'neutral' {
  return code === 'small' || code === 'large' ? code : 'neutral';
}

/** What the award calls its two classes; an unknown code is shown as it is. */
export function className(code: string): string {
  switch (code) {
    case 'small':
      return $localize`:@@ui.class.small:Små kommuner`;
    case 'large':
      return $localize`:@@ui.class.large:Store kommuner`;
    default:
      return code;
  }
}
