import { readFileSync } from 'node:fs';

/** The country in one drawing: path data by municipality number, in the box that `viewBox` names. */
export interface MapOfNorway {
  attribution: string;
  viewBox: string;
  paths: Record<string, string>;
}

let country: MapOfNorway | undefined;
let outlines: Map<string, string> | undefined;

/**
 * The outline of the municipality that has the number since 2024, as SVG path data in a box of
 * 100 × 100 with even-odd filling; null when there is none. Read from the shipped file on first need.
 */
export function outlineOf(number: string | null): string | null {
  outlines ??= new Map(
    Object.entries(
      JSON.parse(
        readFileSync(
          new URL('./outlines/municipality-outlines-2024.json', import.meta.url),
          'utf8',
        ),
      ).paths as Record<string, string>,
    ),
  );
  return number === null ? null : (outlines.get(number) ?? null);
}

/** The borders since 2024. The attribution is to be shown beside it. Read from the shipped file on first need. */
export function mapOfNorway(): MapOfNorway {
  country ??= JSON.parse(
    readFileSync(new URL('./outlines/norway-map-2024.json', import.meta.url), 'utf8'),
  ) as MapOfNorway;
  return country;
}
