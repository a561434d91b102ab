import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import type { InvitationPreview, InvitedView } from '@award/outreach/contract';
import { DataTable, InSight, readRefusal, StateTag, wordsFor } from '@award/ui/web';
import { invitationRows } from './invitation-rows';
import { OutreachClient } from './outreach-client';
import { outcomeWords } from './outreach-words';

/** Invites one address or hundreds: first who and how many, then one press. */
@Component({
  selector: 'outreach-invite-form',
  imports: [DataTable, FormsModule, InSight, StateTag],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './invite-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteForm {
  readonly editionId = input.required<string>();
  /** Lines to begin with, such as last year's addresses of the chosen municipalities. */
  readonly suggested = input('');
  readonly invited = output<number>();
  readonly cancelled = output();

  private readonly client = inject(OutreachClient);
  protected readonly text = linkedSignal(() => this.suggested());
  protected readonly preview = signal<readonly InvitationPreview[] | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal(false);
  protected readonly refused = signal<string | null>(null);
  /** What came of it, when some were refused. */
  protected readonly report = signal<InvitedView | null>(null);
  protected readonly outcomeWords = outcomeWords;
  protected readonly refusal = wordsFor;
  protected readonly toInvite = computed(() =>
    (this.preview() ?? []).filter(({ outcome }) => outcome === 'new'),
  );
  protected readonly municipalities = computed(
    () => new Set(this.toInvite().map(({ municipalityId }) => municipalityId)).size,
  );

  protected write(text: string): void {
    this.text.set(text);
    this.preview.set(null);
    this.report.set(null);
    this.problem.set(false);
  }

  protected show(): Promise<void> {
    const rows = invitationRows(this.text());
    this.problem.set(rows.length === 0);
    if (rows.length === 0) return Promise.resolve();
    return this.run(async () =>
      this.preview.set(await this.client.preview(this.editionId(), rows)),
    );
  }

  protected invite(): Promise<void> {
    return this.run(async () => {
      const invitations = this.toInvite().map(({ municipalityId, email, personName }) => ({
        municipalityId: municipalityId ?? '',
        email,
        ...(personName ? { name: personName } : {}),
      }));
      const done = await this.client.invite(this.editionId(), invitations);
      if (done.refused.length === 0) return this.invited.emit(done.invited);
      this.preview.set(null);
      this.report.set(done);
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      await work();
    } catch (error) {
      this.refused.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}
