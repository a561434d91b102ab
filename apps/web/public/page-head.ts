import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import { AWARD_NAME } from '../shell/award-title';
import { LANGUAGES, languagePath } from '../shell/languages';
import { Site } from './public-view';

/** What search engines and social cards read in the head of a public page. */
@Injectable({ providedIn: 'root' })
export class PageHead {
  private readonly meta = inject(Meta);
  private readonly title = inject(Title);
  private readonly document = inject(DOCUMENT);
  private readonly site = inject(Site);

  /** Describes the page at `path` (without language) in one sentence; a title replaces the route's. */
  describe(path: string, language: string, description: string, title: string | null = null): void {
    if (title !== null) this.title.setTitle(`${title} – ${AWARD_NAME}`);
    const origin = this.site.facts()?.publicUrl ?? '';
    this.meta.updateTag({ name: 'description', content: description });
    this.meta.updateTag({ property: 'og:description', content: description });
    this.meta.updateTag({ property: 'og:title', content: this.title.getTitle() });
    this.meta.updateTag({ property: 'og:type', content: 'website' });
    this.link('canonical', null, origin + languagePath(language, path));
    for (const { code } of LANGUAGES) {
      this.link('alternate', code, origin + languagePath(code, path));
    }
    this.link('alternate', null, languagePath(language, '/nyheter.atom'), 'application/atom+xml');
    if (this.site.facts()?.demo) this.meta.updateTag({ name: 'robots', content: 'noindex' });
  }

  private link(rel: string, hreflang: string | null, href: string, type?: string): void {
    const head = this.document.head;
    const selector = type
      ? `link[rel=${rel}][type='${type}']`
      : hreflang
        ? `link[rel=${rel}][hreflang=${hreflang}]`
        : `link[rel=${rel}]`;
    const link =
      head.querySelector(selector) ?? head.appendChild(this.document.createElement('link'));
    link.setAttribute('rel', rel);
    if (hreflang) link.setAttribute('hreflang', hreflang);
    if (type) link.setAttribute('type', type);
    link.setAttribute('href', href);
  }
}
