import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import type { MinutesView } from '@award/deliberation/contract';
import { DataTable, formatNumber, inLocale } from '@award/ui/web';

/** What minutes say of moments under way, and the scores without names. */
@Component({
  selector: 'deliberation-minutes-moments',
  imports: [DataTable],
  host: { class: 'flow' },
  templateUrl: './minutes-moments.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MinutesMoments {
  readonly minutes = input.required<MinutesView>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly content = computed(() => this.minutes().content);
  protected readonly reviews = computed(() => this.content().reviews ?? []);
  protected readonly questions = computed(() => this.content().classQuestions ?? []);
  protected readonly scores = computed(() => this.content().scores ?? []);
  protected readonly twice = computed(() => this.scores().some((one) => one.firstRound !== null));

  protected entry(id: string): string {
    const known = this.minutes().entries[id];
    return known ? `${known.municipality} (${known.county})` : id;
  }

  protected className(code: string): string {
    const name = this.minutes().classes[code];
    return name ? inLocale(name, this.locale) : code;
  }

  protected figures(values: readonly (number | null)[]): string {
    return values
      .map((one) => (one === null ? '–' : formatNumber(one, this.locale, 1)))
      .join('\u00a0· ');
  }
}
