/** The languages of the screens; bokmål is at the root, the others under their code. */
export type ScreenLanguage = 'nb' | 'nn' | 'en';

/** A page as everyone may see it, or where it has gone. */
export type PublicAnswer =
  | {
      readonly status: 200 | 404 | 410;
      /** Handed to the renderer as it is and to the browser with the page: a `PublicView`. */
      readonly view: unknown;
      /** Markup that the page's head ends with; written by the area, with everything in it escaped. */
      readonly head?: string;
      /** What `revision()` was when the view was computed. */
      readonly revision: string;
      /**
       * The address under which the page is kept when many addresses show the same, such as every
       * number without a municipality. It must lead to the same page of the application. A page
       * that is not found and has no such address is rendered each time.
       */
      readonly address?: string;
    }
  | { readonly status: 301 | 308; readonly location: string };

/**
 * Where public pages come from. Paths start with a slash and hold no language; a query is part of
 * the path.
 */
export abstract class PublicViews {
  /** The page at the path, computed as anonymous; null when the path is not a public address at all. */
  abstract viewOf(path: string, language: ScreenLanguage): Promise<PublicAnswer | null>;

  /** Changes whenever any public page may have changed. Read at every request: it must not ask anyone. */
  abstract revision(): string;

  /** Does what has fallen due before a page is answered; null, at no cost, when nothing has. */
  abstract settle(): Promise<void> | null;
}

/** `/arkiv` in nynorsk is `/nn/arkiv`; the front page is `/nn/`. */
export function addressOf(path: string, language: ScreenLanguage): string {
  return language === 'nb' ? path : `/${language}${path}`;
}

/** The path without language, and the language, of an address. */
export function languageOf(address: string): { path: string; language: ScreenLanguage } {
  const found = /^\/(nn|en)(\/.*)$/.exec(address);
  return found
    ? { path: found[2] ?? '/', language: found[1] as ScreenLanguage }
    : { path: address, language: 'nb' };
}
