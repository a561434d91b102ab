import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RankedEntryView, RankingView, ReasonView } from '@award/deliberation/contract';

/** What the two who are furthest apart have written, side by side. */
@Component({
  selector: 'deliberation-entry-reasons',
  template: `
    @for (reason of reasons(); track reason.seatId) {
      <figure class="reason">
        <figcaption>
          @if ($first) {
            <ng-container i18n="@@deliberation.reasons.highest"
              >Høyest: {{ reason.name }}</ng-container
            >
          } @else {
            <ng-container i18n="@@deliberation.reasons.lowest"
              >Lavest: {{ reason.name }}</ng-container
            >
          }
        </figcaption>
        @if (reason.text) {
          <blockquote>{{ reason.text }}</blockquote>
        } @else {
          <p i18n="@@deliberation.reasons.none">Ingen begrunnelse skrevet.</p>
        }
      </figure>
    }
  `,
  host: { class: 'reasons' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryReasons {
  readonly entry = input.required<RankedEntryView>();
  readonly ranking = input.required<RankingView>();

  protected readonly reasons = computed(() => {
    const { reasons } = this.entry();
    const named = (reason: ReasonView) => ({
      ...reason,
      name: this.ranking().members.find(({ seatId }) => seatId === reason.seatId)?.name ?? '',
    });
    return reasons === null ? [] : [named(reasons.highest), named(reasons.lowest)];
  });
}
