import { ChangeDetectionStrategy, Component, inject, input, LOCALE_ID } from '@angular/core';
import { Countdown } from './countdown';
import { formatDateTime } from './dates';

/** By when: `at` and `now` are ISO instants, `now` from the same answer of the server. */
export interface DueBy {
  readonly label: string;
  readonly at: string;
  readonly now: string | null;
}

/**
 * The first screen of a page: where am I, for whom do I act, what is the state, what do I do next,
 * by when. Projects `ui-breadcrumbs` above the heading, `[lead]` under it, tags and class marks
 * marked `[state]` beside it, and the one primary act marked `[next]`.
 */
@Component({
  selector: 'ui-page-header',
  imports: [Countdown],
  host: { class: 'page-header' },
  template: `
    <ng-content select="ui-breadcrumbs" />
    @if (acting(); as name) {
      <p class="page-header__acting">{{ name }}</p>
    }
    <div class="page-header__title">
      <h1 class="ds-heading" data-size="lg" tabindex="-1">{{ heading() }}</h1>
      <div class="page-header__state"><ng-content select="[state]" /></div>
    </div>
    <ng-content select="[lead]" />
    @if (dueBy(); as due) {
      <p class="page-header__due">
        <strong>{{ due.label }}</strong>&ngsp;<time [attr.datetime]="due.at">{{
          when(due.at)
        }}</time>
        @if (due.now) {
          &ngsp;<ui-countdown [until]="due.at" [now]="due.now" />
        }
      </p>
    }
    <div class="page-header__next"><ng-content select="[next]" /></div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageHeader {
  readonly heading = input.required<string>();
  /** For whom, as a sentence: `actingSentence()` of access. */
  readonly acting = input<string | null>(null);
  readonly dueBy = input<DueBy | null>(null);

  private readonly locale = inject(LOCALE_ID);

  protected when(at: string): string {
    return formatDateTime(at, this.locale);
  }
}
