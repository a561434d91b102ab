import { ChangeDetectionStrategy, Component, CUSTOM_ELEMENTS_SCHEMA, input } from '@angular/core';

/** One thing to mend: `id` is the id of the control, which the page sets itself. */
export interface Problem {
  readonly id: string;
  readonly text: string;
}

/** What to mend before going on, with a link to each field. Takes focus when it appears. */
@Component({
  selector: 'ui-error-summary',
  template: `
    @if (problems().length > 0) {
      <ds-error-summary class="ds-error-summary">
        <h2 class="ds-heading" data-size="xs">{{ heading() }}</h2>
        <ul class="ds-list">
          @for (problem of problems(); track problem.id) {
            <li>
              <a class="ds-link" [href]="'#' + problem.id" (click)="goTo($event, problem.id)">{{
                problem.text
              }}</a>
            </li>
          }
        </ul>
      </ds-error-summary>
    }
  `,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErrorSummary {
  readonly problems = input.required<readonly Problem[]>();
  readonly heading = input($localize`:@@ui.error-summary.heading:Rett dette før du går videre:`);

  /** With `<base href>` a bare `#id` would leave the page. */
  protected goTo(event: Event, id: string): void {
    event.preventDefault();
    const control = document.getElementById(id);
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }
}
