import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  inject,
  input,
  resource,
} from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@award/access/web';
import { Empty, formatDate, OsloDateTime, OsloTime, ResourceState } from '@award/ui/web';
import { NotFoundPage } from '../public/not-found-page';
import { DemoClient } from './demo-client';
import { linkedText } from './linked-text';

const LOOK_AGAIN = 4_000;

/** The mail that the demo has sent, since the invented addresses have no mailbox of their own. */
@Component({
  selector: 'app-mailbox-page',
  imports: [Empty, NotFoundPage, OsloDateTime, OsloTime, ResourceState],
  templateUrl: './mailbox-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailboxPage {
  /** Shows the mail to one address only. */
  readonly til = input<string>();

  private readonly client = inject(DemoClient);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  protected readonly demo = inject(Session).demo;

  protected readonly mail = resource({
    params: () => (this.demo() ? { recipient: this.til() } : undefined),
    loader: ({ params }) => this.client.mail(params.recipient),
  });
  protected readonly recipients = resource({
    params: () => (this.demo() ? {} : undefined),
    loader: () => this.client.recipients(),
  });
  protected readonly addresses = computed(() => {
    const known = this.recipients.hasValue() ? this.recipients.value() : [];
    const til = this.til();
    return til && !known.includes(til) ? [til, ...known] : known;
  });
  protected readonly letters = computed(() => {
    const today = formatDate(new Date().toISOString(), 'nb', 'short');
    return (this.mail.hasValue() ? this.mail.value() : []).map((letter) => ({
      ...letter,
      today: formatDate(letter.receivedAt, 'nb', 'short') === today,
      parts: linkedText(letter.body, this.document.location.origin),
    }));
  });

  constructor() {
    const timer = setInterval(() => {
      if (!this.document.hidden && this.mail.hasValue()) this.lookAgain();
    }, LOOK_AGAIN);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected lookAgain(): void {
    this.mail.reload();
    this.recipients.reload();
  }

  protected show(recipient: string): void {
    void this.router.navigate([], { queryParams: { til: recipient || null } });
  }
}
