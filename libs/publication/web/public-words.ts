import type { PublicLine } from '@award/award';
import type { MunicipalityPassing } from '@award/publication/contract';
import { formatNumber } from '@award/ui/web';

/** The address of a page in the screen's language, for forms and links that the router does not follow. */
export function localAddress(locale: string, path: string): string {
  return locale === 'nb' ? path : `/${locale}${path}`;
}

/** What is told of where an edition stands. */
export function lineWords(line: PublicLine): string {
  switch (line) {
    case 'planned':
      return $localize`:@@publication.line.planned:Ikke lyst ut ennå`;
    case 'call-open':
      return $localize`:@@publication.line.call-open:Åpen for forslag`;
    case 'call-closed':
      return $localize`:@@publication.line.call-closed:Fristen er ute`;
    case 'jury-at-work':
      return $localize`:@@publication.line.jury-at-work:Juryen arbeider`;
    case 'finalists-published':
      return $localize`:@@publication.line.finalists-published:Finalistene er klare`;
    case 'being-announced':
      return $localize`:@@publication.line.being-announced:Vinnerne kunngjøres nå`;
    case 'winners-announced':
      return $localize`:@@publication.line.winners-announced:Vinnerne er kåret`;
    case 'archived':
      return $localize`:@@publication.line.archived:Avsluttet`;
  }
}

/** Which municipalities a class is for. Bounds as in the edition: the lower is inclusive. */
export function boundsWords(min: number | null, max: number | null, locale: string): string {
  const from = formatNumber(min ?? 0, locale);
  const to = formatNumber(max ?? 0, locale);
  if (min === null && max === null) return $localize`:@@publication.bounds.all:Alle kommuner`;
  if (min === null) return $localize`:@@publication.bounds.under:Færre enn ${to}:to: innbyggere`;
  if (max === null)
    return $localize`:@@publication.bounds.over:${from}:from: innbyggere eller flere`;
  return $localize`:@@publication.bounds.between:Fra ${from}:from: til ${to}:to: innbyggere`;
}

/** How many entries took part. */
export function entriesWords(entries: number): string {
  return entries === 1
    ? $localize`:@@publication.entries.one:Ett forslag`
    : $localize`:@@publication.entries.many:${entries}:entries: forslag`;
}

/** Where a population figure comes from. */
export function populationSource(code: string): string {
  return code === 'ssb-07459'
    ? $localize`:@@publication.source.ssb:Statistisk sentralbyrå, tabell 07459`
    : code;
}

/** How a municipality came from another one or became another one; the other's name follows. */
/** `several`: the words stand before more than one municipality. */
export function passingWords(
  { direction, kind }: Pick<MunicipalityPassing, 'direction' | 'kind'>,
  several = false,
): string {
  if (direction === 'from') {
    switch (kind) {
      case 'merged':
        if (several) return $localize`:@@publication.passing.from-merged-several:Slått sammen av`;
        return $localize`:@@publication.passing.from-merged:Slått sammen med`;
      case 'divided':
        return $localize`:@@publication.passing.from-divided:Fikk en del av`;
      case 'separated':
        return $localize`:@@publication.passing.from-separated:Skilt ut fra`;
      case 're-established':
        return $localize`:@@publication.passing.from-re-established:Opprettet på nytt etter`;
    }
  }
  switch (kind) {
    case 'merged':
      return $localize`:@@publication.passing.to-merged:Gikk inn i`;
    case 'divided':
      return $localize`:@@publication.passing.to-divided:Delt, og en del gikk til`;
    case 'separated':
      return $localize`:@@publication.passing.to-separated:En del ble skilt ut som`;
    case 're-established':
      return $localize`:@@publication.passing.to-re-established:Opprettet på nytt som`;
  }
}

/** Paragraphs of a published text: blank lines part them. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The host of an address, for naming a source. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}
