import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import type { OutliersView, RankingView } from '@award/deliberation/contract';
import { DataTable, formatNumber } from '@award/ui/web';

/** Scores that stand far out, for the secretariat: reasons to ask, never to delete. */
@Component({
  selector: 'deliberation-outliers-section',
  imports: [DataTable],
  host: { class: 'flow' },
  template: `
    <h2 class="ds-heading" data-size="sm" i18n="@@deliberation.outliers.heading">
      Vurderinger som skiller seg ut
    </h2>
    <p class="ds-paragraph" i18n="@@deliberation.outliers.lead">
      Bare sekretariatet ser dette. Det er en grunn til å spørre medlemmet, aldri til å endre eller
      fjerne noe: Også en grundig vurdering kan stå alene.
    </p>
    @if (scores().length > 0) {
      <ui-data-table
        label="Vurderinger som skiller seg ut"
        i18n-label="@@deliberation.outliers.heading"
      >
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col" i18n="@@deliberation.outliers.entry">Forslag</th>
              <th scope="col" i18n="@@deliberation.outliers.member">Medlem</th>
              <th scope="col" data-number i18n="@@deliberation.outliers.given">Poeng</th>
              <th scope="col" i18n="@@deliberation.outliers.off">Mot det de andre tilsier</th>
            </tr>
          </thead>
          <tbody>
            @for (row of scores(); track row.key) {
              <tr>
                <th scope="row">{{ row.entry }}</th>
                <td data-label="Medlem" i18n-data-label="@@deliberation.outliers.member">
                  {{ row.member }}
                </td>
                <td data-number data-label="Poeng" i18n-data-label="@@deliberation.outliers.given">
                  {{ row.value }}
                </td>
                <td
                  data-label="Mot det de andre tilsier"
                  i18n-data-label="@@deliberation.outliers.off"
                >
                  {{ row.off }}
                </td>
              </tr>
            }
          </tbody>
        </table>
      </ui-data-table>
    }
    @for (row of members(); track row.seatId) {
      <p class="ds-paragraph" i18n="@@deliberation.outliers.other-way">
        {{ row.name }} rangerer {{ row.shared }} forslag annerledes enn de andre (samvariasjon
        {{ row.correlation }}).
      </p>
    }
    @if (scores().length === 0 && members().length === 0) {
      <p class="ds-paragraph" i18n="@@deliberation.outliers.none">
        Ingen vurdering skiller seg ut.
      </p>
    }
    <details class="ds-details">
      <summary i18n="@@deliberation.outliers.method">Slik er det regnet ut</summary>
      <p class="ds-paragraph" i18n="@@deliberation.outliers.method-text">
        En vurdering skiller seg ut når den ligger mer enn tre standardfeil fra det modellen venter
        av forslaget og medlemmet. Et medlem skiller seg ut når poengene samvarierer mindre enn 0,2
        med snittet av de andre på minst seks forslag. To til fem av hundre grundige medlemmer
        skiller seg ut ved en tilfeldighet.
      </p>
    </details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutliersSection {
  readonly outliers = input.required<OutliersView>();
  readonly ranking = input.required<Pick<RankingView, 'entries' | 'members'>>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly scores = computed(() =>
    this.outliers().scores.map(({ seatId, nominationId, value, residual }) => ({
      key: `${seatId} ${nominationId}`,
      entry:
        this.ranking().entries.find((one) => one.nominationId === nominationId)?.municipality ?? '',
      member: this.nameOf(seatId),
      value: formatNumber(value, this.locale, 1),
      off: this.offWords(residual),
    })),
  );
  protected readonly members = computed(() =>
    this.outliers().members.map(({ seatId, correlation, shared }) => ({
      seatId,
      name: this.nameOf(seatId),
      shared,
      correlation: formatNumber(correlation, this.locale, 1),
    })),
  );

  private nameOf(seatId: string): string {
    return this.ranking().members.find((one) => one.seatId === seatId)?.name ?? '';
  }

  private offWords(residual: number): string {
    const points = formatNumber(Math.abs(residual), this.locale, 1);
    return residual > 0
      ? $localize`:@@deliberation.outliers.above:${points}:points: poeng over`
      : $localize`:@@deliberation.outliers.below:${points}:points: poeng under`;
  }
}
