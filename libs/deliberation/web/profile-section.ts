import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import type { RankedEntryView, RankingView } from '@award/deliberation/contract';
import { DataTable, formatNumber, inLocale } from '@award/ui/web';
import { TABLES } from './figure-words';

/** What the entries above the line are strong and weak in, criterion by criterion. */
@Component({
  selector: 'deliberation-profile-section',
  imports: [DataTable],
  host: { class: 'flow' },
  template: `
    <h2 class="ds-heading" data-size="sm" i18n="@@deliberation.profile.heading">
      Hva er forslagene over streken gode på?
    </h2>
    <p>
      <button
        type="button"
        class="figure-term"
        popovertarget="figure-profile"
        i18n="@@deliberation.figure.how"
      >
        Slik er det regnet ut
      </button>
    </p>
    <ui-data-table [id]="table" label="Snitt per moment" i18n-label="@@deliberation.profile.label">
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col" i18n="@@deliberation.profile.criterion">Vurderingsmoment</th>
            @for (entry of entries(); track entry.nominationId) {
              <th scope="col" data-number>{{ entry.municipality }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.code) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              @for (entry of entries(); track entry.nominationId) {
                <td data-number [attr.data-label]="entry.municipality">{{ row.means[$index] }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </ui-data-table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfileSection {
  readonly ranking = input.required<RankingView>();

  protected readonly table = TABLES.profile;
  private readonly locale = inject(LOCALE_ID);
  protected readonly entries = computed(() =>
    this.ranking().entries.filter(({ cut, place }) => cut !== 'out' && place !== null),
  );
  protected readonly rows = computed(() =>
    this.ranking()
      .criteria.filter(({ name }) => name !== null)
      .map(({ code, name }) => ({
        code,
        name: inLocale(name, this.locale),
        means: this.entries().map((entry) => this.mean(entry, code)),
      })),
  );

  /** Over those who have scored the criterion; in the simple preset not everybody has. */
  private mean({ dots }: RankedEntryView, code: string): string {
    const scores = dots.flatMap((dot) =>
      dot.scores[code] === undefined ? [] : [dot.scores[code]],
    );
    if (scores.length === 0) return '–';
    return formatNumber(scores.reduce((sum, one) => sum + one, 0) / scores.length, this.locale, 1);
  }
}
