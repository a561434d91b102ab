import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Session } from '@award/access/web';
import { loadEntryPage, type SetAside, UnsentWords } from '@award/scoring/web';
import { OsloDateTime, StateTag } from '@award/ui/web';
import { TakenAlong } from './taken-along';

/** Lets a juror take the entries along on this device, and shows what lies there. */
@Component({
  selector: 'app-take-along',
  imports: [OsloDateTime, StateTag],
  templateUrl: './take-along.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakeAlong {
  private readonly session = inject(Session);
  private readonly words = inject(UnsentWords);
  protected readonly along = inject(TakenAlong);
  protected readonly setAside = this.words.setAside;
  protected readonly waiting = computed(() => this.words.waiting().length);
  protected readonly unnamed = $localize`:@@scoring.device.unnamed:Et forslag`;

  constructor() {
    this.words.look(this.personId());
  }

  protected async take(): Promise<void> {
    // What is opened without a network has to be loaded before: the worker keeps what the page has loaded.
    await Promise.all([
      loadEntryPage(),
      import('./taken-along'),
      import('../../shell/failed-page'),
    ]);
    await this.along.take(this.session.me());
  }

  protected async giveUp(): Promise<void> {
    await this.along.giveUp();
  }

  protected forget(one: SetAside): void {
    this.words.forgetAside(this.personId(), one.nominationId);
  }

  private personId(): string {
    return this.session.person()?.id ?? '';
  }
}
