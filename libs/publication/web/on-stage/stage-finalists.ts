import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { SaveStageParty, StagePlanView } from '@award/publication/contract';
import { ClassMark, Failure, StateTag } from '@award/ui/web';
import { ActRunner } from './act-runner';
import { StagePartyFacts } from './stage-party-facts';
import { type PartySave, StagePartyForm } from './stage-party-form';
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

  private readonly form = viewChild(StagePartyForm);
  /** What the form does not say itself. */
  protected readonly failed = computed(() => {
    const failed = this.runner.failed();
    return failed?.refusal === 'stale-save' ? null : failed;
  });

  protected toggle(nominationId: string): void {
    this.open.update((open) => (open === nominationId ? null : nominationId));
  }

  /** The form stays open with what was typed while the save was under way. */
  protected readonly save = async (answer: SaveStageParty): Promise<PartySave> => {
    const nominationId = this.open();
    if (nominationId === null) return 'refused';
    const { id } = this.plan().edition;
    const written = () => this.open() === nominationId && this.form()?.writtenSince(answer);
    const went = await this.runner.run(
      () => this.client.correct(id, nominationId, answer),
      () => (written() ? '' : SAVED),
    );
    if (went && this.open() === nominationId && !written()) this.open.set(null);
    this.changed.emit();
    if (went) return 'saved';
    return this.runner.failed()?.refusal === 'stale-save' ? 'stale' : 'refused';
  };
}

const SAVED = $localize`:@@publication.finalists.saved:Lagret.`;
