import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { StagePartyView } from '@award/publication/contract';

/** Who comes on stage, to be read. */
@Component({
  selector: 'publication-stage-party-facts',
  template: `
    @let shown = party();
    <ul class="stage-people">
      @for (person of shown.people; track $index) {
        <li>
          <strong>{{ person.name }}</strong>
          @if (person.role; as role) {
            <span>{{ role }}</span>
          }
          @if (person.said; as said) {
            <span i18n="@@publication.party.said-as">Sies: {{ said }}</span>
          }
          @if (!person.photo) {
            <span i18n="@@publication.party.no-photo">Skal ikke fotograferes</span>
          }
        </li>
      }
    </ul>
    @if (shown.needs; as needs) {
      <p class="prose">
        <strong i18n="@@publication.party.arrange">Legg til rette for:</strong>&ngsp;{{ needs }}
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StagePartyFacts {
  readonly party = input.required<StagePartyView>();
}
