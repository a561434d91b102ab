import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { PartnerVoices } from '@award/endorsements/web';
import { ResourceState } from '@award/ui/web';
import { ScoringClient } from './scoring-client';

/** What partner businesses say of the entry, fetched beside its text. */
@Component({
  selector: 'scoring-entry-partners',
  imports: [PartnerVoices, ResourceState],
  host: { class: 'flow' },
  template: `
    <ui-resource-state [of]="voices" />
    @if (voices.hasValue()) {
      <endorsements-partner-voices [voices]="voices.value()" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryPartners {
  readonly nominationId = input.required<string>();

  private readonly client = inject(ScoringClient);
  protected readonly voices = resource({
    params: () => this.nominationId(),
    loader: ({ params }) => this.client.partners(params),
  });
}
