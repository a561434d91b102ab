import { ChangeDetectionStrategy, Component } from '@angular/core';
import type { ArchivePageView } from '@award/publication/contract';
import { Archive } from '@award/publication/web';
import { NotFoundPage } from './not-found-page';
import { type About, PublicRoute } from './public-route';

@Component({
  selector: 'app-archive-page',
  imports: [Archive, NotFoundPage],
  template: `
    @if (page(); as page) {
      <publication-archive [page]="page" />
    } @else {
      <app-not-found-page />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ArchivePage extends PublicRoute<ArchivePageView> {
  protected about(): About {
    return {
      path: '/arkiv',
      title: null,
      description: $localize`:@@publication.about.archive:Finalister og vinnere av prisen år for år, i to kategorier.`,
    };
  }
}
