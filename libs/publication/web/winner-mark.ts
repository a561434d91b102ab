import { ChangeDetectionStrategy, Component } from '@angular/core';

/** A winner by word, shape and gold. */
@Component({
  selector: 'publication-winner-mark',
  host: { class: 'winner-mark', 'data-color': 'gull' },
  template: `
    <svg class="winner-mark__ribbon" viewBox="0 0 16 20" aria-hidden="true">
      <path d="M4 11v8l4-3 4 3v-8z" />
      <circle cx="8" cy="7" r="6.5" />
    </svg>
    <span i18n="@@publication.winner">Vinner</span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WinnerMark {}
