import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import { mayHelpToSendAgain, phaseAllows } from '@award/award';
import { EditionsClient } from '@award/editions/web';
import { troubleWords } from '@award/mail/web';
import type { UndeliveredView } from '@award/outreach/contract';
import {
  Breadcrumbs,
  Empty,
  InSight,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
  wordsFor,
} from '@award/ui/web';
import { CorrectForm } from './correct-form';
import { OutreachClient } from './outreach-client';
import { ownerWords } from './outreach-words';

/** The addresses that mail did not reach: why, and what to do about each. */
@Component({
  selector: 'outreach-undelivered-page',
  imports: [
    Breadcrumbs,
    CorrectForm,
    Empty,
    InSight,
    OsloDateTime,
    PageHeader,
    ResourceState,
    RouterLink,
    StateTag,
  ],
  templateUrl: './undelivered-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UndeliveredPage {
  private readonly editions = inject(EditionsClient);
  private readonly client = inject(OutreachClient);
  private readonly session = inject(Session);

  protected readonly edition = resource({ loader: () => this.editions.current() });
  protected readonly rows = resource({
    params: () => (this.edition.hasValue() ? this.edition.value().id : undefined),
    loader: ({ params }) => this.client.undelivered(params),
  });
  protected readonly mayMend = this.session.may('outreach:invite');
  protected readonly mayCorrect = computed(
    () =>
      this.mayMend &&
      this.edition.hasValue() &&
      phaseAllows(this.edition.value().phase, 'inviteMunicipalities').allowed,
  );
  protected readonly correcting = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly told = signal<string | null>(null);
  protected readonly refused = signal<string | null>(null);
  protected readonly troubleWords = troubleWords;
  protected readonly ownerWords = ownerWords;
  protected readonly trail = [
    { label: $localize`:@@outreach.page.heading:Kommuner`, link: '/sekretariat/kommuner' },
  ];

  protected helps({ trouble }: UndeliveredView): boolean {
    return this.mayMend && mayHelpToSendAgain(trouble);
  }

  protected sendAgain({ id, address }: UndeliveredView): Promise<void> {
    return this.run(async () => {
      await this.client.sendAgain(id);
      return $localize`:@@outreach.undelivered.sent-again:E-posten er sendt på nytt til ${address}:address:`;
    });
  }

  protected close({ id, address }: UndeliveredView): Promise<void> {
    return this.run(async () => {
      await this.client.closeUndelivered(id);
      return $localize`:@@outreach.undelivered.closed:${address}:address: er tatt av listen`;
    });
  }

  protected corrected(address: string): void {
    this.correcting.set(null);
    this.tell(
      $localize`:@@outreach.undelivered.corrected:${address}:address: er invitert i stedet`,
    );
  }

  private async run(work: () => Promise<string>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    this.told.set(null);
    try {
      this.tell(await work());
    } catch (error) {
      this.refused.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }

  /** The row is gone: the heading above the list takes the focus that its button had. */
  private tell(words: string): void {
    this.told.set(words);
    this.rows.reload();
    document.querySelector('h1')?.focus();
  }
}
