import { ChangeDetectionStrategy, Component } from '@angular/core';
import type { EditionPageView } from '@award/publication/contract';
import { EditionResults } from '@award/publication/web';
import { NotFoundPage } from './not-found-page';
import { type About, PublicRoute } from './public-route';

@Component({
  selector: 'app-edition-page',
  imports: [EditionResults, NotFoundPage],
  template: `
    @if (page(); as page) {
      <publication-edition [page]="page" />
    } @else {
      <app-not-found-page />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionPage extends PublicRoute<EditionPageView> {
  protected about({ edition: { year } }: EditionPageView): About {
    return {
      path: `/arkiv/${year}`,
      title: null,
      description: $localize`:@@publication.about.edition:Finalister, begrunnelser og vinnere i kåringen ${year}:year:.`,
    };
  }
}
