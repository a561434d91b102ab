import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, LinkTokens, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import {
  keysApart,
  may,
  mayConfirmPostponement,
  mayPostpone,
  mayPropose,
  needs,
  no,
  type Permission,
  POSTPONABLE,
  type Postponable,
  type Verdict,
} from '@award/award';
import { demandReach, type EditionRow, Editions } from '@award/editions/api';
import { type Language, Mail, whenInWords } from '@award/mail/api';
import type {
  ConfirmTime,
  PostponementsView,
  PostponementView,
  ProposeTime,
} from '@award/publication/contract';
import { FOLLOWED } from '../follow/follow-mail';
import { keyGrants } from '../releases.queries';
import { reasonOf } from '../sealed-payload';
import {
  CONCERNED_BY_TIME,
  FOLLOWERS_OF_AWARD,
  mayHearOfTime,
  WITHOUT_ADDRESS,
} from './postponement-recipients';
import { POSTPONED, postponedMail } from './postponement-mail';

/** The same lock as for every act on a release of the edition. */
const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1::text, 7))';

interface Row {
  id: string;
  field: Postponable;
  before: Date;
  after: Date;
  reason: string;
  timed: string[];
  proposedBy: string;
  proposedAt: Date;
  confirmedAt: Date | null;
  proposer: string;
  confirmer: string | null;
}

const ROWS = `
select p.id, p.field, p.before, p.after, p.reason, p.timed, p.proposed_by as "proposedBy", p.proposed_at as "proposedAt",
  p.confirmed_at as "confirmedAt", coalesce(a.name, '') as proposer, b.name as confirmer
from postponement p left join person a on a.id = p.proposed_by left join person b on b.id = p.confirmed_by
where p.edition_id = $1 and p.given_up_at is null order by p.proposed_at desc`;

