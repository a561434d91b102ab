/**
 * Reads what Kartverket's register of places (Geonorge, kommuneinfo) says of one municipality: its official names by
 * language, whether it lies in the area of Sámi administration, and a point within it. Throws RegisterSourceError when
 * the answer does not have the documented shape. Source: ws.geonorge.no/kommuneinfo/v1.
 */
import { JsonReader } from './register-json';

export interface PlaceRead {
  readonly number: string;
  readonly norwegianName: string | null;
  readonly samiName: string | null;
  readonly kvenName: string | null;
  readonly samiArea: boolean;
  /** Degrees east and north (EPSG:4258). */
  readonly longitude: number;
  readonly latitude: number;
}

const GEONORGE = 'Geonorge';

export function placeUrl(number: string): string {
  return `https://ws.geonorge.no/kommuneinfo/v1/kommuner/${number}`;
}

export function parsePlace(json: unknown): PlaceRead {
  const place = JsonReader.of(GEONORGE, json);
  // Places for a second and a third name stand empty.
  const names = place.objects('gyldigeNavn').flatMap((one) => {
    const name = one.optionalText('navn');
    return name === null ? [] : [{ name, language: one.optionalText('sprak') ?? '' }];
  });
  const named = (language: RegExp) =>
    names.find((one) => language.test(one.language))?.name ?? null;
  const [longitude, latitude] = pointOf(place.object('punktIOmrade'));
  const samiArea = place.raw('samiskForvaltningsomrade');
  if (typeof samiArea !== 'boolean') place.fail('samiskForvaltningsomrade', 'true or false');
  return {
    number: place.text('kommunenummer'),
    norwegianName: named(/^Norwegian$/i),
    samiName: named(/ Sami$/i),
    kvenName: named(/^Kven$/i),
    samiArea: samiArea === true,
    longitude,
    latitude,
  };
}

function pointOf(point: JsonReader): [number, number] {
  const coordinates = point.raw('coordinates');
  const [east, north] = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  // To the fifth decimal, a metre, as the rest of the register.
  const rounded = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
  if (typeof east !== 'number' || typeof north !== 'number')
    return point.fail('coordinates', 'a point');
  return [rounded(east), rounded(north)];
}
