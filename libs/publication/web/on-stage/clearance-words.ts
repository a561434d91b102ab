import type { ClearanceKnows, ClearancePart } from '@award/award';
import type { ClearancesView } from '@award/publication/contract';

type Part = ClearancePart | ClearancesView['byRole'][number]['part'];

const PARTS: Readonly<Record<Part, string>> = {
  presenter: $localize`:@@publication.part.presenter:Programleder`,
  technician: $localize`:@@publication.part.technician:Tekniker`,
  photographer: $localize`:@@publication.part.photographer:Fotograf`,
  journalist: $localize`:@@publication.part.journalist:Journalist`,
  other: $localize`:@@publication.part.other:Annet`,
  juror: $localize`:@@publication.part.juror:Jurymedlem`,
  secretary: $localize`:@@publication.part.secretary:Sekretariatet`,
  'release-keyholder': $localize`:@@publication.part.keyholder:Har en nøkkel`,
};

export function partWords(part: Part): string {
  return PARTS[part];
}

export function knowsWords(knows: ClearanceKnows, className: string | null): string {
  return knows === 'finalists'
    ? $localize`:@@publication.knows.finalists:Hvem finalistene er`
    : $localize`:@@publication.knows.winner:Hvem som vinner: ${className ?? ''}:class:`;
}
