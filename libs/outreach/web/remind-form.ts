import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  signal,
} from '@angular/core';
import { NOT_REMINDED } from '@award/award';
import type { RemindedView, ReminderRow } from '@award/outreach/contract';
import {
  ConfirmDialog,
  DataTable,
  InSight,
  OsloDateTime,
  readRefusal,
  ResourceState,
  wordsFor,
} from '@award/ui/web';
import { OutreachClient } from './outreach-client';
import { notRemindedWords } from './outreach-words';

/** Reminds those who have not sent in: first who and how many, then one press. */
@Component({
  selector: 'outreach-remind-form',
  imports: [ConfirmDialog, DataTable, InSight, OsloDateTime, ResourceState],
  templateUrl: './remind-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RemindForm {
  readonly editionId = input.required<string>();
  readonly reminded = output<RemindedView>();
  readonly cancelled = output();

  private readonly client = inject(OutreachClient);
  protected readonly preview = resource({
    params: () => this.editionId(),
    loader: ({ params }) => this.client.toRemind(params),
  });
  private readonly rows = computed(() =>
    this.preview.hasValue() ? this.preview.value().rows : [],
  );
  protected readonly due = computed(() => this.rows().filter((row) => row.notReminded === null));
  /** Those who are left out, by why, in the order of the rule. */
  protected readonly leftOut = computed(() =>
    NOT_REMINDED.map((reason) => ({
      reason,
      rows: this.rows().filter((row) => row.notReminded === reason),
    })).filter(({ rows }) => rows.length > 0),
  );
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(
    () => new Set(this.due().map(({ invitationId }) => invitationId)),
  );
  protected readonly toRemind = computed(() =>
    this.due().filter(({ invitationId }) => this.chosen().has(invitationId)),
  );
  protected readonly municipalities = computed(
    () => new Set(this.toRemind().map(({ municipalityId }) => municipalityId)).size,
  );
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  /** What came of it, when some were refused. */
  protected readonly report = signal<RemindedView | null>(null);
  protected readonly notRemindedWords = notRemindedWords;

  protected choose({ invitationId }: ReminderRow, on: boolean): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (on) next.add(invitationId);
      else next.delete(invitationId);
      return next;
    });
  }

  protected chooseAll(on: boolean): void {
    this.chosen.set(new Set(on ? this.due().map(({ invitationId }) => invitationId) : []));
  }

  protected async remind(dialog: ConfirmDialog): Promise<void> {
    if (this.busy() || !(await dialog.ask())) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      const chosen = this.toRemind().map(({ invitationId }) => invitationId);
      const done = await this.client.remind(this.editionId(), chosen);
      if (done.refused.length === 0) this.reminded.emit(done);
      else this.report.set(done);
    } catch (error) {
      this.refused.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }

  /** Who it was: an invitation that has been taken back has no address at the server any more. */
  protected nameOf({ invitationId, email }: RemindedView['refused'][number]): string {
    return email || (this.rows().find((row) => row.invitationId === invitationId)?.email ?? '');
  }
}
