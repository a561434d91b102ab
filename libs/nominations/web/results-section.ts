import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
} from '@angular/core';
import { type Result, RESULT_MEASURES, type ResultMeasure } from '@award/award';
import { NominationDraft } from './nomination-draft';
import { MEASURE_WORDS } from './nomination-words';
import type { ShownProblems } from './shown-problems';
import { TextField } from './text-field';

const EMPTY: Result = { measure: 'job-growth', figure: '', period: '', source: '', ownPart: '' };

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
  readonly problems = input.required<ShownProblems>();
  protected readonly draft = inject(NominationDraft);
  protected readonly measures = RESULT_MEASURES.map((code) => ({
    code,
    label: MEASURE_WORDS[code],
  }));

  protected add(): void {
    this.draft.change({ results: [...this.draft.content().results, EMPTY] });
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
