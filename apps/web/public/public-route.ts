import { computed, Directive, effect, inject, input, LOCALE_ID } from '@angular/core';
import type { PublicView } from '@award/publication/contract';
import { PageHead } from './page-head';

/** What the head of a page says of it. `path` is without language; a null title leaves the route's. */
export interface About {
  readonly path: string;
  readonly title: string | null;
  readonly description: string;
}

/** A public page: its view comes with the route, its head follows it. */
@Directive()
export abstract class PublicRoute<Page> {
  readonly view = input.required<PublicView<Page>>();
  protected readonly page = computed(() => this.view().page);

  constructor() {
    const head = inject(PageHead);
    const language = inject(LOCALE_ID);
    effect(() => {
      const page = this.page();
      if (page === null) return;
      const { path, title, description } = this.about(page);
      head.describe(path, language, description, title);
    });
  }

  protected abstract about(page: Page): About;
}
