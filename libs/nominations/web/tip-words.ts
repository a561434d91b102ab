import type { TipRelation } from '@award/award';

export const RELATION_WORDS: Readonly<Record<TipRelation, string>> = {
  resident: $localize`:@@nominations.relation.resident:Bor i kommunen`,
  business: $localize`:@@nominations.relation.business:Driver bedrift der`,
  organisation: $localize`:@@nominations.relation.organisation:Fra en forening eller organisasjon`,
  employee: $localize`:@@nominations.relation.employee:Ansatt i kommunen`,
  elected: $localize`:@@nominations.relation.elected:Folkevalgt i kommunen`,
  'ks-region': $localize`:@@nominations.relation.ks:Fra en KS-region`,
  'nho-region': $localize`:@@nominations.relation.nho:Fra en NHO-region`,
  other: $localize`:@@nominations.relation.other:Noe annet`,
};
