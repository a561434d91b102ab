import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { type TraitCode, TRAITS } from '@award/award';
import { NominationDraft } from './nomination-draft';
import { TRAIT_WORDS } from './nomination-words';
import type { ShownProblems } from './shown-problems';
import { TextField } from './text-field';

/** The eight traits as prompts: write about those that fit. */
@Component({
  selector: 'nominations-traits-section',
  imports: [TextField],
  host: { class: 'flow' },
  template: `
    <p class="ds-paragraph" i18n="@@nominations.form.traits-help">
      Kommuner som lykkes, har ofte noe av dette til felles. Skriv om det som passer for dere, og la
      resten stå tomt. Det gir ingen poeng å fylle ut alt.
    </p>
    @for (trait of traits; track trait.code) {
      <nominations-text-field
        [field]="'traits.' + trait.code"
        [label]="trait.label"
        [lang]="draft.writtenForm()"
        [rows]="5"
        [limit]="draft.form().maxTrait"
        [value]="draft.content().traits[trait.code] ?? ''"
        [problem]="problems().of('traits.' + trait.code)"
        (written)="write(trait.code, $event)"
        (left)="problems().leave('traits.' + trait.code)"
      />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TraitsSection {
  readonly problems = input.required<ShownProblems>();
  protected readonly draft = inject(NominationDraft);
  protected readonly traits = TRAITS.map((code) => ({ code, label: TRAIT_WORDS[code] }));

  protected write(code: TraitCode, text: string): void {
    this.draft.change({ traits: { ...this.draft.content().traits, [code]: text } });
  }
}
