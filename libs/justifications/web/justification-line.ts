import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HOUSE_WORDS } from '@award/deliberation/web';
import type { JustificationLineView } from '@award/justifications/contract';
import { OsloDateTime, StateTag, wordsFor } from '@award/ui/web';
import { FORM_WORDS, lengthWords, STATE_TONES, STATE_WORDS } from './words';

/** One text in the list of a class: whose, and how far it has come. */
@Component({
  selector: 'li[justifications-line]',
  imports: [OsloDateTime, RouterLink, StateTag],
  templateUrl: './justification-line.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JustificationLine {
  readonly line = input.required<JustificationLineView>();

  protected readonly stateWords = STATE_WORDS;
  protected readonly stateTones = STATE_TONES;
  protected readonly formWords = FORM_WORDS;
  protected readonly length = lengthWords;
  protected readonly refusal = wordsFor;
  /** Who has signed the text as it stands. */
  protected readonly signed = computed(() =>
    this.line()
      .signers.filter(({ current }) => current)
      .map(({ name, house }) => `${name} (${HOUSE_WORDS[house]})`)
      .join(', '),
  );
}
