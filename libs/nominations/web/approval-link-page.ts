import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  LOCALE_ID,
  linkedSignal,
  resource,
} from '@angular/core';
import type { ApprovalLinkView } from '@award/nominations/contract';
import { Failure, inLocale, linkToken, OsloDateTime, ResourceState } from '@award/ui/web';
import { act } from './act';
import { ApprovalsClient } from './approvals-client';
import { EntryText } from './entry-text';
import { VersionComparison } from './version-comparison';

/** The mayor or the chief executive reads the entry, sees what has changed since last, and approves. */
@Component({
  selector: 'nominations-approval-link-page',
  imports: [EntryText, Failure, OsloDateTime, ResourceState, VersionComparison],
  templateUrl: './approval-link-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApprovalLinkPage {
  private readonly client = inject(ApprovalsClient);
  private readonly locale = inject(LOCALE_ID);
  private readonly token = linkToken();
  protected readonly opened = resource({
    params: () => this.token() ?? '',
    loader: ({ params }) => this.client.openLink(params),
  });
  protected readonly view = linkedSignal<ApprovalLinkView | null>(() =>
    this.opened.hasValue() ? this.opened.value() : null,
  );
  protected readonly awardName = computed(() => inLocale(this.view()?.awardName, this.locale));
  protected readonly approved = computed(() =>
    ['stands', 'stands-after-change'].includes(this.view()?.standing ?? ''),
  );
  protected readonly pressing = act();

  protected async approve(): Promise<void> {
    const { sha256 } = this.view() ?? { sha256: '' };
    const done = await this.pressing.run(async () =>
      this.view.set(await this.client.approve(this.token() ?? '', sha256)),
    );
    if (!done && this.pressing.refused()?.code === 'text-changed') this.opened.reload();
  }

  protected async takeBack(): Promise<void> {
    await this.pressing.run(async () =>
      this.view.set(await this.client.takeBack(this.token() ?? '')),
    );
  }
}
