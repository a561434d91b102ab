import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { formatNumber } from './dates';

/**
 * How much of the room is used. Stands beside the field with `data-field="description"`: the
 * design system's own counter wipes aria-invalid and is not used. Counts are code points, from
 * `characters()` of the rules.
 */
@Component({
  selector: 'ui-text-count',
  host: { class: 'text-count', '[class.text-count--over]': 'over()' },
  template: `{{ words() }}`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextCount {
  readonly used = input.required<number>();
  readonly limit = input.required<number>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly over = computed(() => this.used() > this.limit());
  protected readonly words = computed(() => {
    const used = formatNumber(this.used(), this.locale);
    const limit = formatNumber(this.limit(), this.locale);
    const excess = formatNumber(this.used() - this.limit(), this.locale);
    return this.over()
      ? $localize`:@@ui.count.over:${excess}:excess: tegn for mye. Du kan bruke ${limit}:limit:.`
      : $localize`:@@ui.count.used:${used}:used: av ${limit}:limit: tegn`;
  });
}
