import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  awaitingRuling,
  type EntryStanding,
  type Ground,
  phaseAllows,
  type RecusalScope,
  stillToDeclare,
} from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type {
  Declare,
  DeclareEntry,
  MyDeclarationsView,
  SeatImpartialityView,
  SuggestionView,
} from '@award/impartiality/contract';
import { Jobs } from '@award/jobs/api';
import { leads, panelClass, type PanelSeat, Seats } from '@award/jury/api';
import { DeclarationRow } from './declaration.entity';
import { MemberMail } from './member-mail';
import { DECLARATION_LIST } from './standing.queries';
import { asStanding, Standings } from './standings.service';
import { type EntryTiesRow, Suggestions, suggestionsFor } from './suggestions.service';

interface ListRow {
  nominationId: string;
  municipalityName: string;
  municipalityNumber: string;
  countyName: string;
  contactName: string;
  standing: EntryStanding;
  ground: Ground | null;
  declaredAt: Date | null;
  scope: RecusalScope;
  closed: 'recused' | 'undeclared' | 'ruling-awaited' | null;
}

/** What members say about themselves: only ever added to. */
@Injectable()
export class Declarations {
  constructor(
    private readonly db: DataSource,
    private readonly seats: Seats,
    private readonly standings: Standings,
    private readonly suggestions: Suggestions,
    private readonly keys: RequestKeys,
    private readonly mail: MemberMail,
    private readonly audit: AuditLog,
    jobs: Jobs,
  ) {
    jobs.register('declarations', () => this.sweep(), { everyMinute: true });
  }

  /** Deletes what is told of relations in archived editions. Who stepped out stays in the rulings and the minutes. */
  async sweep(): Promise<void> {
    for (const table of ['declaration', 'office_declaration'])
      await this.db.query(
        `delete from ${table} d using edition e where e.id = d.edition_id and e.phase = 'archived'`,
      );
  }

  async mine(principal: Principal): Promise<MyDeclarationsView> {
    return this.viewOf(this.db, await this.seats.seatOf(this.db, principal));
  }

  /** One statement for each entry named. A statement that changes nothing is not written again. */
  async declare(principal: Principal, key: string, body: Declare): Promise<MyDeclarationsView> {
    return this.db.transaction(async (tx) => {
      const seat = await this.seats.seatOf(tx, principal);
      return this.keys.once(tx, principal, key, body, async () => {
        await tx.query('select 1 from seat where id = $1 for update', [seat.id]);
        const panel = await panelClass(tx, principal, seat.editionId, seat.classCode);
        demand(phaseAllows(panel.phase, 'declare'));
        const news = await this.newsIn(tx, seat, body.declarations);
        if (news.length === 0) return this.viewOf(tx, seat);
        await tx.insert(
          DeclarationRow,
          news.map(({ nominationId, ground }) => ({
            seatId: seat.id,
            nominationId,
            editionId: seat.editionId,
            answer: ground === null ? ('none' as const) : ('ground' as const),
            ground,
          })),
        );
        const grounds = news.filter(({ ground }) => ground !== null);
        const leaders = await this.seats.activeSeats(tx, seat.editionId, seat.classCode);
        for (const { nominationId } of grounds) {
          const others = leaders.filter((other) => leads(other) && other.id !== seat.id);
          await this.mail.tell(tx, panel, 'ground-declared', `${seat.id}:${nominationId}`, others);
        }
        await this.audit.write(tx, {
          principal,
          act: 'declaration:make',
          subjectType: 'seat',
          subjectId: seat.id,
          editionId: seat.editionId,
          facts: { classCode: seat.classCode, declared: news.length, grounds: grounds.length },
        });
        return this.viewOf(tx, seat);
      });
    });
  }

  /** How far each seat has come, for the secretariat: never which entry, never which ground. */
  async overview(
    principal: Principal,
    editionId: string,
    classCode: string,
  ): Promise<SeatImpartialityView[]> {
    await panelClass(this.db, principal, editionId, classCode);
    const rows = await this.standings.rows(this.db, editionId, classCode);
    return [...Map.groupBy(rows, (row) => row.seatId)].map(([seatId, own]) => ({
      seatId,
      declared: own.filter((row) => row.answer !== null).length,
      entries: own.length,
      awaitingRuling: awaitingRuling(asStanding(own)).length,
      recused: own.some((row) => row.standing === 'recused'),
    }));
  }

  private async newsIn(
    tx: EntityManager,
    seat: PanelSeat,
    declared: readonly DeclareEntry[],
  ): Promise<readonly DeclareEntry[]> {
    const rows = await this.standings.rows(tx, seat.editionId, seat.classCode, seat.id);
    const known = new Map(rows.map((row) => [row.nominationId, row]));
    const ids = declared.map(({ nominationId }) => nominationId.toLowerCase());
    if (new Set(ids).size !== ids.length) throw new Refused('bad-input');
    return declared
      .map(({ ground }, place) => ({ nominationId: ids[place] ?? '', ground }))
      .filter(({ nominationId, ground }) => {
        const row = known.get(nominationId);
        if (!row) throw new Refused('not-found');
        return row.standing === 'undeclared' || row.answer === null || row.ground !== ground;
      });
  }

  private async viewOf(
    db: Pick<EntityManager, 'query'>,
    seat: PanelSeat,
  ): Promise<MyDeclarationsView> {
    const rows: ListRow[] = await db.query(DECLARATION_LIST, [seat.id]);
    const entries = await this.suggestions.entries(db, seat.editionId, seat.classCode);
    const relations = await this.suggestions.relationsOf(db, [seat.personId]);
    const year = await this.suggestions.year(db);
    const tiesOf = new Map(entries.map((entry) => [entry.nominationId, entry]));
    return {
      scope: rows[0]?.scope ?? 'class',
      closedBecause: rows[0]?.closed ?? null,
      undeclared: stillToDeclare(asStanding(rows)).length,
      entries: rows.map((row) => ({
        nominationId: row.nominationId,
        municipalityName: row.municipalityName,
        municipalityNumber: row.municipalityNumber,
        countyName: row.countyName,
        ...namedIn(row, tiesOf.get(row.nominationId), (entry) =>
          suggestionsFor(relations, entry, year),
        ),
        standing: row.standing,
        ground: row.ground,
        declaredAt: row.declaredAt?.toISOString() ?? null,
      })),
    };
  }
}

/** What is needed to declare. From whoever has stepped out, what the entry names is hidden like the rest of it. */
function namedIn(
  row: ListRow,
  entry: EntryTiesRow | undefined,
  suggest: (entry: EntryTiesRow) => SuggestionView[],
) {
  if (row.standing === 'recused' || !entry)
    return { contactName: '', partners: [], proposedBy: [], neighbours: [], suggestions: [] };
  return {
    contactName: row.contactName,
    partners: entry.partners.map(({ name }) => name),
    proposedBy: entry.proposedBy.map(({ name }) => name),
    neighbours: entry.neighbourNames,
    suggestions: suggest(entry),
  };
}
