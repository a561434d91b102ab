import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  model,
  output,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { EDITION_LIMITS } from '@award/award';
import { ErrorSummary, type Problem } from '@award/ui/web';

/** Around the fields of a section: the heading, what was refused, the reason, and the button. */
@Component({
  selector: 'editions-section-frame',
  imports: [ErrorSummary, FormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './section-frame.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SectionFrame {
  readonly heading = input.required<string>();
  readonly mayChange = input.required<boolean>();
  readonly problems = input.required<readonly Problem[]>();
  readonly refused = input<string | null>(null);
  readonly busy = input(false);
  readonly done = input(false);
  /** After the call has opened, a change of dates and rules says why. */
  readonly asksReason = input(false);
  readonly reason = model('');
  readonly submitted = output();

  protected readonly limit = EDITION_LIMITS.reason;

  protected reasonProblem(): string | null {
    return this.problems().find(({ id }) => id === 'reason')?.text ?? null;
  }
}
