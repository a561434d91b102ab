import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type EntryTies, type Relation, type RelationType, suggestedConflicts } from '@award/award';
import type { SuggestionView } from '@award/impartiality/contract';
import { neighboursOf } from '@award/municipalities/api';
import { AWARD_YEAR, BY_NUMBER, ENTRY_TIES, RELATIONS_OF } from './relations.queries';

type Db = Pick<EntityManager, 'query'>;

/** A tie as it is stored, with the name of what it leads to. */
export interface RelationRow {
  id: string;
  personId: string;
  editionId: string;
  type: RelationType;
  municipalityId: string | null;
  organisationNumber: string | null;
  businessName: string | null;
  fromYear: number | null;
  toYear: number | null;
  name: string;
}

/** What one entry names, with its own name. */
export interface EntryTiesRow extends EntryTies {
  nominationId: string;
  municipalityName: string;
  /** On the edition's reference date. */
  municipalityNumber: string | null;
  countyName: string;
  neighbourNames: string[];
}

/** What may be grounds, looked up from what members have told and what the entries name. */
@Injectable()
export class Suggestions {
  async relationsOf(db: Db, personIds: readonly string[]): Promise<RelationRow[]> {
    return db.query(RELATIONS_OF, [personIds]);
  }

  async entries(
    db: Db,
    editionId: string,
    classCode: string,
    early = false,
  ): Promise<EntryTiesRow[]> {
    const rows: Omit<EntryTiesRow, 'bordering'>[] = await db.query(ENTRY_TIES, [
      editionId,
      classCode,
      early,
    ]);
    const idOf = await this.idsByNumber(db, [
      ...new Set(rows.flatMap((row) => neighboursOf(row.municipalityNumber ?? ''))),
    ]);
    return rows.map((row) => ({
      ...row,
      bordering: neighboursOf(row.municipalityNumber ?? '').flatMap(
        (number) => idOf.get(number) ?? [],
      ),
    }));
  }

  private async idsByNumber(db: Db, numbers: readonly string[]): Promise<Map<string, string>> {
    const rows: { number: string; id: string }[] = await db.query(BY_NUMBER, [numbers]);
    return new Map(rows.map(({ number, id }) => [number, id]));
  }

  /** The calendar year of the award's clock. */
  async year(db: Db): Promise<number> {
    const [row] = await db.query(AWARD_YEAR);
    return row.year;
  }
}

/** What these ties say about an entry. */
export function suggestionsFor(
  relations: readonly RelationRow[],
  entry: EntryTiesRow,
  year: number,
): SuggestionView[] {
  return suggestedConflicts(relations.map(asRelation), entry, year).map((one) => {
    const row = relations.find(({ id }) => id === one.relation);
    return {
      type: row?.type ?? 'employment',
      name: row?.name ?? '',
      link: one.link,
      ground: one.ground,
    };
  });
}

function asRelation(row: RelationRow): Relation {
  const { id, type, municipalityId, businessName, organisationNumber, fromYear, toYear } = row;
  return {
    id,
    type,
    municipality: municipalityId,
    business: businessName === null ? null : { number: organisationNumber, name: businessName },
    fromYear,
    toYear,
  };
}
