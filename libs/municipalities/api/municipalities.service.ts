import { Injectable } from '@nestjs/common';
import type { Db } from '@award/editions/api';
import type {
  CountyView,
  MunicipalityHistory,
  MunicipalityPage,
  MunicipalityView,
  PopulationView,
} from '@award/municipalities/contract';
import {
  BY_ID,
  BY_NUMBER,
  COUNTIES,
  HISTORY,
  ID_OF_NUMBER_EVER,
  NAME_AT,
  POPULATION_AT,
  SEARCH,
} from './municipalities.queries';

export interface Search {
  text?: string;
  /** County number, two digits. */
  county?: string;
  /** Only numbers after this one. */
  after?: string;
  limit?: number;
  /** The invented municipalities of the sample edition instead of the real ones. */
  invented?: boolean;
}

const PAGE = 100;

/**
 * Reads of the municipality register. `db` is a DataSource or an EntityManager; every date is `YYYY-MM-DD`,
 * and a date that is left out is today.
 */
@Injectable()
export class Municipalities {
  /** The municipality that has the number on the date, or null. */
  async byNumber(db: Db, number: string, onDate?: string): Promise<MunicipalityView | null> {
    const [row] = await db.query(BY_NUMBER, [onDate ?? null, number]);
    return row ?? null;
  }

  /** The municipality as it is on the date, or as it last was; null when the id is unknown. */
  async byId(db: Db, id: string, onDate?: string): Promise<MunicipalityView | null> {
    const [row] = await db.query(BY_ID, [onDate ?? null, id]);
    return row ?? null;
  }

  /** Those in force on the date, by number. Every word of the text is found in any official form of the name. */
  async search(db: Db, search: Search = {}, onDate?: string): Promise<MunicipalityPage> {
    const limit = search.limit ?? PAGE;
    const rows: MunicipalityView[] = await db.query(SEARCH, [
      onDate ?? null,
      foldedWords(search.text ?? ''),
      search.county ?? null,
      search.after ?? null,
      limit + 1,
      search.invented ?? false,
    ]);
    const municipalities = rows.slice(0, limit);
    return {
      municipalities,
      next: rows.length > limit ? (municipalities.at(-1)?.number ?? null) : null,
    };
  }

  async counties(db: Db, invented = false, onDate?: string): Promise<CountyView[]> {
    return db.query(COUNTIES, [onDate ?? null, invented]);
  }

  /** The name on the date, or the first it had after; null when the id is unknown. */
  async nameAt(db: Db, municipalityId: string, date: string): Promise<string | null> {
    const [row] = await db.query(NAME_AT, [date, municipalityId]);
    return row?.name ?? null;
  }

  /** The figure for exactly that date, or null: a missing figure is unknown, never the year before's. */
  async populationAt(db: Db, municipalityId: string, date: string): Promise<PopulationView | null> {
    const [row] = await db.query(POPULATION_AT, [municipalityId, date]);
    return row ?? null;
  }

  /** Everything about the municipality that has, or last had, the number; null when none ever did. */
  async history(db: Db, number: string): Promise<MunicipalityHistory | null> {
    const [found] = await db.query(ID_OF_NUMBER_EVER, [number]);
    if (!found) return null;
    const [facts] = await db.query(HISTORY, [found.id]);
    const municipality = await this.byId(db, found.id);
    if (!facts || !municipality) return null;
    const history: Omit<MunicipalityHistory, 'redirectTo' | 'endedOn' | 'municipality'> = facts;
    return {
      ...history,
      municipality,
      endedOn: history.versions.at(-1)?.validTo ?? null,
      redirectTo: redirectOf(history, number, found.validFrom),
    };
  }
}

/** Sent on only where nothing but the number changed: no merger or division on any of the days since. */
function redirectOf(
  history: Pick<MunicipalityHistory, 'versions' | 'before' | 'after'>,
  number: string,
  validFrom: string,
): string | null {
  const later = history.versions.filter((version) => version.validFrom > validFrom);
  const last = later.at(-1);
  const passings = new Set([...history.before, ...history.after].map(({ date }) => date));
  const oneToOne = later.every((version) => !passings.has(version.validFrom));
  return last !== undefined && last.number !== number && oneToOne ? last.number : null;
}

const LETTERS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', đ: 'd', ŋ: 'n', ŧ: 't' };

/** The words of a search, folded as the SQL function `folded` folds names: Å, Aa and A are one, Hábmer is habmer. */
export function foldedWords(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[øæđŋŧ]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll('aa', 'a')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 6);
}
