import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { type Contribution, CONTRIBUTIONS, PARTNER_LIMITS } from '@award/award';
import type { AnswerEndorsement, PartnerLinkView } from '@award/endorsements/contract';
import { ErrorSummary, type Problem } from '@award/ui/web';
import { CONTRIBUTION_WORDS } from './endorsement-words';

/** To endorse, with what the business itself contributed; or to say no, which nobody is told. */
@Component({
  selector: 'endorsements-endorse-form',
  imports: [ErrorSummary],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  templateUrl: './endorse-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndorseForm {
  readonly given = input<PartnerLinkView['given']>(null);
  readonly busy = input(false);
  readonly answered = output<Omit<AnswerEndorsement, 'textHash'>>();

  protected readonly contributions = CONTRIBUTIONS;
  protected readonly words = CONTRIBUTION_WORDS;
  protected readonly limits = PARTNER_LIMITS;
  protected readonly chosen = linkedSignal<Contribution[]>(() => this.given()?.contributions ?? []);
  protected readonly name = linkedSignal(() => this.given()?.signerName ?? '');
  protected readonly title = linkedSignal(() => this.given()?.signerTitle ?? '');
  private readonly pressed = signal(false);
  protected readonly problems = computed<Problem[]>(() =>
    this.pressed() && this.name().trim() === '' ? [{ id: 'signer-name', text: NO_NAME }] : [],
  );

  protected choose(one: Contribution, on: boolean): void {
    this.chosen.update((before) => (on ? [...before, one] : before.filter((was) => was !== one)));
  }

  protected endorse(): void {
    this.pressed.set(true);
    if (this.name().trim() === '') return;
    this.answered.emit({
      answer: 'endorsed',
      contributions: this.chosen(),
      signerName: this.name(),
      signerTitle: this.title(),
    });
  }

  protected decline(): void {
    this.answered.emit({ answer: 'declined', contributions: [], signerName: '', signerTitle: '' });
  }
}

const NO_NAME = $localize`:@@endorsements.endorse.no-name:Skriv navnet ditt`;
