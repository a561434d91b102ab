import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  model,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import type { TieSettlement } from '@award/award';
import type { Problem } from '@award/ui/web';
import type { DecisionWords } from './decision-draft';
import { SETTLEMENT_WORDS } from './words';

/** What every decision states beside its names: number, reason, vote, how a tie was settled, dissent. */
@Component({
  selector: 'deliberation-decision-fields',
  imports: [FormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  templateUrl: './decision-fields.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionFields {
  readonly prefix = input.required<string>();
  readonly words = model.required<DecisionWords>();
  readonly settlements = input.required<readonly TieSettlement[]>();
  readonly problems = input.required<readonly Problem[]>();

  protected readonly settlementWords = SETTLEMENT_WORDS;

  protected set<Key extends keyof DecisionWords>(key: Key, value: DecisionWords[Key]): void {
    this.words.update((words) => ({ ...words, [key]: value }));
  }

  protected problem(field: string): string | null {
    const id = `${this.prefix()}-${field}`;
    return this.problems().find((one) => one.id === id)?.text ?? null;
  }
}
