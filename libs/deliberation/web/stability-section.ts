import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import type { RankingView } from '@award/deliberation/contract';
import { DataTable, formatNumber } from '@award/ui/web';
import { adviceNames, checkName, checkOutcome } from './advice-words';
import { TABLES } from './figure-words';

/** Whether the same entries are above the line when the figures are made in other reasonable ways. */
@Component({
  selector: 'deliberation-stability-section',
  imports: [DataTable],
  host: { class: 'flow' },
  template: `
    <h2 class="ds-heading" data-size="sm" i18n="@@deliberation.stability.heading">
      Hvor stødig er rekkefølgen?
    </h2>
    <p>
      <span>{{ verdict() }}</span>&ngsp;<button
        type="button"
        class="figure-term"
        popovertarget="figure-checks"
        i18n="@@deliberation.figure.how"
      >
        Slik er det regnet ut
      </button>
    </p>
    @if (tipping(); as sentence) {
      <p>
        <span>{{ sentence }}</span>&ngsp;<button
          type="button"
          class="figure-term"
          popovertarget="figure-tipping"
          i18n="@@deliberation.figure.how"
        >
          Slik er det regnet ut
        </button>
      </p>
    }
    <details class="ds-details" [id]="table">
      <summary i18n="@@deliberation.stability.table">Alle kontrollene</summary>
      <div class="flow">
        <p i18n="@@deliberation.stability.note">
          Hver kontroll lager tallene på en annen rimelig måte. De viser hvor dere bør snakke
          sammen, og endrer ikke rangeringen. KS og NHO hver for seg er to halve juryer og teller
          ikke med i setningen over.
        </p>
        <ui-data-table label="Kontrollene" i18n-label="@@deliberation.stability.label">
          <table class="ds-table">
            <thead>
              <tr>
                <th scope="col" i18n="@@deliberation.stability.check">Kontroll</th>
                <th scope="col" i18n="@@deliberation.stability.outcome">Over streken</th>
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track $index) {
                <tr>
                  <th scope="row">{{ row.name }}</th>
                  <td data-label="Over streken" i18n-data-label="@@deliberation.stability.outcome">
                    {{ row.outcome }}
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </ui-data-table>
      </div>
    </details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StabilitySection {
  readonly ranking = input.required<RankingView>();

  protected readonly table = TABLES.checks;
  private readonly locale = inject(LOCALE_ID);
  private readonly names = computed(() => adviceNames(this.ranking(), this.locale));

  protected readonly rows = computed(() =>
    this.ranking().advice.checks.map((check) => ({
      name: checkName(check, this.names()),
      outcome: checkOutcome(check, this.names()),
    })),
  );

  protected readonly verdict = computed(() => {
    const { checks, kept, moving } = this.ranking().advice.verdict;
    if (checks === 0)
      return $localize`:@@deliberation.stability.none:Det er for få vurderinger til å kontrollere rekkefølgen.`;
    if (moving.length === 0)
      return $localize`:@@deliberation.stability.whole:De samme forslagene står over streken i alle de ${checks}:checks: kontrollene.`;
    const names = moving.map(this.names().entry).join(', ');
    return $localize`:@@deliberation.stability.moving:${kept}:kept: av ${checks}:checks: kontroller gir de samme forslagene over streken. Disse kommer inn eller faller ut: ${names}:names:.`;
  });

  /** How much the weights would have to change; not told where one overall score is all that counts. */
  protected readonly tipping = computed(() => {
    const { advice, criteria } = this.ranking();
    if (criteria.filter(({ counted, weight }) => counted && weight > 0).length < 2) return null;
    const { tipping } = advice;
    if (tipping === null)
      return $localize`:@@deliberation.stability.no-tipping:Ingen flytting av vekt fra ett moment til et annet endrer hvem som står over streken.`;
    const { entry, criterion } = this.names();
    const percent = (part: number) => formatNumber(part * 100, this.locale);
    return $localize`:@@deliberation.stability.tipping:${entry(tipping.entry)}:entry: går forbi ${entry(tipping.over)}:over: hvis «${criterion(tipping.to)}:criterion:» teller ${percent(tipping.after)}:after: prosent i stedet for ${percent(tipping.before)}:before:, og «${criterion(tipping.from)}:from:» tilsvarende mindre.`;
  });
}
