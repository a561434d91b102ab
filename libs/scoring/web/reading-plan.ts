import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import type { Refusal } from '@award/award';
import { HOUSE_WORDS } from '@award/jury/web';
import { DataTable, Failure, readRefusal, ResourceState } from '@award/ui/web';
import { ScoringClient } from './scoring-client';

/** Whether everybody reads everything, or so many read each entry, and what that gives each member. */
@Component({
  selector: 'scoring-reading-plan',
  imports: [DataTable, Failure, FormsModule, ResourceState],
  templateUrl: './reading-plan.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadingPlan {
  readonly editionId = input.required<string>();
  readonly classCode = input.required<string>();

  private readonly client = inject(ScoringClient);
  protected readonly houses = HOUSE_WORDS;
  protected readonly busy = signal(false);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly plan = resource({
    params: () => ({ editionId: this.editionId(), classCode: this.classCode() }),
    loader: ({ params }) => this.client.readingPlan(params.editionId, params.classCode),
  });
  protected readonly view = computed(() => (this.plan.hasValue() ? this.plan.value() : null));
  protected readonly share = linkedSignal(() => this.view()?.readings !== null);
  protected readonly readings = linkedSignal(() => this.view()?.readings ?? 4);

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const readings = this.share() ? Number(this.readings()) : null;
      this.plan.set(
        await this.client.setReadingPlan(this.editionId(), this.classCode(), { readings }),
      );
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }
}
