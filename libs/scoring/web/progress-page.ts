import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { actingSentence, Session } from '@award/access/web';
import type { Refusal } from '@award/award';
import type { ScoringProgressView } from '@award/scoring/contract';
import {
  ClassMark,
  ConfirmDialog,
  Failure,
  InLocale,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
} from '@award/ui/web';
import { ClassCoverage } from './class-coverage';
import { Obstacles } from './obstacles';
import { ScoringClient } from './scoring-client';
import { STAGE_WORDS } from './scoring-words';
import { SeatProgress } from './seat-progress';

/** Who leads sees how far the class has come, opens it or skips it, and closes it with one click. */
@Component({
  selector: 'scoring-progress-page',
  imports: [
    ClassCoverage,
    ClassMark,
    ConfirmDialog,
    Failure,
    InLocale,
    Obstacles,
    OsloDateTime,
    PageHeader,
    ResourceState,
    SeatProgress,
    StateTag,
  ],
  templateUrl: './progress-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProgressPage {
  private readonly client = inject(ScoringClient);
  private readonly session = inject(Session);
  private readonly closing = viewChild.required<ConfirmDialog>('closing');
  private readonly lookingCloser = viewChild.required<ConfirmDialog>('lookingCloser');
  private readonly skipping = viewChild.required<ConfirmDialog>('skipping');

  protected readonly place = computed(() => {
    const grant = this.session.acting();
    return grant?.editionId && grant.classCode
      ? { editionId: grant.editionId, classCode: grant.classCode }
      : undefined;
  });
  protected readonly progress = resource({
    params: () => this.place(),
    loader: ({ params }) => this.client.progress(params.editionId, params.classCode),
  });
  protected readonly view = computed(() =>
    this.progress.hasValue() ? this.progress.value() : null,
  );
  protected readonly stage = computed(() => {
    const stage = this.view()?.stage as keyof typeof STAGE_WORDS | undefined;
    return stage ? STAGE_WORDS[stage] : '';
  });
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);

  protected async open(): Promise<void> {
    await this.act(({ editionId, classCode }) => this.client.openScoring(editionId, classCode));
  }

  protected async skip(): Promise<void> {
    if (!(await this.skipping().ask())) return;
    await this.act(({ editionId, classCode }) => this.client.skipScoring(editionId, classCode));
  }

  protected async openSecondRound(): Promise<void> {
    if (!(await this.lookingCloser().ask())) return;
    await this.act(({ editionId, classCode }) => this.client.openSecondRound(editionId, classCode));
  }

  protected async close(): Promise<void> {
    if (!(await this.closing().ask())) return;
    await this.act(({ editionId, classCode }) =>
      this.client.closeScoring(editionId, classCode, true),
    );
  }

  private async act(
    work: (place: { editionId: string; classCode: string }) => Promise<ScoringProgressView>,
  ): Promise<void> {
    const place = this.place();
    if (!place || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.progress.set(await work(place));
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
      this.progress.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