/** Another time for what is to be announced: one proposes, another confirms, and then everybody is told. */
@Injectable()
export class Postponements implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly mail: Mail,
    private readonly tokens: LinkTokens,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.mail.register(POSTPONED, postponedMail, { stillFor: mayHearOfTime });
  }

  async of(principal: Principal, editionId: string): Promise<PostponementsView> {
    demandReach(principal, editionId);
    const edition = await this.editions.byId(this.db, editionId);
    const rows: Row[] = await this.db.query(ROWS, [editionId]);
    const grants = await keyGrants(this.db, editionId);
    return {
      untold: holds(principal, 'release:clear').allowed
        ? await this.db.query(WITHOUT_ADDRESS, [editionId])
        : [],
      postponements: POSTPONABLE.map((field): PostponementView => {
        const own = rows.filter((row) => row.field === field);
        const waiting = own.find(({ confirmedAt }) => confirmedAt === null) ?? null;
        return {
          field,
          at: edition[field]?.toISOString() ?? null,
          propose: reasonOf(
            holds(principal, 'release:prepare'),
            mayPostpone(field, { phase: edition.phase, timetable: edition }),
            needs(waiting === null, 'already-asked'),
          ),
          waiting: waiting && {
            id: waiting.id,
            to: waiting.after.toISOString(),
            reason: waiting.reason,
            by: waiting.proposer,
            mine: waiting.proposedBy === principal.personId,
            confirm: reasonOf(
              holds(principal, 'release:arm'),
              mayConfirmPostponement({
                person: principal.personId,
                proposedBy: waiting.proposedBy,
                to: waiting.after,
                now: edition.now,
              }),
              keysApart([waiting.proposedBy, principal.personId], grants),
            ),
            giveUp: reasonOf(holds(principal, 'release:prepare')),
          },
          moved: own
            .filter(({ confirmedAt }) => confirmedAt !== null)
            .map((row) => ({
              from: row.before.toISOString(),
              to: row.after.toISOString(),
              reason: row.reason,
              by: [row.proposer, row.confirmer ?? ''],
              at: (row.confirmedAt ?? row.proposedAt).toISOString(),
            })),
        };
      }),
    };
  }

  /** The time that was set is taken off first: from here on nothing goes by itself. */
  async propose(
    principal: Principal,
    editionId: string,
    { field, to, reason }: ProposeTime,
  ): Promise<void> {
    await this.locked(principal, editionId, async (tx, edition) => {
      const [waiting] = await tx.query(
        'select from postponement where edition_id = $1 and field = $2 and confirmed_at is null and given_up_at is null',
        [editionId, field],
      );
      const after = new Date(to);
      demand(
        mayPropose({
          field,
          phase: edition.phase,
          timetable: edition,
          to: after,
          now: edition.now,
          waiting: waiting !== undefined,
          reason,
        }),
      );
      const timed = await this.takeTimesOff(tx, editionId, field);
      const [{ id }] = await tx.query(
        `insert into postponement (edition_id, field, before, after, reason, timed, proposed_by)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [
          editionId,
          field,
          edition[field],
          after,
          reason.trim(),
          JSON.stringify(timed),
          principal.personId,
        ],
      );
      await this.log(tx, principal, editionId, id, 'release:postpone', { field, to, timed });
    });
  }

  /**
   * The second person. What went by itself gets the new time, and its two keys are turned anew; what tells of a
   * class that is closed to one of the two waits for a time that somebody else sets in the room.
   */
  async confirm(principal: Principal, id: string, seen: ConfirmTime): Promise<void> {
    await this.onWaiting(principal, id, async (tx, edition, row) => {
      demand(
        mayConfirmPostponement({
          person: principal.personId,
          proposedBy: row.proposedBy,
          to: row.after,
          now: edition.now,
        }),
      );
      demand(keysApart([row.proposedBy, principal.personId], await keyGrants(tx, edition.id)));
      demand(mayPostpone(row.field, { phase: edition.phase, timetable: edition }));
      if (new Date(seen.to).getTime() !== row.after.getTime()) throw new Refused('stale-save');
      await this.editions.postpone(tx, principal, edition.id, {
        field: row.field,
        to: row.after,
        reason: row.reason,
      });
      await tx.query(
        `update sealed_record s set release_at = $2 where s.id = any($1::uuid[]) and s.cancelled_at is null
           and not exists (select from release r where r.sealed_record_id = s.id)
           and not exists (select from arming a where a.sealed_record_id = s.id)
           and not exists (select from office_denial o where o.person_id = any($3::uuid[]) and o.edition_id = s.edition_id
             and s.scope in ('all', o.class_code))`,
        [row.timed, row.after, [row.proposedBy, principal.personId]],
      );
      await tx.query(
        'update postponement set confirmed_by = $2, confirmed_at = award_now() where id = $1',
        [id, principal.personId],
      );
      await this.tell(tx, edition, row);
      await this.log(tx, principal, edition.id, id, 'release:confirm-postponement', {
        field: row.field,
        to: row.after.toISOString(),
      });
    });
  }

  /** Withdraws the proposal. What went by itself waits for a time to be set in the room. */
  async giveUp(principal: Principal, id: string): Promise<void> {
    await this.onWaiting(principal, id, async (tx, edition) => {
      await tx.query(
        'update postponement set given_up_by = $2, given_up_at = award_now() where id = $1',
        [id, principal.personId],
      );
      await this.log(tx, principal, edition.id, id, 'release:give-up-postponement', {});
    });
  }

  private async takeTimesOff(
    tx: EntityManager,
    editionId: string,
    field: Postponable,
  ): Promise<string[]> {
    const [timed]: [{ id: string }[], number] = await tx.query(
      `update sealed_record s set release_at = null
       where s.edition_id = $1 and s.kind = $2 and s.cancelled_at is null and s.release_at is not null
         and not exists (select from release r where r.sealed_record_id = s.id) returning s.id`,
      [editionId, field === 'finalistsAt' ? 'finalists' : 'winners'],
    );
    const ids = timed.map(({ id }) => id);
    await tx.query('delete from arming where sealed_record_id = any($1)', [ids]);
    return ids;
  }

  /** Everyone who knows, everyone who was judged and everyone who follows; each address once a template. */
  private async tell(tx: EntityManager, edition: EditionRow, row: Row): Promise<void> {
    const words = (language: Language) => ({
      award: edition.name[language] || edition.name.nb,
      what: row.field === 'finalistsAt' ? 'finalists' : 'winners',
      when: whenInWords(row.after, language),
    });
    const people: { recipient: string; language: Language }[] = await tx.query(CONCERNED_BY_TIME, [
      edition.id,
    ]);
    await this.mail.queueToMany(
      tx,
      { eventKey: `postponed:${row.id}`, template: POSTPONED, editionId: edition.id },
      people.map((one) => ({ ...one, words: words(one.language) })),
    );
    const followers: { id: string; recipient: string; language: Language }[] =
      await tx.query(FOLLOWERS_OF_AWARD);
    await this.mail.queueToMany(
      tx,
      { eventKey: `followed:postponed:${row.id}`, template: FOLLOWED, editionId: edition.id },
      followers.map(({ id, recipient, language }) => ({
        recipient,
        language,
        words: {
          award: edition.name[language] || edition.name.nb,
          year: String(edition.year),
          kind: 'postponed',
          token: this.tokens.tokenOf('unfollow', id),
        },
      })),
    );
  }

  private async onWaiting(
    principal: Principal,
    id: string,
    act: (tx: EntityManager, edition: EditionRow, row: Row) => Promise<void>,
  ): Promise<void> {
    const [known] = await this.db.query(
      'select edition_id as "editionId" from postponement where id = $1',
      [id],
    );
    if (!known) throw new Refused('not-found');
    await this.locked(principal, known.editionId, async (tx, edition) => {
      const rows: Row[] = await tx.query(ROWS, [edition.id]);
      const row = rows.find((one) => one.id === id && one.confirmedAt === null);
      if (!row) throw new Refused('not-found');
      await act(tx, edition, row);
    });
  }

  private async locked(
    principal: Principal,
    editionId: string,
    act: (tx: EntityManager, edition: EditionRow) => Promise<void>,
  ): Promise<void> {
    demandReach(principal, editionId);
    await this.db.transaction(async (tx) => {
      await tx.query(LOCK, [editionId]);
      await act(tx, await this.editions.locked(tx, editionId));
    });
  }

  private log(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    id: string,
    act: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.write(tx, {
      principal,
      act,
      subjectType: 'postponement',
      subjectId: id,
      editionId,
      facts,
    });
  }
}

function holds({ role }: Principal, permission: Permission): Verdict {
  return role === null ? no('not-permitted') : may(role, permission);
}
