import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { readRefusal, wordsFor } from '@award/ui/web';
import { OutreachClient } from './outreach-client';

/** One address in place of another that mail did not reach. */
@Component({
  selector: 'outreach-correct-form',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './correct-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrectForm {
  readonly invitationId = input.required<string>();
  /** The address that was wrong, to begin from. */
  readonly address = input.required<string>();
  readonly corrected = output<string>();
  readonly cancelled = output();

  private readonly client = inject(OutreachClient);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly problem = signal<string | null>(null);
  protected readonly refused = signal<string | null>(null);
  protected readonly busy = signal(false);

  constructor() {
    afterNextRender(() => this.field().nativeElement.focus());
  }

  protected async correct(text: string): Promise<void> {
    const email = text.trim().toLowerCase();
    this.refused.set(null);
    this.problem.set(
      !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)
        ? problemWords('isEmail')
        : email === this.address()
          ? problemWords('unchanged')
          : null,
    );
    if (this.problem() !== null) return this.field().nativeElement.focus();
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.client.correct(this.invitationId(), { email });
      this.corrected.emit(email);
    } catch (error) {
      const answer = readRefusal(error);
      const field = answer?.fields.find(({ path }) => path === 'email');
      if (field) this.problem.set(problemWords(field.reason));
      else this.refused.set(wordsFor(answer?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}

function problemWords(reason: string): string {
  switch (reason) {
    case 'unchanged':
      return $localize`:@@outreach.correct.unchanged:Dette er adressen som ikke virket. Skriv en annen.`;
    case 'already-invited':
      return $localize`:@@outreach.correct.already-invited:Denne adressen er allerede invitert for kommunen`;
    case 'other-role-held':
      return $localize`:@@outreach.outcome.other-role-held:Har en annen rolle i denne kåringen`;
    default:
      return $localize`:@@outreach.correct.needed:Skriv e-postadressen, for eksempel kari@eksempel.no`;
  }
}
