import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import type { SeverityView } from '@award/deliberation/contract';
import { DataTable, formatNumber } from '@award/ui/web';
import { intervalWords } from './advice-words';
import { TABLES } from './figure-words';
import { HOUSE_WORDS } from './words';

const WIDTH = 160;
const NOTICED = 0.05;

/** How strictly each member scores, for who leads the meeting: no names, and a table with its picture. */
@Component({
  selector: 'deliberation-severity-section',
  imports: [DataTable],
  host: { class: 'flow' },
  template: `
    <h2 class="ds-heading" data-size="sm" i18n="@@deliberation.severity.heading">
      Hvor strengt vurderer medlemmene?
    </h2>
    <p i18n="@@deliberation.severity.lead">
      Bare juryens leder og sekretariatet ser dette, og uten navn. Forskjeller her er vanlige og
      ingen feil.
    </p>
    <ui-data-table
      [id]="table"
      label="Hvor strengt medlemmene vurderer"
      i18n-label="@@deliberation.severity.label"
    >
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col" i18n="@@deliberation.severity.member">Medlem</th>
            <th scope="col">
              <button
                type="button"
                class="figure-term"
                popovertarget="figure-severity"
                i18n="@@deliberation.severity.scores"
              >
                På de samme forslagene
              </button>
            </th>
            <th scope="col" i18n="@@deliberation.severity.interval">90 % sikkert mellom</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td
                data-label="På de samme forslagene"
                i18n-data-label="@@deliberation.severity.scores"
              >
                {{ row.sentence }}
              </td>
              <td
                data-label="90 % sikkert mellom"
                i18n-data-label="@@deliberation.severity.interval"
              >
                {{ row.interval }}
                <svg class="severity-strip" aria-hidden="true" [attr.viewBox]="box">
                  <line
                    class="severity-strip__zero"
                    [attr.x1]="middle"
                    [attr.x2]="middle"
                    y1="0"
                    y2="16"
                  />
                  <line
                    class="severity-strip__range"
                    [attr.x1]="row.from"
                    [attr.x2]="row.to"
                    y1="8"
                    y2="8"
                  />
                  <circle class="severity-strip__dot" [attr.cx]="row.at" cy="8" r="4" />
                </svg>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </ui-data-table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeveritySection {
  readonly severity = input.required<readonly SeverityView[]>();

  protected readonly table = TABLES.severity;
  private readonly locale = inject(LOCALE_ID);
  protected readonly box = `0 0 ${WIDTH} 16`;
  protected readonly middle = WIDTH / 2;
  /** Half the axis, in steps of the scale: as far as anything reaches, and at least one step. */
  private readonly reach = computed(() =>
    Math.max(
      1,
      ...this.severity().flatMap(({ effect, low, high }) =>
        [effect, low ?? 0, high ?? 0].map(Math.abs),
      ),
    ),
  );
  protected readonly rows = computed(() =>
    this.severity().map(({ house, effect, low, high }, place) => ({
      name: $localize`:@@deliberation.severity.name:Medlem ${place + 1}:number: (${HOUSE_WORDS[house]}:house:)`,
      sentence: this.sentence(effect),
      interval: intervalWords(low, high, this.locale),
      at: this.at(effect),
      from: this.at(low ?? effect),
      to: this.at(high ?? effect),
    })),
  );

  private at(effect: number): number {
    return this.middle + (effect / this.reach()) * (this.middle - 6);
  }

  private sentence(effect: number): string {
    const points = formatNumber(Math.abs(effect), this.locale, 1);
    if (Math.abs(effect) < NOTICED) return $localize`:@@deliberation.severity.same:som de andre`;
    return effect > 0
      ? $localize`:@@deliberation.severity.higher:${points}:points: poeng høyere enn de andre`
      : $localize`:@@deliberation.severity.lower:${points}:points: poeng lavere enn de andre`;
  }
}
