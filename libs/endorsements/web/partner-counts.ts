import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { ResourceState } from '@award/ui/web';
import { EndorsementsClient } from './endorsements-client';

/** For the secretariat: how many have been asked and how many endorse, and nothing of who. */
@Component({
  selector: 'endorsements-partner-counts',
  imports: [ResourceState],
  template: `
    <ui-resource-state [of]="counts" />
    @if (counts.hasValue()) {
      <p class="ds-paragraph">
        <ng-container i18n="@@endorsements.counts"
          >Samarbeidspartnere: {{ counts.value().asked }} er spurt,
          {{ counts.value().endorsed }} støtter forslaget slik det står.</ng-container
        >
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartnerCounts {
  readonly nominationId = input.required<string>();

  private readonly client = inject(EndorsementsClient);
  protected readonly counts = resource({
    params: () => this.nominationId(),
    loader: ({ params }) => this.client.counts(params),
  });
}
