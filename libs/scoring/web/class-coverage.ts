import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ScoringProgressView } from '@award/scoring/contract';
import { DataTable, Empty, StateTag } from '@award/ui/web';

/** What closing now would mean for each entry: how many sheets count, by house, and whose are missing. */
@Component({
  selector: 'scoring-class-coverage',
  imports: [DataTable, Empty, StateTag],
  template: `
    @if (progress().coverage.length === 0) {
      <ui-empty
        heading="Ingen forslag er til vurdering ennå"
        i18n-heading="@@scoring.coverage.empty"
      />
    } @else {
      <ui-data-table label="Vurderinger per forslag" i18n-label="@@scoring.coverage.label">
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col" i18n="@@scoring.coverage.entry">Forslag</th>
              <th scope="col" data-number i18n="@@scoring.coverage.counts">Teller</th>
              <th scope="col" data-number i18n="@@scoring.coverage.ks">Fra KS</th>
              <th scope="col" data-number i18n="@@scoring.coverage.nho">Fra NHO</th>
              <th scope="col" i18n="@@scoring.coverage.missing">Mangler fra</th>
            </tr>
          </thead>
          <tbody>
            @for (entry of progress().coverage; track entry.nominationId) {
              <tr>
                <th scope="row">{{ entry.municipalityName }}</th>
                <td data-number data-label="Teller" i18n-data-label="@@scoring.coverage.counts">
                  <ng-container i18n="@@scoring.coverage.of"
                    >{{ entry.locked }} av {{ entry.expected }}</ng-container
                  >
                  @if (entry.belowQuorum) {
                    &ngsp;<ui-state-tag tone="danger"
                      ><ng-container i18n="@@scoring.coverage.below"
                        >For få</ng-container
                      ></ui-state-tag
                    >
                  }
                </td>
                <td data-number data-label="Fra KS" i18n-data-label="@@scoring.coverage.ks">
                  {{ entry.lockedKs }}
                </td>
                <td data-number data-label="Fra NHO" i18n-data-label="@@scoring.coverage.nho">
                  {{ entry.lockedNho }}
                </td>
                <td data-label="Mangler fra" i18n-data-label="@@scoring.coverage.missing">
                  {{ entry.missing.length > 0 ? entry.missing.join(', ') : none }}
                </td>
              </tr>
            }
          </tbody>
        </table>
      </ui-data-table>
      @if (quorum() > 0) {
        <p class="detail" i18n="@@scoring.coverage.quorum">
          Reglene krever minst {{ quorum() }} vurderinger av hvert forslag.
        </p>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassCoverage {
  readonly progress = input.required<ScoringProgressView>();

  protected readonly none = $localize`:@@scoring.coverage.none:Ingen`;
  protected readonly quorum = computed(() => this.progress().quorum);
}
