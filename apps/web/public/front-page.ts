import { ChangeDetectionStrategy, Component } from '@angular/core';
import type { FrontPageView } from '@award/publication/contract';
import { Front } from '@award/publication/web';
import { type About, PublicRoute } from './public-route';

/** There is always a front page, so it need not carry the page for what is not found. */
@Component({
  selector: 'app-front-page',
  imports: [Front],
  template: `
    @if (page(); as page) {
      <publication-front [page]="page" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FrontPage extends PublicRoute<FrontPageView> {
  protected about(): About {
    return {
      path: '/',
      title: null,
      description: $localize`:@@publication.about.front:Prisen som KS og NHO gir til kommuner som er gode verter for næringslivet.`,
    };
  }
}
