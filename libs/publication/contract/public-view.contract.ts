/** Facts of the installation that every public page shows. */
export interface SiteFacts {
  /** Sample data: marked on every page and kept out of search engines. */
  demo: boolean;
  /** Origin of the public address without a closing slash, for canonical and alternate links. */
  publicUrl: string;
  /** Address of the accessibility statement at uustatus.no; null while none is configured. */
  accessibilityStatement: string | null;
  /** Where to write to the secretariat; null while none is configured. */
  contactEmail: string | null;
}

/**
 * What a public page is rendered from: computed as anonymous, the same for everyone, and complete,
 * because neither the renderer nor the hydrated page asks for more. `page` is the page's own view;
 * null when there is nothing at the address (`status` 404) or no longer (410).
 */
export interface PublicView<Page = unknown> {
  status: 200 | 404 | 410;
  site: SiteFacts;
  page: Page | null;
}
