import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { SaveStageParty, StagePlanView } from '@award/publication/contract';
import { ClassMark, Failure, StateTag } from '@award/ui/web';
import { ActRunner } from './act-runner';
import { StagePartyFacts } from './stage-party-facts';
import { StagePartyForm } from './stage-party-form';
import { StagePlanClient } from './stage-plan-client';

/** What each finalist has answered, with a way to put it right. */
@Component({
  selector: 'publication-stage-finalists',
  imports: [ClassMark, Failure, StagePartyFacts, StagePartyForm, StateTag],
  templateUrl: './stage-finalists.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageFinalists {
  readonly plan = input.required<StagePlanView>();
  readonly mayCorrect = input.required<boolean>();
  /** Something was saved: the plan is to be read again. */
  readonly changed = output();

  private readonly client = inject(StagePlanClient);
  protected readonly runner = new ActRunner();
  /** The entry whose answer is being put right. */
  protected readonly open = signal<string | null>(null);

  protected toggle(nominationId: string): void {
    this.open.update((open) => (open === nominationId ? null : nominationId));
  }

  protected async save(nominationId: string, answer: SaveStageParty): Promise<void> {
    const { id } = this.plan().edition;
    if (await this.runner.run(() => this.client.correct(id, nominationId, answer), SAVED))
      this.open.set(null);
    this.changed.emit();
  }
}

const SAVED = $localize`:@@publication.finalists.saved:Lagret.`;
