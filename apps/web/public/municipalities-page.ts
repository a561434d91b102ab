import { ChangeDetectionStrategy, Component } from '@angular/core';
import type { MunicipalitiesPageView } from '@award/publication/contract';
import { MunicipalityList } from '@award/publication/web';
import { NotFoundPage } from './not-found-page';
import { type About, PublicRoute } from './public-route';

@Component({
  selector: 'app-municipalities-page',
  imports: [MunicipalityList, NotFoundPage],
  template: `
    @if (page(); as page) {
      <publication-municipalities [page]="page" />
    } @else {
      <app-not-found-page />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MunicipalitiesPage extends PublicRoute<MunicipalitiesPageView> {
  protected about(): About {
    return {
      path: '/kommuner',
      title: null,
      description: $localize`:@@publication.about.municipalities:Alle kommuner med folketall, historie og resultater i kåringen.`,
    };
  }
}
