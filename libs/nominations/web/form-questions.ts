import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import type { FormSection } from '@award/award';
import { AttachmentsSection } from './attachments-section';
import { FieldsSection } from './fields-section';
import { sectionHeading } from './form-words';
import { NeighbourPicker } from './neighbour-picker';
import { PartnersSection } from './partners-section';
import { QuestionField } from './question-field';
import { ResultsSection } from './results-section';
import type { ShownProblems } from './shown-problems';
import { TraitsSection } from './traits-section';

/** The questions of one page of what can be elaborated, each in its own way. */
@Component({
  selector: 'nominations-form-questions',
  imports: [
    AttachmentsSection,
    FieldsSection,
    NeighbourPicker,
    PartnersSection,
    QuestionField,
    ResultsSection,
    TraitsSection,
  ],
  host: { class: 'flow' },
  template: `
    @for (section of sections(); track section.code) {
      @switch (section.code) {
        @case ('fields') {
          <nominations-fields-section [section]="section" />
        }
        @case ('traits') {
          <nominations-traits-section [section]="section" [problems]="problems()" />
        }
        @case ('results') {
          <nominations-results-section [section]="section" [problems]="problems()" />
        }
        @case ('partners') {
          @if (!alone()) {
            <h2 class="ds-heading" data-size="xs">{{ headingOf(section) }}</h2>
          }
          <nominations-partners-section [section]="section" [problems]="problems()" />
        }
        @case ('neighbours') {
          <nominations-neighbour-picker [section]="section" [alone]="alone()" />
        }
        @case ('attachments') {
          <nominations-attachments-section [section]="section" [problems]="problems()" />
        }
        @default {
          <nominations-question-field
            [section]="section"
            [problems]="problems()"
            [alone]="alone()"
            [marksOptional]="anyRequired()"
          />
        }
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormQuestions {
  readonly sections = input.required<readonly FormSection[]>();
  readonly problems = input.required<ShownProblems>();
  /** The page is called what its one question is called. */
  readonly alone = input(false);

  private readonly locale = inject(LOCALE_ID);
  protected readonly anyRequired = computed(() => this.sections().some((one) => one.required));

  protected headingOf(section: FormSection): string {
    return sectionHeading(section, this.locale);
  }
}
