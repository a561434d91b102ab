import { ChangeDetectionStrategy, Component } from '@angular/core';
import type { ExamplePageView } from '@award/publication/contract';
import { Example } from '@award/publication/web';
import { NotFoundPage } from './not-found-page';
import { type About, PublicRoute } from './public-route';

@Component({
  selector: 'app-example-page',
  imports: [Example, NotFoundPage],
  template: `
    @if (page(); as page) {
      <publication-example [page]="page" />
    } @else {
      <app-not-found-page />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExamplePage extends PublicRoute<ExamplePageView> {
  protected about({ year, number, name, own }: ExamplePageView): About {
    return {
      path: `/eksempler/${year}/${number}`,
      title: own?.title || name,
      description: $localize`:@@publication.about.example:Hva ${name}:name: gjorde for næringsutviklingen, med kilder og juryens ord.`,
    };
  }
}
