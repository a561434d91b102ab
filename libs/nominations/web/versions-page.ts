import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import {
  Breadcrumbs,
  DataTable,
  Empty,
  OsloDateTime,
  PageHeader,
  Pager,
  ResourceState,
} from '@award/ui/web';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';

/** Every version that was saved or sent, newest first. */
@Component({
  selector: 'nominations-versions-page',
  imports: [
    Breadcrumbs,
    DataTable,
    Empty,
    OsloDateTime,
    PageHeader,
    Pager,
    ResourceState,
    RouterLink,
  ],
  templateUrl: './versions-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionsPage {
  /** From the address: the number to go on from. */
  readonly for = input<string>();

  private readonly client = inject(NominationsClient);
  private readonly session = inject(Session);
  private readonly draft = inject(NominationDraft);
  protected readonly trail = [
    { label: $localize`:@@nominations.my-entry:Kommunens forslag`, link: '/kommune' },
  ];
  protected readonly page = resource({
    params: () => ({ before: Number(this.for()) || null, grant: this.session.acting()?.id }),
    loader: async ({ params }) => {
      const { entry } = await this.draft.open();
      return entry === null ? null : this.client.versions(entry.id, params.before);
    },
  });
}
