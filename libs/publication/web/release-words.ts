import { wayOut } from '@award/award';
import type { ReleaseCondition, ReleaseItem } from '@award/publication/contract';

/** What a release is of: `name` is that of its class, null for the finalists of all classes. */
export function releaseTitle({ kind }: Pick<ReleaseItem, 'kind'>, name: string | null): string {
  return kind === 'finalists'
    ? $localize`:@@publication.release.finalists:Finalistene i alle kategorier`
    : $localize`:@@publication.release.winners:Vinneren, ${name ?? ''}:class:`;
}

/** A condition as a sentence that is true when it is met. */
export function conditionWords({ code }: ReleaseCondition, name: string | null): string {
  const group = name ?? '';
  switch (code) {
    case 'phase':
      return $localize`:@@publication.condition.phase:Kåringen er kommet så langt`;
    case 'finalists-decided':
      return $localize`:@@publication.condition.finalists-decided:${group}:class:: finalistene er bestemt`;
    case 'winner-decided':
      return $localize`:@@publication.condition.winner-decided:${group}:class:: vinneren er bestemt`;
    case 'justifications-sealed':
      return $localize`:@@publication.condition.justifications:${group}:class:: begrunnelsene er godkjent og låst`;
    case 'images-ready':
      return $localize`:@@publication.condition.images:${group}:class:: bildene har bildetekst, fotograf og rettigheter`;
    case 'release-text':
      return $localize`:@@publication.condition.release-text:Pressemeldingen er skrevet på bokmål`;
    case 'sealed':
      return $localize`:@@publication.condition.sealed:Resultatet er forseglet`;
    case 'as-decided':
      return $localize`:@@publication.condition.as-decided:Forseglingen stemmer med det juryen har bestemt`;
    case 'finalists-released':
      return $localize`:@@publication.condition.finalists-released:Finalistene er publisert`;
    case 'two-keys':
      return $localize`:@@publication.condition.two-keys:To personer har vridd om nøkkelen`;
    case 'not-stopped':
      return $localize`:@@publication.condition.not-stopped:Publiseringen er ikke stoppet`;
    case 'time':
      return $localize`:@@publication.condition.time:Tidspunktet er kommet, eller noen trykker på Publiser nå`;
  }
}

/** Where to go to mend a condition of the edition's release of the scope, and what the link says; null where there is nowhere. */
export function wayOutLink(
  { code, classCode }: Pick<ReleaseCondition, 'code' | 'classCode'>,
  editionId: string,
  scope: string,
): { readonly link: readonly string[]; readonly words: string } | null {
  const office = '/sekretariat';
  switch (wayOut(code)) {
    case 'meeting':
      return {
        link: [office, 'moter', editionId, classCode ?? scope],
        words: $localize`:@@publication.way.meeting:Gå til jurymøtet`,
      };
    case 'justifications':
      return {
        link: [office, 'begrunnelser', editionId, classCode ?? scope],
        words: $localize`:@@publication.way.justifications:Gå til begrunnelsene`,
      };
    case 'images':
      return {
        link: [office, 'publisering', editionId, 'bilder'],
        words: $localize`:@@publication.way.images:Gå til bildene`,
      };
    case 'release-text':
      return {
        link: [office, 'publisering', editionId, 'pressemelding', scope],
        words: $localize`:@@publication.way.text:Skriv pressemeldingen`,
      };
    case null:
      return null;
  }
}
