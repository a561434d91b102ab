import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { HOUSE_WORDS } from '@award/jury/web';
import type { SeatProgressView } from '@award/scoring/contract';
import { DataTable, StateTag } from '@award/ui/web';

/** How far each member has come: completion only. */
@Component({
  selector: 'scoring-seat-progress',
  imports: [DataTable, StateTag],
  template: `
    <ui-data-table label="Framdrift per medlem" i18n-label="@@scoring.seats.label">
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col" i18n="@@scoring.seats.member">Medlem</th>
            <th scope="col" i18n="@@scoring.seats.house">Fra</th>
            <th scope="col" data-number i18n="@@scoring.seats.started">Begynt</th>
            <th scope="col" data-number i18n="@@scoring.seats.complete">Utfylt</th>
            <th scope="col" data-number i18n="@@scoring.seats.locked">Avsluttet</th>
            <th scope="col" data-number i18n="@@scoring.seats.entries">Forslag</th>
          </tr>
        </thead>
        <tbody>
          @for (seat of seats(); track seat.seatId) {
            <tr>
              <th scope="row">
                <span class="break-anywhere">{{ seat.name }}</span>
                @if (!seat.open) {
                  &ngsp;<ui-state-tag tone="warning"
                    ><ng-container i18n="@@scoring.seats.closed"
                      >Habilitet ikke avklart</ng-container
                    ></ui-state-tag
                  >
                }
              </th>
              <td data-label="Fra" i18n-data-label="@@scoring.seats.house">
                {{ houses[seat.house] }}
              </td>
              <td data-number data-label="Begynt" i18n-data-label="@@scoring.seats.started">
                {{ seat.started }}
              </td>
              <td data-number data-label="Utfylt" i18n-data-label="@@scoring.seats.complete">
                {{ seat.complete }}
              </td>
              <td data-number data-label="Avsluttet" i18n-data-label="@@scoring.seats.locked">
                {{ seat.locked }}
              </td>
              <td data-number data-label="Forslag" i18n-data-label="@@scoring.seats.entries">
                {{ seat.entries }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    </ui-data-table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeatProgress {
  readonly seats = input.required<readonly SeatProgressView[]>();
  protected readonly houses = HOUSE_WORDS;
}
