import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import type { FormSection, Result, ResultMeasure } from '@award/award';
import { sectionHelp } from './form-words';
import { NominationDraft } from './nomination-draft';
import { MEASURE_WORDS } from './nomination-words';
import type { ShownProblems } from './shown-problems';
import { TextField } from './text-field';

/** Results with figure, period, source and the municipality's own part, one block each. */
@Component({
  selector: 'nominations-results-section',
  imports: [TextField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  templateUrl: './results-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResultsSection {
  readonly section = input.required<FormSection>();
  readonly problems = input.required<ShownProblems>();
  protected readonly draft = inject(NominationDraft);
  private readonly locale = inject(LOCALE_ID);
  protected readonly help = computed(() => sectionHelp(this.section(), this.locale));
  protected readonly measures = computed(() =>
    this.draft.form().measures.map((code) => ({ code, label: MEASURE_WORDS[code] })),
  );

  protected add(): void {
    const [measure = 'other'] = this.draft.form().measures;
    const row: Result = { measure, figure: '', period: '', source: '', ownPart: '' };
    this.draft.change({ results: [...this.draft.content().results, row] });
  }

  protected remove(place: number): void {
    this.draft.change({ results: this.draft.content().results.filter((_, at) => at !== place) });
    void this.draft.flush();
  }

  protected write(place: number, change: Partial<Result>): void {
    this.draft.change({
      results: this.draft
        .content()
        .results.map((row, at) => (at === place ? { ...row, ...change } : row)),
    });
  }

  protected chooseMeasure(place: number, code: string): void {
    this.write(place, { measure: code as ResultMeasure });
    void this.draft.flush();
  }
}
