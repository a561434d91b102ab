import { ChangeDetectionStrategy, Component } from '@angular/core';
import type { ExamplesPageView } from '@award/publication/contract';
import { Examples } from '@award/publication/web';
import { NotFoundPage } from './not-found-page';
import { type About, PublicRoute } from './public-route';

@Component({
  selector: 'app-examples-page',
  imports: [Examples, NotFoundPage],
  template: `
    @if (page(); as page) {
      <publication-examples [page]="page" />
    } @else {
      <app-not-found-page />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExamplesPage extends PublicRoute<ExamplesPageView> {
  protected about(): About {
    return {
      path: '/eksempler',
      title: null,
      description: $localize`:@@publication.about.examples:Hva juryen la vekt på hos finalistene, søkbart etter kommune, kategori og år.`,
    };
  }
}
