import { ChangeDetectionStrategy, Component } from '@angular/core';
import type { LivePageView } from '@award/publication/contract';
import { Live } from '@award/publication/web';
import { NotFoundPage } from './not-found-page';
import { type About, PublicRoute } from './public-route';

@Component({
  selector: 'app-live-page',
  imports: [Live, NotFoundPage],
  template: `
    @if (page(); as page) {
      <publication-live [page]="page" />
    } @else {
      <app-not-found-page />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LivePage extends PublicRoute<LivePageView> {
  protected about(): About {
    return {
      path: '/direkte',
      title: null,
      description: $localize`:@@publication.about.live:Her kommer vinnerne i det øyeblikket de kunngjøres.`,
    };
  }
}
