import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import { EndorsementsClient } from './endorsements-client';

/** On the page of the entry: that the mail to some partners came back. Silent when none did, or nobody could say. */
@Component({
  selector: 'endorsements-undelivered-partners',
  imports: [RouterLink],
  template: `
    @if (counted.hasValue() && counted.value() > 0) {
      <div class="ds-alert" data-color="warning">
        <p>
          <ng-container i18n="@@endorsements.undelivered.text"
            >E-posten nådde ikke fram til {{ counted.value() }} av partnerne.</ng-container
          >&ngsp;<a
            class="ds-link"
            routerLink="/kommune/partnere"
            i18n="@@endorsements.undelivered.mend"
            >Rett adressen eller send på nytt</a
          >
        </p>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UndeliveredPartners {
  readonly nominationId = input.required<string>();

  private readonly client = inject(EndorsementsClient);
  private readonly session = inject(Session);
  protected readonly counted = resource({
    params: () => (this.session.may('partner:read') ? this.nominationId() : undefined),
    loader: ({ params }) => this.client.undelivered(params),
  });
}
