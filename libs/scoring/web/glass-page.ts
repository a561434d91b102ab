import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import { BREAK_GLASS_REASON, type House, type Refusal } from '@award/award';
import { HOUSE_WORDS } from '@award/jury/web';
import type { BrokenGlassView } from '@award/scoring/contract';
import {
  ConfirmDialog,
  Empty,
  Failure,
  OsloDateTime,
  PageHeader,
  readRefusal,
} from '@award/ui/web';
import { ScoringClient } from './scoring-client';

/** The emergency door to the sheets of a class before it is closed. What is read is gone when the page is left. */
@Component({
  selector: 'scoring-glass-page',
  imports: [ConfirmDialog, Empty, Failure, FormsModule, OsloDateTime, PageHeader, RouterLink],
  templateUrl: './glass-page.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GlassPage {
  readonly editionId = input.required<string>();
  readonly classCode = input.required<string>();

  private readonly client = inject(ScoringClient);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(ConfirmDialog);

  protected readonly limits = BREAK_GLASS_REASON;
  protected readonly reason = signal('');
  protected readonly tooShort = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly read = signal<BrokenGlassView | null>(null);
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });

  protected house(code: string): string {
    return HOUSE_WORDS[code as House] ?? code;
  }

  protected write(reason: string): void {
    this.reason.set(reason);
    this.tooShort.set(false);
  }

  protected async breakGlass(): Promise<void> {
    this.tooShort.set(this.reason().trim().length < this.limits.min);
    if (this.tooShort() || this.busy() || !(await this.dialog().ask())) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.read.set(
        await this.client.breakGlass(this.editionId(), this.classCode(), this.reason().trim()),
      );
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }
}
