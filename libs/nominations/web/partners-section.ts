import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Partner } from '@award/award';
import { NeighbourPicker } from './neighbour-picker';
import { NominationDraft } from './nomination-draft';
import type { ShownProblems } from './shown-problems';
import { TextField } from './text-field';

/** Partner businesses and neighbour municipalities that take part. */
@Component({
  selector: 'nominations-partners-section',
  imports: [NeighbourPicker, RouterLink, TextField],
  host: { class: 'flow' },
  templateUrl: './partners-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartnersSection {
  readonly problems = input.required<ShownProblems>();
  protected readonly draft = inject(NominationDraft);

  protected add(): void {
    const row: Partner = { name: '', organisationNumber: '', contactEmail: '' };
    this.draft.change({ partners: [...this.draft.content().partners, row] });
  }

  protected remove(place: number): void {
    this.draft.change({ partners: this.draft.content().partners.filter((_, at) => at !== place) });
    void this.draft.flush();
  }

  protected write(place: number, change: Partial<Partner>): void {
    this.draft.change({
      partners: this.draft
        .content()
        .partners.map((row, at) => (at === place ? { ...row, ...change } : row)),
    });
  }
}
