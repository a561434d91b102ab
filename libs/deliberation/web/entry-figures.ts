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
import { HOUSE_WORDS, SET_ASIDE_WORDS } from './words';

interface Line {
  readonly seatId: string;
  readonly name: string;
  readonly house: string;
  readonly own: boolean;
  readonly value: string;
  readonly scores: readonly string[];
  readonly note: string;
}

/** Every figure behind one entry's place: member by member, who was set aside and why, who is missing. */
@Component({
  selector: 'deliberation-entry-figures',
  imports: [DataTable],
  template: `
    <ui-data-table [label]="entry().municipality">
      <table class="ds-table">
        <caption class="ds-sr-only">
          {{
            entry().municipality
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col" i18n="@@deliberation.figures.member">Medlem</th>
            <th scope="col" i18n="@@deliberation.figures.house">Fra</th>
            <th scope="col" data-number i18n="@@deliberation.figures.sum">Samlet</th>
            @for (criterion of criteria(); track criterion.code) {
              <th scope="col" data-number>{{ criterion.name }}</th>
            }
            <th scope="col" i18n="@@deliberation.figures.note">Merknad</th>
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.seatId) {
            <tr>
              <th scope="row">
                {{ line.name }}
                @if (line.own) {
                  <ng-container i18n="@@deliberation.figures.you">(deg)</ng-container>
                }
              </th>
              <td data-label="Fra" i18n-data-label="@@deliberation.figures.house">
                {{ line.house }}
              </td>
              <td data-number data-label="Samlet" i18n-data-label="@@deliberation.figures.sum">
                {{ line.value }}
              </td>
              @for (criterion of criteria(); track criterion.code) {
                <td data-number [attr.data-label]="criterion.name">{{ line.scores[$index] }}</td>
              }
              <td data-label="Merknad" i18n-data-label="@@deliberation.figures.note">
                {{ line.note }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    </ui-data-table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryFigures {
  readonly entry = input.required<RankedEntryView>();
  readonly ranking = input.required<RankingView>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly criteria = computed(() =>
    this.ranking()
      .criteria.filter((one) => one.name !== null)
      .map(({ code, name }) => ({ code, name: inLocale(name, this.locale) })),
  );
  protected readonly lines = computed<Line[]>(() =>
    this.ranking()
      .members.map((member) => this.lineOf(member))
      .filter((line) => line.value !== '' || line.note !== ''),
  );

  private lineOf({ seatId, name, house, own }: RankingView['members'][number]): Line {
    const { dots, setAside, missing } = this.entry();
    const dot = dots.find((one) => one.seatId === seatId);
    const why = setAside.find((one) => one.seatId === seatId)?.why;
    return {
      seatId,
      name,
      house: HOUSE_WORDS[house],
      own,
      value: dot ? formatNumber(dot.value, this.locale, 2) : '',
      scores: this.criteria().map(({ code }) => {
        const score = dot?.scores[code];
        return score === undefined ? '–' : String(score);
      }),
      note: why
        ? $localize`:@@deliberation.figures.set-aside:Teller ikke: ${SET_ASIDE_WORDS[why]}:why:`
        : missing.includes(seatId)
          ? $localize`:@@deliberation.figures.missing:Mangler vurdering`
          : dot?.stale
            ? $localize`:@@deliberation.figures.stale:Forslaget er endret siden`
            : '',
    };
  }
}
