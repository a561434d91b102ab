import { COLUMNS } from './results-csv';

/** Describes the open data by DCAT, so that data.norge.no and others can collect it. */
export function catalogue(publicUrl: string, award: string): object {
  const at = (path: string) => new URL(path, publicUrl).href;
  const text = (nb: string, en: string) => [
    { '@language': 'nb', '@value': nb },
    { '@language': 'en', '@value': en },
  ];
  const publishers = [
    { '@type': 'foaf:Organization', 'foaf:name': 'KS' },
    { '@type': 'foaf:Organization', 'foaf:name': 'NHO' },
  ];
  const distribution = (path: string, format: string, note: string) => ({
    '@type': 'dcat:Distribution',
    'dct:title': note,
    'dct:license': { '@id': 'https://data.norge.no/nlod/no/2.0' },
    'dcat:accessURL': { '@id': at(path) },
    'dcat:downloadURL': { '@id': at(path) },
    'dcat:mediaType': format,
  });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@id': at('/data/katalog.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': text(award, 'Host municipality of the year'),
    'dct:publisher': publishers,
    'dcat:dataset': {
      '@id': at('/data/resultater'),
      '@type': 'dcat:Dataset',
      'dct:title': text('Finalister og vinnere', 'Finalists and winners'),
      'dct:description': text(
        'Finalistene og vinnerne i hver kategori i hvert år, med juryens begrunnelse der den er kjent.',
        `Finalists and winners by size class and year. Columns of the CSV: ${COLUMNS.map(({ name, holds }) => `${name} (${holds})`).join('; ')}.`,
      ),
      'dct:publisher': publishers,
      'dct:accrualPeriodicity': {
        '@id': 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
      },
      'dcat:keyword': text('kommune, næringsutvikling, pris', 'municipality, business, award'),
      'dcat:distribution': [
        distribution('/data/resultater.csv', 'text/csv', 'CSV'),
        distribution('/data/resultater.json', 'application/json', 'JSON'),
        distribution('/nyheter.atom', 'application/atom+xml', 'Atom'),
      ],
    },
  };
}
