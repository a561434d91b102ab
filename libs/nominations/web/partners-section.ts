import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FormSection, Partner } from '@award/award';
import { sectionHelp } from './form-words';
import { NominationDraft } from './nomination-draft';
import type { ShownProblems } from './shown-problems';
import { TextField } from './text-field';

/** Partner businesses that have taken part. */
@Component({
  selector: 'nominations-partners-section',
  imports: [RouterLink, TextField],
  host: { class: 'flow' },
  templateUrl: './partners-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartnersSection {
  readonly section = input.required<FormSection>();
  readonly problems = input.required<ShownProblems>();
  protected readonly draft = inject(NominationDraft);
  private readonly locale = inject(LOCALE_ID);
  protected readonly help = computed(() => sectionHelp(this.section(), this.locale));

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
