import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { HOUSE_WORDS } from '@award/deliberation/web';
import type { JustificationView } from '@award/justifications/contract';

/** What the members wrote while scoring, and what the municipality sent: what a justification is drafted from. */
@Component({
  selector: 'justifications-material',
  template: `
    <h2 class="ds-heading" data-size="xs" i18n="@@justifications.material.assessments">
      Medlemmenes vurderinger
    </h2>
    @for (one of view().assessments; track one.seatId) {
      <article class="assessment">
        <h3 class="ds-heading" data-size="2xs">{{ one.name }} ({{ houseWords[one.house] }})</h3>
        @if (one.line) {
          <p class="ds-paragraph break-anywhere">{{ one.line }}</p>
        }
        @if (one.assessment) {
          <p class="ds-paragraph assessment__text break-anywhere">{{ one.assessment }}</p>
        }
      </article>
    } @empty {
      <p class="ds-paragraph" i18n="@@justifications.material.none">
        Ingen har skrevet noe om dette forslaget.
      </p>
    }
    <details class="ds-details">
      <summary i18n="@@justifications.material.entry">Forslaget</summary>
      <div class="prose" [attr.lang]="view().writtenForm">
        <h3 class="ds-heading" data-size="2xs">{{ view().entry.title }}</h3>
        @if (view().entry.summary) {
          <p class="assessment__text break-anywhere">{{ view().entry.summary }}</p>
        }
        <p class="assessment__text break-anywhere">{{ view().entry.text }}</p>
      </div>
    </details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JustificationMaterial {
  readonly view = input.required<JustificationView>();
  protected readonly houseWords = HOUSE_WORDS;
}
