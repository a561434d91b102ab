import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Grant, mayHold, mayRegister } from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type {
  CandidateView,
  CheckCandidate,
  SuggestionView,
  TellRelation,
  TouchedEntryView,
} from '@award/impartiality/contract';
import { panelClass } from '@award/jury/api';
import {
  type EntryTiesRow,
  type RelationRow,
  Suggestions,
  suggestionsFor,
} from './suggestions.service';

type Db = Pick<EntityManager, 'query'>;

const PERSON = `select person_id as id from identity where issuer = 'email' and subject = $1`;
const GRANTS = `select role, edition_id as edition, municipality_id as municipality from role_grant where person_id = $1 and revoked_at is null`;

/**
 * «Would this person be impartial here?», asked before inviting. What is asked about is not stored. Of what
 * the person has told here before, only that it touches an entry is answered, never what it is.
 */
@Injectable()
export class Candidates {
  constructor(
    private readonly db: DataSource,
    private readonly suggestions: Suggestions,
    private readonly audit: AuditLog,
  ) {}

  async check(
    principal: Principal,
    editionId: string,
    classCode: string,
    body: CheckCandidate,
  ): Promise<CandidateView> {
    return this.db.transaction(async (tx) => {
      const panel = await panelClass(tx, principal, editionId, classCode);
      const asked = await this.asked(tx, body.relations);
      const person = await this.personOf(tx, body.email);
      const told = person ? await this.suggestions.relationsOf(tx, [person]) : [];
      const entries = await this.suggestions.entries(tx, editionId, classCode, true);
      const year = await this.suggestions.year(tx);
      const touched = entries
        .map((entry) => touchedEntry(entry, asked, told, year))
        .filter(({ ties, registered }) => ties.length > 0 || registered);
      const grounds = touched.filter(
        ({ ties, registered }) => registered || ties.some(({ ground }) => ground !== null),
      );
      await this.audit.write(tx, {
        principal,
        act: 'candidate:check',
        subjectType: 'edition-class',
        subjectId: editionId,
        editionId,
        facts: { classCode, entries: entries.length, touched: touched.length },
      });
      return {
        scope: panel.scope,
        entries: entries.length,
        touched,
        outcome: outcomeOf(grounds.length, panel.scope),
        otherRole: person !== null && (await this.holdsOther(tx, person, editionId)),
      };
    });
  }

  /** The ties that are asked about, in the form of stored ones. */
  private async asked(db: Db, relations: readonly TellRelation[]): Promise<RelationRow[]> {
    const ids = relations.flatMap(({ municipalityId }) => municipalityId ?? []);
    const names: { id: string; name: string }[] = await db.query(
      `select distinct on (municipality_id) municipality_id as id, name from municipality_version
       where municipality_id = any($1) order by municipality_id, valid_from desc`,
      [ids],
    );
    return relations.map((one, place) => {
      const { municipalityId, businessName, organisationNumber } = one;
      const business =
        businessName === null ? null : { name: businessName, number: organisationNumber };
      const verdict = mayRegister({ ...one, municipality: municipalityId, business });
      if (!verdict.allowed)
        throw new Refused(verdict.reason, {
          fields: [{ path: `relations.${place}`, reason: verdict.reason }],
        });
      const municipality = names.find(({ id }) => id === municipalityId)?.name;
      if (municipalityId !== null && municipality === undefined)
        throw new Refused('unknown-municipality');
      return {
        ...one,
        id: String(place),
        personId: '',
        editionId: '',
        name: municipality ?? businessName?.trim() ?? '',
      };
    });
  }

  private async personOf(db: Db, email: string | null): Promise<string | null> {
    if (email === null) return null;
    const [person] = await db.query(PERSON, [email.trim().toLowerCase()]);
    return person?.id ?? null;
  }

  private async holdsOther(db: Db, personId: string, editionId: string): Promise<boolean> {
    const held: Grant[] = await db.query(GRANTS, [personId]);
    return !mayHold(held, { role: 'juror', edition: editionId }).allowed;
  }
}

function touchedEntry(
  entry: EntryTiesRow,
  asked: readonly RelationRow[],
  told: readonly RelationRow[],
  year: number,
): TouchedEntryView {
  const ties: SuggestionView[] = suggestionsFor(asked, entry, year);
  return {
    nominationId: entry.nominationId,
    municipalityName: entry.municipalityName,
    countyName: entry.countyName,
    ties,
    registered: suggestionsFor(told, entry, year).some(({ ground }) => ground !== null),
  };
}

function outcomeOf(grounds: number, scope: CandidateView['scope']): CandidateView['outcome'] {
  if (grounds === 0) return 'nothing-known';
  return scope === 'class' ? 'whole-class' : 'some-entries';
}
