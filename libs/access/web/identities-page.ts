import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  inject,
  input,
  LOCALE_ID,
  resource,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { IdentityView } from '@award/access/contract';
import { isRefusal } from '@award/award';
import { InSight, OsloDate, PageHeader, readRefusal, ResourceState, wordsFor } from '@award/ui/web';
import { AccessClient } from './access-client';
import { languageOf } from './leave-address';
import { Session } from './session';

/** How the signed-in person proves who they are: what is linked, what can be, and signing out everywhere. */
@Component({
  selector: 'access-identities-page',
  imports: [InSight, OsloDate, PageHeader, ResourceState, RouterLink],
  templateUrl: './identities-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdentitiesPage {
  /** Why linking was refused. */
  readonly avvist = input<string>();
  /** Back from a provider, linked. */
  readonly knyttet = input<string>();

  private readonly client = inject(AccessClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly language = languageOf(inject(LOCALE_ID));

  protected readonly identities = resource({ loader: () => this.client.identities() });
  protected readonly busy = signal(false);
  private readonly failed = signal<string | null>(null);
  protected readonly refused = computed(() => {
    const refusal = this.avvist();
    return this.failed() ?? (refusal ? wordsFor(isRefusal(refusal) ? refusal : null) : null);
  });

  protected async link(provider: string): Promise<void> {
    await this.run(async () => {
      const { goOnTo } = await this.client.beginLink(provider, { language: this.language });
      this.document.location.assign(goOnTo);
    });
  }

  protected async end({ id }: IdentityView): Promise<void> {
    await this.run(async () => {
      await this.client.endIdentity(id);
      // The row goes away, and the button in it with it.
      document.querySelector('h1')?.focus();
      this.identities.reload();
    });
  }

  protected async signOutEverywhere(): Promise<void> {
    await this.run(async () => {
      await this.session.signOutEverywhere();
      await this.router.navigateByUrl('/');
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      await work();
    } catch (error) {
      this.failed.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}
