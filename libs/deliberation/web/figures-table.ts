import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { PARITY_HOUSES } from '@award/award';
import type { RankingView } from '@award/deliberation/contract';
import { DataTable, formatNumber } from '@award/ui/web';
import { chanceWords, intervalWords, placeRange } from './advice-words';

/** All entries with all figures in one table: what the dot plot draws, and what stands beside it. */
@Component({
  selector: 'deliberation-figures-table',
  imports: [DataTable],
  template: `
    <ui-data-table label="Alle forslag i tall" i18n-label="@@deliberation.table.label">
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col" data-number i18n="@@deliberation.table.place">Plass</th>
            <th scope="col" i18n="@@deliberation.table.entry">Forslag</th>
            <th scope="col" data-number>
              <button
                type="button"
                class="figure-term"
                popovertarget="figure-mean"
                i18n="@@deliberation.table.mean"
              >
                Snitt
              </button>
            </th>
            @for (house of houses; track house) {
              <th scope="col" data-number>
                <button type="button" class="figure-term" popovertarget="figure-house">
                  {{ house }}
                </button>
              </th>
            }
            <th scope="col" data-number>
              <button
                type="button"
                class="figure-term"
                popovertarget="figure-spread"
                i18n="@@deliberation.ranking.spread"
              >
                Spredning
              </button>
            </th>
            <th scope="col" data-number>
              <button
                type="button"
                class="figure-term"
                popovertarget="figure-adjusted"
                i18n="@@deliberation.table.adjusted"
              >
                Justert snitt
              </button>
            </th>
            <th scope="col">
              <button
                type="button"
                class="figure-term"
                popovertarget="figure-interval"
                i18n="@@deliberation.table.interval"
              >
                90 % sikkert mellom
              </button>
            </th>
            <th scope="col">
              <button
                type="button"
                class="figure-term"
                popovertarget="figure-chance"
                i18n="@@deliberation.table.chance"
              >
                Sjanse for plass
              </button>
            </th>
            @if (weighed()) {
              <th scope="col">
                <button
                  type="button"
                  class="figure-term"
                  popovertarget="figure-weights"
                  i18n="@@deliberation.table.weights"
                >
                  Med andre vekter
                </button>
              </th>
            }
            <th scope="col">
              <button
                type="button"
                class="figure-term"
                popovertarget="figure-range"
                i18n="@@deliberation.table.range"
              >
                Plass i kontrollene
              </button>
            </th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <td data-number data-label="Plass" i18n-data-label="@@deliberation.table.place">
                {{ row.place }}
              </td>
              <th scope="row">{{ row.name }}</th>
              <td data-number data-label="Snitt" i18n-data-label="@@deliberation.table.mean">
                {{ row.mean }}
              </td>
              @for (house of houses; track house) {
                <td data-number [attr.data-label]="house">{{ row.houses[$index] }}</td>
              }
              <td
                data-number
                data-label="Spredning"
                i18n-data-label="@@deliberation.ranking.spread"
              >
                {{ row.spread }}
              </td>
              <td
                data-number
                data-label="Justert snitt"
                i18n-data-label="@@deliberation.table.adjusted"
              >
                {{ row.adjusted }}
              </td>
              <td data-label="90 % sikkert mellom" i18n-data-label="@@deliberation.table.interval">
                {{ row.interval }}
              </td>
              <td data-label="Sjanse for plass" i18n-data-label="@@deliberation.table.chance">
                {{ row.chance }}
              </td>
              @if (weighed()) {
                <td data-label="Med andre vekter" i18n-data-label="@@deliberation.table.weights">
                  {{ row.weights }}
                </td>
              }
              <td data-label="Plass i kontrollene" i18n-data-label="@@deliberation.table.range">
                {{ row.range }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    </ui-data-table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FiguresTable {
  readonly ranking = input.required<RankingView>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly houses = PARITY_HOUSES;
  protected readonly weighed = computed(() =>
    this.ranking().entries.some(({ underWeights }) => underWeights !== null),
  );
  protected readonly rows = computed(() => {
    const { entries } = this.ranking();
    const number = (value: number | null, decimals: number) =>
      value === null ? '–' : formatNumber(value, this.locale, decimals);
    return entries.map((entry) => ({
      id: entry.nominationId,
      place: entry.place ?? '–',
      name: entry.municipality,
      mean: number(entry.mean, 2),
      houses: this.houses.map((house) => number(entry.houses[house].mean, 2)),
      spread: number(entry.spread, 2),
      adjusted: number(entry.adjusted, 1),
      interval: intervalWords(entry.low, entry.high, this.locale),
      chance: chanceWords(entry.inPlaces),
      weights: chanceWords(entry.underWeights),
      range: placeRange(entry.range),
    }));
  });
}
