import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { formPages, type NominationContent, type NominationForm } from '@award/award';
import type { WrittenForm } from '@award/nominations/contract';
import { TextDifferences } from '@award/ui/web';
import { partsOfSection, partWords, shortParts } from './form-words';
import { valueLines } from './part-words';

/** What leads from one content of the entry to another: the parts that differ, and how. */
@Component({
  selector: 'nominations-version-comparison',
  imports: [TextDifferences],
  host: { class: 'flow' },
  template: `
    @for (part of parts(); track part.name) {
      <section class="comparison flow">
        <h3 class="ds-heading" data-size="2xs">{{ part.name }}</h3>
        <ui-text-differences
          class="break-anywhere"
          [attr.lang]="writtenForm()"
          [before]="part.before"
          [after]="part.after"
        />
      </section>
    } @empty {
      <p class="ds-paragraph" i18n="@@nominations.compare.same">Ingen forskjell i teksten.</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionComparison {
  readonly before = input.required<NominationContent>();
  readonly after = input.required<NominationContent>();
  /** The form that both answer. */
  readonly form = input.required<NominationForm>();
  readonly writtenForm = input.required<WrittenForm>();
  /** Names of the municipalities that the contents name. */
  readonly neighbours = input<readonly { readonly id: string; readonly name: string }[]>([]);

  private readonly locale = inject(LOCALE_ID);
  protected readonly parts = computed(() => {
    const writtenForm = this.writtenForm();
    const names = new Map(this.neighbours().map(({ id, name }) => [id, name]));
    const form = this.form();
    const elaborated = formPages(form).flatMap(({ sections }) => sections.flatMap(partsOfSection));
    return [...shortParts(form), ...elaborated]
      .map((part) => {
        const [before, after] = [this.before(), this.after()].map((content) =>
          valueLines(part, { content, writtenForm }, names).join('\n'),
        );
        return { name: partWords(part, form, this.locale), before, after };
      })
      .filter(({ before, after }) => before !== after);
  });
}
