import { ChangeDetectionStrategy, Component } from '@angular/core';
import type { MunicipalityPageView } from '@award/publication/contract';
import { MunicipalityPortrait } from '@award/publication/web';
import { NotFoundPage } from './not-found-page';
import { type About, PublicRoute } from './public-route';

@Component({
  selector: 'app-municipality-page',
  imports: [MunicipalityPortrait, NotFoundPage],
  template: `
    @if (page(); as page) {
      <publication-municipality [page]="page" />
    } @else {
      <app-not-found-page />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MunicipalityPage extends PublicRoute<MunicipalityPageView> {
  protected about({ number, name, county, movedTo }: MunicipalityPageView): About {
    return {
      path: movedTo ?? `/kommuner/${number}`,
      title: name,
      description: $localize`:@@publication.about.municipality:${name}:name: i ${county}:county:: folketall, historie og resultater i kåringen.`,
    };
  }
}
