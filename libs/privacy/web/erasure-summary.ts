import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ErasurePreview } from '@award/privacy/contract';
import { ERASED_WORDS, OBSTACLE_WORDS, STAYING_WORDS } from './erasure-words';

/** What would go, what stays and why, and what stands in the way. */
@Component({
  selector: 'privacy-erasure-summary',
  host: { class: 'flow' },
  template: `
    @for (reason of preview().heldBackBy; track reason) {
      <p class="ds-alert" data-color="warning">{{ obstacle(reason) }}</p>
    }
    @if (preview().goes.length > 0) {
      <h3 class="ds-heading" data-size="2xs" i18n="@@privacy.erasure.goes">Dette slettes</h3>
      <ul class="ds-list">
        @for (line of preview().goes; track line.kind) {
          <li>{{ goes(line.kind) }}: {{ line.rows }}</li>
        }
      </ul>
    } @else {
      <p class="ds-paragraph" i18n="@@privacy.erasure.nothing">Det er ingenting å slette.</p>
    }
    @if (preview().stays.length > 0) {
      <h3 class="ds-heading" data-size="2xs" i18n="@@privacy.erasure.stays">Dette blir</h3>
      <ul class="ds-list">
        @for (line of preview().stays; track line.kind) {
          <li>{{ stays(line.kind) }}</li>
        }
      </ul>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErasureSummary {
  readonly preview = input.required<ErasurePreview>();

  protected readonly goes = (kind: keyof typeof ERASED_WORDS) => ERASED_WORDS[kind];
  protected readonly stays = (kind: keyof typeof STAYING_WORDS) => STAYING_WORDS[kind];
  protected readonly obstacle = (kind: keyof typeof OBSTACLE_WORDS) => OBSTACLE_WORDS[kind];
}
