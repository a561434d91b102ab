import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { type FactCheckAnswer, MOST_REMARKS, type Refusal } from '@award/award';
import { actingSentence, Session } from '@award/access/web';
import {
  Empty,
  Failure,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
} from '@award/ui/web';
import { FactChecksClient } from './fact-checks-client';

/** The municipality checks the facts of what the jury has written about it, in confidence. */
@Component({
  selector: 'justifications-fact-check-page',
  imports: [Empty, Failure, FormsModule, OsloDateTime, PageHeader, ResourceState],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './fact-check-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactCheckPage {
  private readonly client = inject(FactChecksClient);
  private readonly session = inject(Session);

  protected readonly mine = resource({
    params: () => this.session.acting()?.id ?? null,
    loader: () => this.client.mine(),
  });
  protected readonly check = computed(() =>
    this.mine.hasValue() ? this.mine.value().check : null,
  );
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly remarks = signal('');
  protected readonly busy = signal(false);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly most = MOST_REMARKS;

  protected async answer(answer: FactCheckAnswer): Promise<void> {
    const id = this.check()?.id;
    if (!id || this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      const remarks = answer === 'remarks' ? this.remarks().trim() : '';
      await this.client.answer(id, { answer, remarks });
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
      this.mine.reload();
    }
  }
}
