import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { ResourceState } from '@award/ui/web';
import { OutreachClient } from './outreach-client';
import { PROGRESS_CODES, progressWords } from './outreach-words';

/** The country by how far each municipality has come. The tables say the same, and more. */
@Component({
  selector: 'outreach-progress-map',
  imports: [ResourceState],
  host: { class: 'flow' },
  template: `
    <ui-resource-state [of]="map" />
    @if (map.hasValue()) {
      @let found = map.value();
      @if (found.places.length > 0) {
        <ul class="map-legend">
          @for (code of codes(); track code.progress) {
            <li>
              <span class="map-legend__colour" [attr.data-progress]="code.progress"></span>
              {{ code.words }}: {{ code.count }}
            </li>
          }
        </ul>
        <svg
          class="progress-map"
          role="img"
          aria-label="Kart over hvor langt hver kommune har kommet. Tabellen sier det samme."
          i18n-aria-label="@@outreach.map.label"
          [attr.viewBox]="found.viewBox"
        >
          @for (place of found.places; track place.number) {
            <path fill-rule="evenodd" [attr.d]="place.path" [attr.data-progress]="place.progress">
              <title>{{ place.name }}: {{ words(place.progress) }}</title>
            </path>
          }
        </svg>
        <p class="muted" lang="en">{{ found.attribution }}</p>
      } @else {
        <p class="ds-paragraph" i18n="@@outreach.map.invented">
          Eksempelkommunene er oppdiktet og har ingen plass på kartet. Tabellen viser hvor langt de
          har kommet.
        </p>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProgressMap {
  readonly editionId = input.required<string>();

  private readonly client = inject(OutreachClient);
  protected readonly words = progressWords;
  protected readonly map = resource({
    params: () => this.editionId(),
    loader: ({ params }) => this.client.map(params),
  });
  protected readonly codes = computed(() => {
    const places = this.map.hasValue() ? this.map.value().places : [];
    return PROGRESS_CODES.map((progress) => ({
      progress,
      words: progressWords(progress),
      count: places.filter((place) => place.progress === progress).length,
    }));
  });
}
