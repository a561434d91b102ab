import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { EDITION_LIMITS } from '@award/award';
import type { EditionView } from '@award/editions/contract';
import {
  ConfirmDialog,
  ErrorSummary,
  OsloDateTime,
  type Problem,
  readRefusal,
  wordsFor,
} from '@award/ui/web';
import { unreadyOf } from './edition-readiness';
import { unreadyWords } from './edition-words';
import { EditionsClient } from './editions-client';
import { fromOsloInput, toOsloInput } from './oslo-input';

/** What the secretariat can do to the edition as a whole, in the phase in which it can be done. */
@Component({
  selector: 'editions-acts',
  imports: [ConfirmDialog, ErrorSummary, FormsModule, OsloDateTime],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './edition-acts.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionActs {
  readonly edition = input.required<EditionView>();
  readonly done = output<EditionView>();

  private readonly client = inject(EditionsClient);
  private readonly openDialog = viewChild<ConfirmDialog>('openDialog');
  private readonly archiveDialog = viewChild<ConfirmDialog>('archiveDialog');

  protected readonly limit = EDITION_LIMITS.reason;
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly reopening = signal(false);
  protected readonly deadline = signal('');
  protected readonly reason = signal('');
  protected readonly unready = computed(() => unreadyOf(this.edition()).map(unreadyWords));
  protected readonly opensEarly = computed(() => {
    const { timetable, now } = this.edition();
    return timetable.opensAt !== null && timetable.opensAt > now;
  });

  protected async openCall(): Promise<void> {
    if (await this.openDialog()?.ask())
      await this.run(({ id, lockVersion }) => this.client.openCall(id, { lockVersion }));
  }

  protected async archive(): Promise<void> {
    if (await this.archiveDialog()?.ask())
      await this.run(({ id, lockVersion }) => this.client.archive(id, { lockVersion }));
  }

  protected startReopening(): void {
    this.deadline.set(toOsloInput(this.edition().timetable.deadline));
    this.reason.set('');
    this.reopening.set(true);
  }

  protected async reopen(): Promise<void> {
    const deadline = fromOsloInput(this.deadline());
    const ahead = deadline !== null && deadline > this.edition().now;
    const problems = [
      ...(ahead ? [] : [{ id: 'new-deadline', text: AHEAD }]),
      ...(this.reason().trim() === '' ? [{ id: 'reopen-reason', text: REASON }] : []),
    ];
    this.problems.set(problems);
    if (problems.length > 0 || deadline === null) return;
    await this.run(({ id, lockVersion }) =>
      this.client.reopenCall(id, { lockVersion, deadline, reason: this.reason() }),
    );
  }

  protected problemOf(id: string): string | null {
    return this.problems().find((problem) => problem.id === id)?.text ?? null;
  }

  private async run(act: (edition: EditionView) => Promise<EditionView>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      const edition = await act(this.edition());
      this.reopening.set(false);
      this.done.emit(edition);
    } catch (error) {
      this.refused.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}

const AHEAD = $localize`:@@editions.acts.deadline-needed:Velg en frist som ikke er passert`;
const REASON = $localize`:@@editions.acts.reason-needed:Skriv hvorfor det åpnes igjen`;
