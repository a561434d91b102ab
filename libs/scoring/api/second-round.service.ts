import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  hasSecondRound,
  mayOpenSecondRound,
  type Reading,
  secondLook,
  sheetQuorum,
  type Standing,
  withoutHidden,
  contestedEntries,
} from '@award/award';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { demandReach } from '@award/editions/api';
import { Standings } from '@award/impartiality/api';
import { type PanelSeat, Seats } from '@award/jury/api';
import { Mail } from '@award/mail/api';
import type { OpenSecondRound, SecondRoundView } from '@award/scoring/contract';
import { Assignments } from './assignments.service';
import { type Assigned, counts, expected, type ScoringInput } from './class-input';
import { scoringMail } from './scoring-mail';
import { Scoring } from './scoring.service';
import { HOLD_SAVES, LOCK_CLASS, LOCK_ENTRIES, SECOND_ROUND } from './scoring.queries';
import { SecondRoundRow } from './second-round.entity';

type Db = Pick<EntityManager, 'query'>;

const READERS = `
select lower(s.email) as email, coalesce(p.language, 'nb') as language, c.name from seat s join person p on p.id = s.person_id
  join edition_class c on c.edition_id = s.edition_id and c.code = s.class_code
where s.id = any($1) order by s.id`;

/**
 * The second round of a class. The system chooses the entries from the locked sheets; nobody sees a
 * score, and nobody is told why an entry was chosen. From then on only what is asked for can be written.
 */
@Injectable()
export class SecondRounds {
  constructor(
    private readonly db: DataSource,
    private readonly scoring: Scoring,
    private readonly assignments: Assignments,
    private readonly seats: Seats,
    private readonly standings: Standings,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
  ) {
    mail.register('second-round', scoringMail.secondRound, {
      stillFor: async (db, { recipient, editionId }) => {
        const [asked] = await db.query(
          `select from seat s join second_reading x on x.seat_id = s.id
           where s.edition_id = $1 and lower(s.email) = $2 and s.state = 'accepted' limit 1`,
          [editionId, recipient],
        );
        return asked !== undefined;
      },
    });
  }

