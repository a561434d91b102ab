import { ChangeDetectionStrategy, Component } from '@angular/core';
import type { JuryPageView } from '@award/publication/contract';
import { JuryPortrait } from '@award/publication/web';
import { NotFoundPage } from './not-found-page';
import { type About, PublicRoute } from './public-route';

@Component({
  selector: 'app-jury-page',
  imports: [JuryPortrait, NotFoundPage],
  template: `
    @if (page(); as page) {
      <publication-jury [page]="page" />
    } @else {
      <app-not-found-page />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JuryPage extends PublicRoute<JuryPageView> {
  protected about(): About {
    return {
      path: '/juryen',
      title: null,
      description: $localize`:@@publication.about.jury:Hvordan juryen fra KS og NHO arbeider, og hvem som sitter i den.`,
    };
  }
}
