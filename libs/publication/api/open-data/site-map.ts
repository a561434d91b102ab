import { LANGUAGES } from '../public-language';

const PAGES = [
  '/',
  '/arkiv',
  '/kommuner',
  '/direkte',
  '/eksempler',
  '/juryen',
  '/presse',
  '/apne-data',
  '/personvern',
  '/tilgjengelighet',
];
/** Never for search engines: signed-in pages and the programmatic interface. */
const CLOSED = ['/api/', '/kommune', '/jury/', '/sekretariat', '/scene', '/logg-inn', '/demo/'];

/** Every public page with its three languages. Nothing says when a page changed: that would tell of the work before a release. */
export function siteMap(
  publicUrl: string,
  years: readonly number[],
  municipalities: readonly string[],
  examples: readonly string[],
): string {
  const paths = [
    ...PAGES,
    ...years.map((year) => `/arkiv/${year}`),
    ...municipalities.map((number) => `/kommuner/${number}`),
    ...examples,
  ];
  const address = (language: string, path: string) =>
    new URL(language === 'nb' ? path : `/${language}${path}`, publicUrl).href;
  const entry = (path: string) =>
    LANGUAGES.map((own) => {
      const others = LANGUAGES.map(
        (one) =>
          `<xhtml:link rel="alternate" hreflang="${one}" href="${escaped(address(one, path))}"/>`,
      );
      return `<url><loc>${escaped(address(own, path))}</loc>${others.join('')}</url>`;
    }).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${paths.map(entry).join('\n')}
</urlset>
`;
}

/** In a demo nothing is for search engines: its municipalities are invented. */
export function robots(publicUrl: string, open: boolean): string {
  const rules = open ? CLOSED.map((path) => `Disallow: ${path}`) : ['Disallow: /'];
  return `User-agent: *\n${rules.join('\n')}\n${open ? `Sitemap: ${new URL('/sitemap.xml', publicUrl).href}\n` : ''}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
