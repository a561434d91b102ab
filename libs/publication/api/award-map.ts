import { landOfNorway, placeOf } from '@award/municipalities/api';
import type { AwardMapView } from '@award/publication/contract';
import type { EditionRow, EntryRow } from './public.queries';
import { inLanguage, type Language } from './public-language';

/** Where the released finalists of some editions lie, winners last so that they are drawn on top; null when none does. */
export function awardMap(
  editions: readonly EditionRow[],
  entries: readonly EntryRow[],
  language: Language,
): AwardMapView | null {
  const places = entries.flatMap((entry) => {
    const edition = editions.find(({ id }) => id === entry.editionId);
    const place = placeOf(entry.placeNumber);
    if (edition === undefined || place === null) return [];
    const { classCode, number, name, winner } = entry;
    const named = edition.classes.find(({ code }) => code === classCode);
    const className = named ? inLanguage(named.name, language) : classCode;
    return [{ ...place, year: edition.year, number, name, classCode, className, winner }];
  });
  if (places.length === 0) return null;
  const { attribution, viewBox, path } = landOfNorway();
  return {
    attribution,
    viewBox,
    coast: path,
    places: places.sort((a, b) => Number(a.winner) - Number(b.winner)),
  };
}
