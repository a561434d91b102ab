import type { CorrectionKind } from '@award/award';

/** What is corrected, as a heading. */
export function kindWords(kind: CorrectionKind): string {
  switch (kind) {
    case 'announcement':
      return $localize`:@@publication.correct.announcement:Feil navn er kunngjort`;
    case 'text':
      return $localize`:@@publication.correct.text:Feil i en begrunnelse`;
    case 'prize-withdrawn':
      return $localize`:@@publication.correct.prize:Prisen trekkes tilbake`;
  }
}

/** What happens next with a correction of the kind. */
export function kindHint(kind: CorrectionKind): string {
  switch (kind) {
    case 'announcement':
      return $localize`:@@publication.correct.announcement-hint:Kryss av for dem som skulle vært kunngjort. Er det bare sagt feil fra scenen, lar du avkryssingen stå og skriver hva som er riktig.`;
    case 'text':
      return $localize`:@@publication.correct.text-hint:Begrunnelsen åpnes igjen hos juryen. Når den er rettet og godkjent av KS og NHO, kan rettelsen forsegles her.`;
    case 'prize-withdrawn':
      return $localize`:@@publication.correct.prize-hint:Kommunen blir stående som finalist, og siden sier at prisen er trukket tilbake, og når.`;
  }
}
