import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Refusal } from '@award/award';
import { actingSentence, Session } from '@award/access/web';
import {
  Empty,
  Failure,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
} from '@award/ui/web';
import { SharingClient } from './sharing-client';

/** The municipality says whether its entry may stand among the good examples, and can take it back. */
@Component({
  selector: 'publication-sharing-page',
  imports: [Empty, Failure, OsloDateTime, PageHeader, ResourceState, RouterLink],
  templateUrl: './sharing-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharingPage {
  private readonly client = inject(SharingClient);
  private readonly session = inject(Session);

  protected readonly sharing = resource({
    params: () => this.session.acting()?.id ?? null,
    loader: () => this.client.mine(),
  });
  protected readonly view = computed(() => (this.sharing.hasValue() ? this.sharing.value() : null));
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly maySend = computed(() => this.session.may('nomination:submit'));
  protected readonly withContact = linkedSignal(() => this.view()?.withContact ?? false);
  protected readonly busy = signal(false);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);

  protected async say(given: boolean): Promise<void> {
    const id = this.view()?.nominationId;
    if (!id || this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      const withContact = given && this.withContact();
      this.sharing.set(await this.client.say(id, { given, withContact }));
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }
}
