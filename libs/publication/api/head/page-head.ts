/** What is put into the head of a rendered page for those who share it and those who index it. */
import type { PublicPage, PublicView } from '@award/publication/contract';
import type { Language } from '../public-language';
import { addressOf } from '../rendering/public-views';
import { cardHash, cardOf, cardWords } from './card-of';
import { structuredData } from './structured-data';

/** Markup for the head. The browser's own page changes leave it as it is: only a fresh page is shared. */
export function pageHead(
  { site, page }: PublicView<PublicPage>,
  path: string,
  language: Language,
): string {
  const card = cardOf(page, language);
  const image = `${site.publicUrl}${addressOf(`/kort/${nameOf(page)}.png`, language)}?v=${cardHash(card)}`;
  const data = structuredData(page, {
    publicUrl: site.publicUrl,
    path: addressOf(path, language),
    language,
  });
  return [
    meta('property', 'og:image', image),
    meta('property', 'og:image:type', 'image/png'),
    meta('property', 'og:image:width', '1200'),
    meta('property', 'og:image:height', '630'),
    meta('property', 'og:image:alt', cardWords(card)),
    meta('name', 'twitter:card', 'summary_large_image'),
    ...(data ? [`<script type="application/ld+json">${inScript(data)}</script>`] : []),
  ].join('');
}

/** The card's own name in its address. */
function nameOf(page: PublicPage | null): string {
  switch (page?.kind) {
    case 'front':
      return 'forside';
    case 'edition':
      return `kaaring-${page.edition.year}`;
    case 'municipality':
      return `kommune-${page.number}`;
    case 'example':
      return `eksempel-${page.year}-${page.number}`;
    default:
      return 'pris';
  }
}

function meta(kind: 'name' | 'property', key: string, content: string): string {
  const escaped = content
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return `<meta ${kind}="${key}" content="${escaped}">`;
}

/** No text can end the block that it stands in. */
function inScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
