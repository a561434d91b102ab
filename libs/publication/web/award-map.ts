import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AwardMapView, PlaceView } from '@award/publication/contract';
import { classTint } from '@award/ui/web';

/** Finalists and winners on the coast of Norway: shape by class, gold and larger for winners. The list on the page says the same. */
@Component({
  selector: 'publication-award-map',
  template: `
    <figure class="award-map">
      <svg
        class="award-map__drawing"
        role="img"
        aria-label="Kart over finalister og vinnere. Listen på siden sier det samme."
        i18n-aria-label="@@publication.map.label"
        [attr.viewBox]="map().viewBox"
      >
        <path class="award-map__coast" fill-rule="evenodd" [attr.d]="map().coast" />
        @for (place of map().places; track $index) {
          <g
            class="award-map__place"
            [class.award-map__place--winner]="place.winner"
            [attr.data-color]="tint(place.classCode)"
            [attr.transform]="'translate(' + place.x + ' ' + place.y + ')'"
          >
            <title>{{ place.name }}, {{ place.year }} ({{ place.className }})</title>
            @if (place.classCode === large()) {
              <rect x="-6" y="-6" width="12" height="12" />
            } @else {
              <circle r="6.5" />
            }
          </g>
        }
      </svg>
      <figcaption>
        <ul class="award-map__legend">
          @for (one of classes(); track one.code) {
            <li>
              <svg
                class="award-map__key"
                viewBox="-8 -8 16 16"
                aria-hidden="true"
                [attr.data-color]="tint(one.code)"
              >
                @if (one.code === large()) {
                  <rect x="-6" y="-6" width="12" height="12" />
                } @else {
                  <circle r="6.5" />
                }
              </svg>
              {{ one.name }}
            </li>
          }
          @if (someWinner()) {
            <li>
              <span class="award-map__gold" aria-hidden="true"></span>
              <ng-container i18n="@@publication.map.winner">Vinner</ng-container>
            </li>
          }
        </ul>
        <p class="source">
          <ng-container i18n="@@publication.map.source">Kart:</ng-container>&ngsp;{{
            map().attribution
          }}
        </p>
      </figcaption>
    </figure>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AwardMap {
  readonly map = input.required<AwardMapView>();

  protected readonly tint = classTint;
  /** Squares for the second class, as its mark is. */
  protected readonly large = computed(() => {
    const codes = new Set(this.map().places.map(({ classCode }) => classCode));
    return codes.has('large') ? 'large' : [...codes][1];
  });
  protected readonly classes = computed(() => {
    const named = this.map().places.map(({ classCode: code, className: name }) => ({ code, name }));
    return [...new Map(named.map((one) => [one.code, one])).values()].sort(
      (a, b) => Number(a.code === this.large()) - Number(b.code === this.large()),
    );
  });
  protected readonly someWinner = computed(() =>
    this.map().places.some(({ winner }: PlaceView) => winner),
  );
}
