import { ChangeDetectionStrategy, Component, inject, LOCALE_ID } from '@angular/core';
import { languagePath } from '../shell/languages';

/** Feeds and files, and what may be done with them. */
@Component({
  selector: 'app-open-data-page',
  templateUrl: './open-data-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenDataPage {
  private readonly language = inject(LOCALE_ID);
  protected readonly atom = languagePath(this.language, '/nyheter.atom');
  protected readonly rss = languagePath(this.language, '/nyheter.rss');
}
