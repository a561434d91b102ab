import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import type { Refusal } from '@award/award';
import { actingSentence, Session } from '@award/access/web';
import type { SaveStageParty } from '@award/publication/contract';
import { Empty, Failure, PageHeader, readRefusal, ResourceState } from '@award/ui/web';
import { StagePartyFacts } from './stage-party-facts';
import { type PartySave, StagePartyForm } from './stage-party-form';
import { StagePlanClient } from './stage-plan-client';

/** A finalist says who comes on stage, without knowing how it went. */
@Component({
  selector: 'publication-my-stage-page',
  imports: [Empty, Failure, PageHeader, ResourceState, StagePartyFacts, StagePartyForm],
  templateUrl: './my-stage-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyStagePage {
  private readonly client = inject(StagePlanClient);
  private readonly session = inject(Session);

  protected readonly mine = resource({
    params: () => this.session.acting()?.id ?? null,
    loader: () => this.client.mine(),
  });
  protected readonly call = computed(() => (this.mine.hasValue() ? this.mine.value().call : null));
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly dueBy = computed(() => {
    const call = this.call();
    return call && call.closed === null ? { label: DUE, at: call.dueAt, now: null } : null;
  });
  protected readonly busy = signal(false);
  protected readonly saved = signal(false);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);

  private readonly form = viewChild(StagePartyForm);

  protected readonly save = async (answer: SaveStageParty): Promise<PartySave> => {
    if (this.busy()) return 'refused';
    this.busy.set(true);
    this.failed.set(null);
    this.saved.set(false);
    try {
      this.mine.set(await this.client.save(answer));
      this.saved.set(!this.form()?.writtenSince(answer));
      return 'saved';
    } catch (error) {
      const refusal = readRefusal(error)?.refusal ?? null;
      if (refusal !== 'stale-save') {
        this.failed.set({ refusal });
        return 'refused';
      }
      this.mine.reload();
      return 'stale';
    } finally {
      this.busy.set(false);
    }
  };
}

const DUE = $localize`:@@publication.party.due:Svar innen`;
