import type { EntryView } from '@award/nominations/contract';

/** What the municipality can expect or do next, by where its entry stands. */
export function whatNow({ state, acts }: EntryView): string {
  switch (state) {
    case 'submitted':
      return acts.includes('take-back')
        ? $localize`:@@nominations.now.submitted-open:Forslaget er sendt inn. Fram til fristen kan dere ta det tilbake, endre det og sende det inn på nytt. Etter fristen går sekretariatet gjennom det.`
        : $localize`:@@nominations.now.submitted:Forslaget er sendt inn. Sekretariatet går gjennom det og gir dere beskjed.`;
    case 'in-eligibility-check':
      return $localize`:@@nominations.now.check:Sekretariatet går gjennom forslaget. Dere får beskjed når det er gjort, eller hvis noe må rettes.`;
    case 'returned':
      return $localize`:@@nominations.now.returned:Noe må rettes før forslaget kan gå videre.`;
    case 'eligible':
      return $localize`:@@nominations.now.eligible:Forslaget er i orden og går videre til juryen. Dere trenger ikke gjøre noe.`;
    case 'ineligible':
      return $localize`:@@nominations.now.ineligible:Forslaget oppfyller ikke vilkårene og går ikke videre. Begrunnelsen står nedenfor.`;
    case 'in-review':
    case 'assessed':
      return $localize`:@@nominations.now.review:Forslaget er hos juryen. Alle som er med, får beskjed når finalistene er klare.`;
    case 'lapsed':
      return $localize`:@@nominations.now.lapsed:Forslaget ble ikke sendt inn i tide og er ikke med i årets kåring. Teksten ligger her, så dere kan bruke den igjen.`;
    case 'withdrawn':
      return $localize`:@@nominations.now.withdrawn:Forslaget er trukket og er ikke med i årets kåring.`;
    case 'draft':
      return $localize`:@@nominations.now.draft:Forslaget er en kladd. Rollen din kan lese, men ikke skrive.`;
    default:
      return '';
  }
}
