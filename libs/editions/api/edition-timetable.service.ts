import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  mayChangeTimetable,
  mayMove,
  referenceDateFor,
  type Timetable,
  TIMETABLE_FIELDS,
  type TimetableField,
  timetableProblems,
} from '@award/award';
import { type FieldRefusal, type Principal, Refused } from '@award/access/api';
import type {
  ChangeTimetable,
  EditionAct,
  EditionView,
  ReopenCall,
} from '@award/editions/contract';
import { demandOf, type Drafting, EditionDraft, refuseFields } from './edition-draft.service';
import type { EditionRow } from './edition-row';
import { Editions } from './editions.service';

/** The dates of an edition and the acts that they allow: opening, extending and reopening the call. */
@Injectable()
export class EditionTimetable {
  constructor(
    private readonly editions: Editions,
    private readonly draft: EditionDraft,
  ) {}

  change(principal: Principal, id: string, order: ChangeTimetable, key: string) {
    return this.draft.change(principal, id, key, 'timetable', order, async (drafting) => {
      const { tx, edition, situation } = drafting;
      const wanted = timetableOf(order);
      const moved = TIMETABLE_FIELDS.filter((field) => !same(edition[field], wanted[field]));
      if (moved.length > 0) demandOf(mayChangeTimetable(situation), 'reason');
      refuseFields([
        ...moved
          .filter((field) => !mayMove(field, edition.phase).allowed)
          .map((path) => ({ path, reason: 'wrong-phase' })),
        ...orderProblems(edition, wanted),
        ...pastDeadline(edition, wanted, moved),
      ]);
      await this.write(drafting, wanted, referenceDate(edition, order, wanted));
      await this.log(drafting, principal, wanted, moved);
      if (edition.phase === 'open' && moved.includes('deadline'))
        await this.editions.advance(tx, principal, id, 'extend-deadline', situation.reason);
    });
  }

  /** Opens the call now: an opening that is still ahead, or not set, is moved to this moment. */
  open(principal: Principal, id: string, order: EditionAct, key: string): Promise<EditionView> {
    return this.draft.act(principal, id, key, 'open-call', order, async ({ tx, edition }) => {
      if (edition.phase === 'planned')
        refuseFields(problemsOf({ ...timetableOfRow(edition), opensAt: opening(edition) }));
      await tx.query(
        `update edition set opens_at = award_now() where id = $1 and phase = 'planned' and (opens_at is null or opens_at > award_now())`,
        [id],
      );
      await this.openNow(tx, principal, id);
    });
  }

  /** Opens a call whose time has come; a null principal is the clock. */
  async openNow(tx: EntityManager, principal: Principal | null, id: string): Promise<void> {
    await this.editions.advance(tx, principal, id, 'open-call');
  }

  /** Reopens a closed call for all, with a new deadline and a reason that those who nominate are told. */
  reopen(principal: Principal, id: string, order: ReopenCall, key: string): Promise<EditionView> {
    return this.draft.act(principal, id, key, 'reopen-call', order, async (drafting) => {
      const { tx, edition, situation } = drafting;
      if (edition.phase !== 'closed') throw new Refused('wrong-phase', { phase: edition.phase });
      const wanted = { ...timetableOfRow(edition), deadline: new Date(order.deadline) };
      demandOf(mayChangeTimetable(situation), 'reason');
      refuseFields([...orderProblems(edition, wanted), ...inThePast(edition, wanted)]);
      await this.write(drafting, wanted, edition.referenceDate);
      await this.log(drafting, principal, wanted, ['deadline']);
      await this.editions.advance(tx, principal, id, 'reopen-call', situation.reason);
    });
  }

  archive(principal: Principal, id: string, order: EditionAct, key: string): Promise<EditionView> {
    return this.draft.act(principal, id, key, 'archive', order, ({ tx }) =>
      this.editions.advance(tx, principal, id, 'archive'),
    );
  }

  private async write({ tx, edition }: Drafting, wanted: Timetable, referenceDay: string) {
    await tx.query(
      `update edition set opens_at = $2, deadline = $3, scoring_closes_at = $4, meeting_at = $5, finalists_at = $6,
         announcement_at = $7, reference_date = $8 where id = $1`,
      [edition.id, ...TIMETABLE_FIELDS.map((field) => wanted[field]), referenceDay],
    );
  }

  private async log(
    { tx, edition, situation }: Drafting,
    principal: Principal,
    wanted: Timetable,
    moved: readonly TimetableField[],
  ) {
    if (edition.phase === 'planned') return;
    for (const field of moved)
      await tx.query(
        `insert into timetable_change (edition_id, field, before, after, reason, changed_by) values ($1, $2, $3, $4, $5, $6)`,
        [edition.id, field, edition[field], wanted[field], situation.reason, principal.personId],
      );
  }
}

function timetableOf(order: ChangeTimetable): Timetable {
  const at = (value: string | null) => (value === null ? null : new Date(value));
  return {
    opensAt: at(order.opensAt),
    deadline: at(order.deadline),
    scoringClosesAt: at(order.scoringClosesAt),
    meetingAt: at(order.meetingAt),
    finalistsAt: at(order.finalistsAt),
    announcementAt: at(order.announcementAt),
  };
}

function timetableOfRow(edition: EditionRow): Timetable {
  const { opensAt, deadline, scoringClosesAt, meetingAt, finalistsAt, announcementAt } = edition;
  return { opensAt, deadline, scoringClosesAt, meetingAt, finalistsAt, announcementAt };
}

/** The opening that the act leads to: the one that has been, or now. */
function opening({ opensAt, now }: EditionRow): Date {
  return opensAt !== null && opensAt < now ? opensAt : now;
}

function same(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}

function problemsOf(wanted: Timetable): FieldRefusal[] {
  return timetableProblems(wanted).map(({ field, reason }) => ({ path: field, reason }));
}

/** While the edition is planned, dates may be missing; those that are set stand in order. */
function orderProblems(edition: EditionRow, wanted: Timetable): FieldRefusal[] {
  return problemsOf(wanted).filter(
    ({ reason }) => reason !== 'missing' || edition.phase !== 'planned',
  );
}

function pastDeadline(
  edition: EditionRow,
  wanted: Timetable,
  moved: readonly TimetableField[],
): FieldRefusal[] {
  return edition.phase === 'open' && moved.includes('deadline') ? inThePast(edition, wanted) : [];
}

function inThePast({ now }: EditionRow, { deadline }: Timetable): FieldRefusal[] {
  return deadline !== null && deadline <= now
    ? [{ path: 'deadline', reason: 'past-deadline' }]
    : [];
}

/** Fixed once the call is open: entries have been told their class by it. */
function referenceDate(
  edition: EditionRow,
  order: ChangeTimetable,
  { deadline }: Timetable,
): string {
  if (edition.phase === 'planned')
    return order.referenceDate ?? (deadline ? referenceDateFor(deadline) : edition.referenceDate);
  if (order.referenceDate !== null && order.referenceDate !== edition.referenceDate)
    refuseFields([{ path: 'referenceDate', reason: 'wrong-phase' }]);
  return edition.referenceDate;
}
