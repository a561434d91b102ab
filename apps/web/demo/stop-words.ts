import type { SampleStop } from '@award/access/contract';

/** Where the sample year is, in words. */
export const STOP_WORDS: Record<SampleStop, string> = {
  planned: $localize`:@@demo.stop.planned:Før utlysningen`,
  open: $localize`:@@demo.stop.open:Kommunene skriver forslag`,
  closed: $localize`:@@demo.stop.closed:Sekretariatet kontrollerer forslagene`,
  judging: $localize`:@@demo.stop.judging:Juryen vurderer`,
  deliberation: $localize`:@@demo.stop.deliberation:Juryen skal ha møte`,
  'finalists-published': $localize`:@@demo.stop.finalists-published:Finalistene er offentlige`,
  announced: $localize`:@@demo.stop.announced:Vinnerne er kåret`,
  archived: $localize`:@@demo.stop.archived:Kåringen er i arkivet`,
};
