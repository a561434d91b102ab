import { readFileSync } from 'node:fs';

/** The country in one drawing: path data by municipality number, in the box that `viewBox` names. */
export interface MapOfNorway {
  attribution: string;
  viewBox: string;
  paths: Record<string, string>;
}

/** The coast in one path, as a ground for marks, in the box that `viewBox` names. */
export interface LandOfNorway {
  attribution: string;
  viewBox: string;
  path: string;
}

interface LandFile {
  attribution: string;
  viewBox: string;
  paths: { land: string };
  places: Record<string, [number, number]>;
}

let country: MapOfNorway | undefined;
let coast: LandFile | undefined;
let outlines: Map<string, string> | undefined;
let neighbours: Map<string, string[]> | undefined;

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

/**
 * The numbers of the municipalities that share a border on land with the one that has this number since
 * 2024; none for an island, or for a number that is not there. Read from the shipped file on first need.
 */
export function neighboursOf(number: string): readonly string[] {
  neighbours ??= new Map(
    Object.entries(
      JSON.parse(
        readFileSync(
          new URL('./outlines/municipality-neighbours-2024.json', import.meta.url),
          'utf8',
        ),
      ).neighbours as Record<string, string[]>,
    ),
  );
  return neighbours.get(number) ?? [];
}

/** The borders since 2024. The attribution is to be shown beside it. Read from the shipped file on first need. */
export function mapOfNorway(): MapOfNorway {
  country ??= JSON.parse(
    readFileSync(new URL('./outlines/norway-map-2024.json', import.meta.url), 'utf8'),
  ) as MapOfNorway;
  return country;
}

/** The coast. The attribution is to be shown beside it. */
export function landOfNorway(): LandOfNorway {
  const { attribution, viewBox, paths } = landFile();
  return { attribution, viewBox, path: paths.land };
}

/**
 * The middle of the municipality that has had the number since 2020 or 2024, in the box of
 * `landOfNorway`; null when there is none.
 */
export function placeOf(number: string | null): { x: number; y: number } | null {
  const [x, y] = (number !== null && landFile().places[number]) || [];
  return x === undefined || y === undefined ? null : { x, y };
}

function landFile(): LandFile {
  coast ??= JSON.parse(
    readFileSync(new URL('./outlines/norway-land-2024.json', import.meta.url), 'utf8'),
  ) as LandFile;
  return coast;
}
