import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { PressPageView } from '@award/publication/contract';
import { Press } from '@award/publication/web';
import { NotFoundPage } from './not-found-page';
import { type About, PublicRoute } from './public-route';
import { Site } from './public-view';

@Component({
  selector: 'app-press-page',
  imports: [NotFoundPage, Press],
  template: `
    @if (page(); as page) {
      <publication-press [page]="page" [contact]="contact()" />
    } @else {
      <app-not-found-page />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PressPage extends PublicRoute<PressPageView> {
  private readonly site = inject(Site);
  protected readonly contact = computed(() => this.site.facts()?.contactEmail ?? null);

  protected about(): About {
    return {
      path: '/presse',
      title: null,
      description: $localize`:@@publication.about.press:Tekster, tall og kontakter for pressen.`,
    };
  }
}
