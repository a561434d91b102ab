import {
  ChangeDetectionStrategy,
  Component,
  inject,
  LOCALE_ID,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import {
  ConfirmDialog,
  documentLanguage,
  Download,
  InSight,
  PageHeader,
  readRefusal,
  ResourceState,
  wordsFor,
} from '@award/ui/web';
import { ErasureSummary } from './erasure-summary';
import { PrivacyClient } from './privacy-client';

/** What is held about the signed-in person: to read, to take along, and to have erased. */
@Component({
  selector: 'privacy-my-data-page',
  imports: [
    ConfirmDialog,
    Download,
    ErasureSummary,
    InSight,
    PageHeader,
    ResourceState,
    RouterLink,
  ],
  templateUrl: './my-data-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyDataPage {
  private readonly client = inject(PrivacyClient);
  private readonly session = inject(Session);
  protected readonly language = documentLanguage(inject(LOCALE_ID));
  private readonly dialog = viewChild.required(ConfirmDialog);

  protected readonly data = resource({ loader: () => this.client.myData(this.language) });
  protected readonly erasure = resource({ loader: () => this.client.whatGoesOfMine() });
  protected readonly busy = signal(false);
  protected readonly asked = signal(false);
  protected readonly refused = signal<string | null>(null);

  protected async forgetMe(): Promise<void> {
    if (this.busy() || !(await this.dialog().ask())) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      await this.client.forgetMe();
      this.asked.set(true);
      await this.session.signOut();
    } catch (error) {
      this.refused.set(wordsFor(readRefusal(error)?.refusal ?? null));
      this.erasure.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
