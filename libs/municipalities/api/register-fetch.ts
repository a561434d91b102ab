/**
 * Fetches a refresh from the public registers, one answer at a time. What has been fetched and what is
 * left is plain data after every answer: a job that stores it goes on where it stopped.
 */
import { parsePlace, type PlaceRead, placeUrl } from './register-places';
import {
  parseCodeChanges,
  parseCodes,
  parseOrganisationPage,
  parsePopulationTable,
} from './register-sources';
import type {
  CodeChangeRead,
  CodeRead,
  OrganisationRead,
  PopulationFigureRead,
} from './register-sources';

/** Gets an address and answers with the parsed JSON; throws when the register does not answer. */
export type FetchJson = (url: string) => Promise<unknown>;

/** What to ask for. Dates are `YYYY-MM-DD`. */
export interface RefreshWanted {
  /** The day whose structure is wanted, normally today. */
  readonly date: string;
  /** Changes of numbers are asked for from this day on, normally the newest change that is known. */
  readonly changesFrom: string;
  /** Years whose population on 1 January is wanted. */
  readonly years: readonly number[];
}

/** What the registers have answered so far. */
export interface RegisterPieces {
  readonly date: string;
  readonly municipalityCodes: readonly CodeRead[];
  readonly countyCodes: readonly CodeRead[];
  readonly changes: readonly CodeChangeRead[];
  readonly organisations: readonly OrganisationRead[];
  readonly populations: readonly PopulationFigureRead[];
  /** Of the numbers that are new since the day from which changes were asked for. */
  readonly places: readonly PlaceRead[];
}

export interface RefreshStep {
  readonly source:
    'municipality-codes' | 'county-codes' | 'changes' | 'organisations' | 'population' | 'place';
  readonly url: string;
}

export interface RefreshProgress {
  /** What is still to be fetched, next first; empty when the refresh is complete. */
  readonly left: readonly RefreshStep[];
  readonly pieces: RegisterPieces;
}

const KLASS = 'https://data.ssb.no/api/klass/v1/classifications';
const MUNICIPALITIES = `${KLASS}/131`;
const COUNTIES = `${KLASS}/104`;
const PAGE_SIZE = 100;

/** A refresh of which nothing has been fetched. */
export function startRefresh({ date, changesFrom, years }: RefreshWanted): RefreshProgress {
  // The end of the period is not part of it.
  const to = dayAfter(date);
  return {
    left: [
      { source: 'municipality-codes', url: `${MUNICIPALITIES}/codesAt?date=${date}` },
      { source: 'county-codes', url: `${COUNTIES}/codesAt?date=${date}` },
      { source: 'changes', url: `${MUNICIPALITIES}/changes?from=${changesFrom}&to=${to}` },
      { source: 'organisations', url: organisationsUrl(0) },
      ...years.map((year): RefreshStep => ({ source: 'population', url: populationUrl(year) })),
    ],
    pieces: {
      date,
      municipalityCodes: [],
      countyCodes: [],
      changes: [],
      organisations: [],
      populations: [],
      places: [],
    },
  };
}

/**
 * The progress after the answer to the first step that is left. Throws RegisterSourceError when the
 * answer does not have the documented shape; nothing is taken from it then.
 */
export function takeAnswer(progress: RefreshProgress, answer: unknown): RefreshProgress {
  const [step, ...left] = progress.left;
  if (step === undefined) throw new Error('the refresh is complete');
  const { pieces } = progress;
  switch (step.source) {
    case 'municipality-codes':
      return { left, pieces: { ...pieces, municipalityCodes: parseCodes(answer) } };
    case 'county-codes':
      return { left, pieces: { ...pieces, countyCodes: parseCodes(answer) } };
    case 'changes': {
      const changes = parseCodeChanges(answer);
      return {
        left: [...left, ...placesAfter(changes, step)],
        pieces: { ...pieces, changes },
      };
    }
    case 'place':
      return { left, pieces: { ...pieces, places: [...pieces.places, parsePlace(answer)] } };
    case 'population': {
      const populations = [...pieces.populations, ...parsePopulationTable(answer)];
      return { left, pieces: { ...pieces, populations } };
    }
    case 'organisations': {
      const { organisations, nextPage } = parseOrganisationPage(answer);
      const next: RefreshStep[] =
        nextPage === null ? [] : [{ source: 'organisations', url: organisationsUrl(nextPage) }];
      return {
        left: [...next, ...left],
        pieces: { ...pieces, organisations: [...pieces.organisations, ...organisations] },
      };
    }
  }
}

/**
 * Fetches what is left and yields the progress after every answer; ends when nothing is left. When a
 * fetch fails, the last progress that was yielded is where to go on from.
 */
export async function* fetchRefresh(
  fetchJson: FetchJson,
  from: RefreshProgress,
): AsyncGenerator<RefreshProgress, void, undefined> {
  let progress = from;
  while (progress.left[0] !== undefined) {
    progress = takeAnswer(progress, await fetchJson(progress.left[0].url));
    yield progress;
  }
}

/** What is known already begins on the day from which changes are asked for; its places are known too. */
function placesAfter(changes: readonly CodeChangeRead[], { url }: RefreshStep): RefreshStep[] {
  const from = new URL(url).searchParams.get('from') ?? '';
  const numbers = changes.filter(({ date }) => date > from).map(({ newNumber }) => newNumber);
  return [...new Set(numbers)].map((number) => ({ source: 'place', url: placeUrl(number) }));
}

function populationUrl(year: number): string {
  const chosen = (dimension: string, codes: string) => `valueCodes%5B${dimension}%5D=${codes}`;
  const query = [
    'lang=no',
    'outputFormat=json-stat2',
    chosen('Region', '%2A'),
    chosen('ContentsCode', 'Personer1'),
    chosen('Tid', String(year)),
  ];
  return `https://data.ssb.no/api/pxwebapi/v2/tables/07459/data?${query.join('&')}`;
}

function organisationsUrl(page: number): string {
  return `https://data.brreg.no/enhetsregisteret/api/enheter?organisasjonsform=KOMM&size=${PAGE_SIZE}&page=${page}`;
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
