import {
  ChangeDetectionStrategy,
  inject,
  Component,
  computed,
  input,
  LOCALE_ID,
} from '@angular/core';
import type { CheckedEntryView } from '@award/eligibility/contract';
import { eventWords } from '@award/nominations/web';
import { OsloDateTime, inLocale } from '@award/ui/web';
import { GROUND_WORDS } from './eligibility-words';

interface Happening {
  readonly at: string;
  readonly what: string;
  readonly by: string | null;
  readonly reason: string | null;
}

/** Every step and every move of the entry, newest first, with who did it and why. */
@Component({
  selector: 'eligibility-entry-history',
  imports: [OsloDateTime],
  template: `
    <section aria-labelledby="history">
      <h2 class="ds-heading" data-size="xs" id="history" i18n="@@eligibility.history">Historikk</h2>
      <ol class="timeline">
        @for (one of happenings(); track $index) {
          <li class="timeline__event">
            <p>
              <strong>{{ one.what }}</strong>
            </p>
            <p class="timeline__when">
              <time [attr.datetime]="one.at">{{ one.at | osloDateTime: 'short' }}</time>
              @if (one.by; as name) {
                <span>, {{ name }}</span>
              }
            </p>
            @if (one.reason; as reason) {
              <p class="entry-text__value">{{ reason }}</p>
            }
          </li>
        }
      </ol>
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryHistory {
  readonly entry = input.required<CheckedEntryView>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly happenings = computed<readonly Happening[]>(() => {
    const { steps, reclassifications } = this.entry();
    return [
      ...steps.map(({ action, at, by, reason }) => ({ at, what: eventWords(action), by, reason })),
      ...reclassifications.map(({ to, ground, reason, decidedBy, decidedAt }) => ({
        at: decidedAt,
        what: $localize`:@@eligibility.moved-to:Flyttet til ${this.nameOf(to)}:class:. ${GROUND_WORDS[ground]}:ground:`,
        by: decidedBy,
        reason,
      })),
    ].sort((one, other) => (one.at < other.at ? 1 : -1));
  });

  private nameOf(code: string): string {
    const found = this.entry().classes.find((one) => one.code === code);
    return found ? inLocale(found.name, this.locale) : code;
  }
}