  /** Chooses and asks. Refused as the closing of the class is, and when nobody would be asked for anything. */
  async open(
    principal: Principal,
    editionId: string,
    classCode: string,
    { acknowledgeMissing }: OpenSecondRound,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      demandReach(principal, editionId, classCode);
      await tx.query(HOLD_SAVES, [editionId, classCode]);
      const [locked] = await tx.query(LOCK_CLASS, [editionId, classCode]);
      if (!locked) throw new Refused('not-found');
      await tx.query(LOCK_ENTRIES, [editionId, classCode]);
      const leader = await this.scoring.demandLeader(tx, principal);
      const input = await this.scoring.inputOfClass(tx, editionId, classCode);
      const seats = await this.seats.activeSeats(tx, editionId, classCode);
      const asks = await this.asksOf(tx, input, seats);
      demand(
        mayOpenSecondRound({
          stage: locked.stage,
          opened: (await this.view(tx, editionId, classCode)) !== null,
          groundsAwaitingRuling: await this.scoring.awaiting(tx, editionId, classCode),
          missingSheets: input.missing.length,
          acknowledged: acknowledgeMissing,
          quorum: sheetQuorum(
            input.entries.map(
              (entry) => input.sheets.filter((one) => one.entry === entry && counts(one)).length,
            ),
            input.quorum,
          ),
          asks: asks.length > 0,
        }),
      );
      await tx.insert(SecondRoundRow, { editionId, classCode, openedBy: leader.id });
      await this.ask(tx, editionId, classCode, asks);
      await this.tell(tx, editionId, classCode, asks);
      await this.audit.write(tx, {
        principal,
        act: 'scoring:second-round',
        subjectType: 'edition-class',
        subjectId: editionId,
        editionId,
        facts: { classCode, asked: asks.length },
      });
    });
  }

  /** Asks members who came into the panel after the second round opened. */
  async askNewcomers(tx: EntityManager, editionId: string, classCode: string): Promise<void> {
    if ((await this.view(tx, editionId, classCode)) === null) return;
    const known: { seat: string }[] = await tx.query(
      'select distinct seat_id as seat from second_reading where edition_id = $1 and class_code = $2',
      [editionId, classCode],
    );
    const active = await this.seats.activeSeats(tx, editionId, classCode);
    const newcomers = active.filter(({ id }) => !known.some(({ seat }) => seat === id));
    if (newcomers.length === 0) return;
    const input = await this.scoring.inputOfClass(tx, editionId, classCode);
    await this.ask(tx, editionId, classCode, await this.asksOf(tx, input, newcomers));
  }

  /** How far it has come; null when there is none. */
  async view(db: Db, editionId: string, classCode: string): Promise<SecondRoundView | null> {
    const [row] = await db.query(SECOND_ROUND, [editionId, classCode]);
    return row ? { ...row, openedAt: row.openedAt.toISOString() } : null;
  }

  private async asksOf(
    db: Db,
    input: ScoringInput,
    seats: readonly PanelSeat[],
  ): Promise<Reading[]> {
    const { editionId, classCode } = input;
    const readings = await this.assignments.readings(db, editionId, classCode);
    if (!hasSecondRound(input.preset, readings === null)) return [];
    const handedOut = await this.assignments.handedOut(db, editionId, classCode);
    const standings = await this.standings.ofClass(db, editionId, classCode);
    const chosen = new Map<string, Choice>();
    return seats.flatMap(({ id }) => {
      const standing = standings.get(id);
      const hidden = input.entries.filter((entry) => standing && !expected(standing, entry));
      const key = hidden.join();
      const choice = chosen.get(key) ?? chooseWithout(input, hidden);
      chosen.set(key, choice);
      return askedOf(id, choice, standing, handedOut);
    });
  }

  /** Opens the locked sheets again for more; what they said in the first round is kept and counts meanwhile. */
  private async ask(
    tx: EntityManager,
    editionId: string,
    classCode: string,
    asks: readonly Reading[],
  ): Promise<void> {
    await this.assignments.give(tx, editionId, classCode, asks);
    await tx.query(
      `with asked as (
         insert into second_reading (seat_id, nomination_id, edition_id, class_code, first_overall)
         select a.seat, a.entry, $1, $2, s.overall
         from jsonb_to_recordset($3::jsonb) as a(seat uuid, entry uuid)
           left join score_sheet s on s.seat_id = a.seat and s.nomination_id = a.entry and s.state = 'locked'
         on conflict do nothing returning seat_id, nomination_id)
       update score_sheet s set state = 'open', locked_at = null, lock_version = s.lock_version + 1
       from asked where s.seat_id = asked.seat_id and s.nomination_id = asked.nomination_id and s.state = 'locked'`,
      [editionId, classCode, JSON.stringify(asks)],
    );
  }

  private async tell(
    tx: EntityManager,
    editionId: string,
    classCode: string,
    asks: readonly Reading[],
  ): Promise<void> {
    const readers: { email: string; language: 'nb' | 'nn' | 'en'; name: Record<string, string> }[] =
      await tx.query(READERS, [[...new Set(asks.map(({ seat }) => seat))]]);
    for (const { email, language, name } of readers)
      await this.mail.queue(tx, {
        eventKey: `second-round:${editionId}:${classCode}`,
        recipient: email,
        template: 'second-round',
        language,
        words: { className: name[language] || (name['nb'] ?? '') },
        editionId,
      });
  }
}

interface Choice {
  readonly look: readonly string[];
  readonly contested: readonly string[];
}

/** What somebody is asked about, chosen as if what is hidden from the member were not there. */
function chooseWithout(input: ScoringInput, hidden: readonly string[]): Choice {
  const { classCode, preset, counted, entries, places, scale, sheets } = input;
  const scoring = withoutHidden({ entries, criteria: counted, scale, places, sheets }, hidden);
  return {
    look: preset === 'simple' ? secondLook(scoring, preset, classCode) : [],
    contested: contestedEntries(scoring, classCode),
  };
}

/** More about what the member reads already, and the contested entries that the member has not read. */
function askedOf(
  seat: string,
  { look, contested }: Choice,
  standing: Standing | undefined,
  handedOut: Assigned,
): Reading[] {
  const mayRead = (entry: string) => standing === undefined || expected(standing, entry);
  const more = look.filter((entry) => handedOut(seat, entry));
  const others = contested.filter((entry) => !handedOut(seat, entry));
  return [...more, ...others].filter(mayRead).map((entry) => ({ seat, entry }));
}
