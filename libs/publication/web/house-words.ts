/** Whom a member of the jury comes from. */
export function houseWords(house: 'KS' | 'NHO' | 'independent'): string {
  return house === 'independent' ? $localize`:@@publication.jury.independent:uavhengig` : house;
}
