import { Injectable } from '@nestjs/common';
import { pageHead } from './head/page-head';
import { PublicPages } from './public-pages.service';
import { PublicWatch } from './public-watch.service';
import {
  addressOf,
  type PublicAnswer,
  PublicViews,
  type ScreenLanguage,
} from './rendering/public-views';

/** What the rendering is handed. The revision is read first, so that a page is never labelled newer than it is. */
@Injectable()
export class AwardPublicViews extends PublicViews {
  constructor(
    private readonly pages: PublicPages,
    private readonly watch: PublicWatch,
  ) {
    super();
  }

  override async viewOf(path: string, language: ScreenLanguage): Promise<PublicAnswer> {
    const revision = this.revision();
    const { view, address, movedTo } = await this.pages.at(path, language);
    if (movedTo !== null) return { status: 301, location: addressOf(movedTo, language) };
    const head = view.status === 200 ? pageHead(view, address, language) : '';
    return { status: view.status, view, head, revision, address };
  }

  override revision(): string {
    return String(this.watch.revision);
  }

  override settle(): Promise<void> | null {
    return this.watch.behind ? this.watch.catchUp() : null;
  }
}
