import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { NominationDraft } from './nomination-draft';

/** A returned entry: what the secretariat asks for, point by point. */
@Component({
  selector: 'nominations-returned-notice',
  template: `
    @if (points().length > 0) {
      <section class="ds-alert" data-color="warning" aria-labelledby="returned">
        <h2 class="ds-heading" data-size="xs" id="returned" i18n="@@nominations.returned.heading">
          Sekretariatet ber dere om å rette dette
        </h2>
        <ul class="ds-list">
          @for (point of points(); track $index) {
            <li>{{ point }}</li>
          }
        </ul>
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReturnedNotice {
  private readonly draft = inject(NominationDraft);
  protected readonly points = computed(() =>
    (this.draft.entry()?.returned?.reason ?? '').split('\n').filter((line) => line.trim() !== ''),
  );
}
