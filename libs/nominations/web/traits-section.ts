import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { type FormSection, type TraitCode, TRAITS } from '@award/award';
import { sectionHelp } from './form-words';
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
    <p class="ds-paragraph" id="traits" tabindex="-1">{{ help() }}</p>
    @if (problems().of('traits'); as text) {
      <p class="ds-validation-message">{{ text }}</p>
    }
    @for (trait of traits; track trait.code) {
      <nominations-text-field
        [field]="'traits.' + trait.code"
        [label]="trait.label"
        [lang]="draft.writtenForm()"
        [rows]="5"
        [limit]="section().limit"
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
  readonly section = input.required<FormSection>();
  readonly problems = input.required<ShownProblems>();
  protected readonly draft = inject(NominationDraft);
  private readonly locale = inject(LOCALE_ID);
  protected readonly help = computed(() => sectionHelp(this.section(), this.locale));
  protected readonly traits = TRAITS.map((code) => ({ code, label: TRAIT_WORDS[code] }));

  protected write(code: TraitCode, text: string): void {
    this.draft.change({ traits: { ...this.draft.content().traits, [code]: text } });
  }
}
