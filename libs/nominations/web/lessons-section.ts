import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { NominationDraft } from './nomination-draft';
import { partWords } from './part-words';
import type { ShownProblems } from './shown-problems';
import { TextField } from './text-field';

/** What was difficult and learnt, and what business contributed. */
@Component({
  selector: 'nominations-lessons-section',
  imports: [TextField],
  host: { class: 'flow' },
  template: `
    <nominations-text-field
      field="difficult"
      [label]="words('difficult')"
      help="Det andre kommuner ofte lærer mest av."
      i18n-help="@@nominations.form.difficult-help"
      [lang]="draft.writtenForm()"
      [rows]="7"
      [limit]="draft.form().maxTrait"
      [value]="draft.content().difficult"
      [problem]="problems().of('difficult')"
      (written)="draft.change({ difficult: $event })"
      (left)="problems().leave('difficult')"
    />
    <nominations-text-field
      field="business"
      [label]="words('business')"
      help="Tid, penger, kunnskap eller noe annet bedriftene la inn."
      i18n-help="@@nominations.form.business-help"
      [lang]="draft.writtenForm()"
      [rows]="7"
      [limit]="draft.form().maxTrait"
      [value]="draft.content().business"
      [problem]="problems().of('business')"
      (written)="draft.change({ business: $event })"
      (left)="problems().leave('business')"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonsSection {
  readonly problems = input.required<ShownProblems>();
  protected readonly draft = inject(NominationDraft);
  protected readonly words = partWords;
}
