import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  allOf,
  countMotion,
  may,
  mayPutMotion,
  type MotionVote,
  needs,
  no,
  type Permission,
  quorumOf,
  type Refusal,
  type Verdict,
} from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { Made, TalkAct, TalkView } from '@award/deliberation/contract';
import { ClassDoor } from '../class-door';
import { classEntries } from '../class-entries';
import { demandPresent, type JuryRoom, JuryRoomDoor, presentMembers, rulesOf } from '../jury-room';
import { readState } from '../meeting-state';
import { instant } from '../minutes-content';
import { MeetingItem, Motion, Remark } from './talk.entity';
import { readTalk } from './talk.queries';

/** The talk of a meeting: which entry is on the table, what is said of it, and motions. Nobody who has stepped out reads or writes any of it. */
@Injectable()
export class Talk {
  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
    private readonly room: JuryRoomDoor,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  async view(principal: Principal, editionId: string, classCode: string): Promise<TalkView> {
    const room = await this.door.enter(this.db, principal, editionId, classCode, 'meet');
    const state = await readState(this.db, editionId, classCode);
    const talk = await readTalk(this.db, editionId, classCode, room.own?.seatId ?? null);
    const present = presentMembers(room, state);
    const role = (permission: Permission): Verdict =>
      principal.role ? may(principal.role, permission) : no('not-permitted');
    const isOpen = state.meeting !== null && state.meeting.closedAt === null;
    const inRoom = allOf(
      needs(isOpen, 'no-meeting'),
      needs(
        present.some(({ seatId }) => seatId === room.own?.seatId),
        'not-present',
      ),
    );
    const open = talk.motions.some((motion) => motion.state === 'open');
    const verdicts: Record<TalkAct, Verdict> = {
      takeUp: allOf(role('meeting:lead'), inRoom),
      say: allOf(role('meeting:attend'), needs(room.own !== null, 'not-permitted')),
      putMotion: allOf(
        role('meeting:attend'),
        inRoom,
        mayPutMotion(quorumOf(rulesOf({ ...room, present }, [])), open),
      ),
      voteOnMotion: allOf(role('meeting:attend'), needs(open, 'ballot-closed'), inRoom),
      closeMotion: allOf(role('meeting:lead'), needs(open, 'ballot-closed'), inRoom),
    };
    return {
      revision: talk.revision,
      onTheTable: talk.onTheTable && {
        nominationId: talk.onTheTable.nominationId,
        since: instant(talk.onTheTable.since),
      },
      remarks: talk.remarks.map((one) => ({ ...one, madeAt: instant(one.madeAt) })),
      motions: talk.motions.map((one) => ({
        ...one,
        putAt: instant(one.putAt),
        closedAt: one.closedAt && instant(one.closedAt),
      })),
      acts: Object.fromEntries(
        Object.entries(verdicts).map(([act, verdict]) => [
          act,
          verdict.allowed ? null : verdict.reason,
        ]),
      ) as Record<TalkAct, Refusal | null>,
    };
  }

  /** Puts an entry on the table, or clears it. What lay there before is left. */
  async takeUp(
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string | null,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const room = await this.inRoom(tx, principal, editionId, classCode);
      const [already] = await tx.query(
        'select nomination_id as id from meeting_item where meeting_id = $1 and left_at is null',
        [room.meeting.id],
      );
      if ((already?.id ?? null) === nominationId) return;
      if (nominationId !== null) await demandEntry(tx, editionId, classCode, nominationId);
      await tx.query(
        'update meeting_item set left_at = award_now() where meeting_id = $1 and left_at is null',
        [room.meeting.id],
      );
      if (nominationId !== null)
        await tx.insert(MeetingItem, {
          meetingId: room.meeting.id,
          nominationId,
          editionId,
          classCode,
        });
      await this.close(tx, principal, room, 'meeting:take-up', { nominationId });
    });
  }

  /** A member says something about an entry, in the meeting or before it. What is said stays said. */
  say(
    principal: Principal,
    editionId: string,
    classCode: string,
    body: { nominationId: string; text: string },
    key: string,
  ): Promise<Made> {
    const intent = { act: 'meeting:say', editionId, classCode, ...body };
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, intent, async () => {
        const room = await this.door.enterToAct(tx, principal, editionId, classCode, 'meet');
        if (!room.own) throw new Refused('not-permitted');
        await demandEntry(tx, editionId, classCode, body.nominationId);
        const made = await tx.insert(Remark, {
          seatId: room.own.seatId,
          nominationId: body.nominationId,
          editionId,
          classCode,
          text: body.text.trim(),
        });
        return { id: (made.identifiers[0] as { id: string }).id };
      }),
    );
  }

  putMotion(
    principal: Principal,
    editionId: string,
    classCode: string,
    text: string,
    key: string,
  ): Promise<Made> {
    const intent = { act: 'motion:put', editionId, classCode, text };
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, intent, async () => {
        const room = await this.inRoom(tx, principal, editionId, classCode);
        const [open] = await tx.query(
          `select from motion where meeting_id = $1 and state = 'open'`,
          [room.meeting.id],
        );
        demand(mayPutMotion(quorumOf(rulesOf(room, [])), open !== undefined));
        const own = demandPresent(room);
        const made = await tx.insert(Motion, {
          meetingId: room.meeting.id,
          editionId,
          classCode,
          seatId: own.seatId,
          text: text.trim(),
        });
        const { id } = made.identifiers[0] as { id: string };
        await this.close(tx, principal, room, 'motion:put', { motionId: id });
        return { id };
      }),
    );
  }

  /** Votes, or changes the own vote while the motion is open. The vote is its own evidence; the count alone is told. */
  async vote(principal: Principal, motionId: string, vote: MotionVote): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await lockedMotion(tx, motionId, 'for share');
      const { editionId, classCode, state } = await this.door.known(tx, principal, found);
      const room = await this.door.look(tx, principal, editionId, classCode);
      const { own } = room;
      if (!own) throw new Refused('not-permitted');
      demand(needs(state === 'open', 'ballot-closed'));
      const present = presentMembers(room, await readState(tx, editionId, classCode));
      demand(
        needs(
          present.some(({ seatId }) => seatId === own.seatId),
          'not-present',
        ),
      );
      await tx.query(
        `insert into motion_vote (motion_id, seat_id, edition_id, class_code, vote) values ($1, $2, $3, $4, $5)
         on conflict (motion_id, seat_id) do update set vote = excluded.vote, cast_at = award_now()`,
        [motionId, own.seatId, editionId, classCode, vote],
      );
    });
  }

  /** Counts: only the votes of members who are still in the room. */
  async closeMotion(principal: Principal, motionId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await lockedMotion(tx, motionId, '');
      const known = await this.door.known(tx, principal, found);
      const room = await this.inRoom(tx, principal, known.editionId, known.classCode);
      const locked = await lockedMotion(tx, motionId, 'for update');
      demand(needs(locked?.state === 'open', 'ballot-closed'));
      const votes: { seatId: string; vote: MotionVote }[] = await tx.query(
        'select seat_id as "seatId", vote from motion_vote where motion_id = $1',
        [motionId],
      );
      const present = new Set(room.present.map(({ seatId }) => seatId));
      const result = countMotion(
        votes.filter(({ seatId }) => present.has(seatId)).map(({ vote }) => vote),
      );
      await tx.query(
        `update motion set state = 'closed', closed_at = award_now(), result = $2 where id = $1`,
        [motionId, JSON.stringify(result)],
      );
      await this.close(tx, principal, room, 'motion:close', { motionId, ...result });
    });
  }

  private async inRoom(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
  ): Promise<JuryRoom> {
    const room = await this.room.enter(tx, principal, editionId, classCode, 'meet');
    demandPresent(room);
    return room;
  }

  /** The last lines of an act: whoever was stepped out on the way in, then the act itself. */
  private async close(
    tx: EntityManager,
    principal: Principal,
    { meeting, edition, cls, happened }: JuryRoom,
    act: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    for (const entry of happened) await this.log.write(tx, entry);
    await this.log.write(tx, {
      principal,
      act,
      subjectType: 'meeting',
      subjectId: meeting.id,
      editionId: edition.id,
      facts: { classCode: cls.code, ...facts },
    });
  }
}

async function demandEntry(
  tx: EntityManager,
  editionId: string,
  classCode: string,
  nominationId: string,
): Promise<void> {
  const entries = await classEntries(tx, editionId, classCode);
  if (!entries.some((entry) => entry.nominationId === nominationId)) throw new Refused('not-found');
}

async function lockedMotion(
  tx: EntityManager,
  id: string,
  lock: '' | 'for share' | 'for update',
): Promise<{ editionId: string; classCode: string; state: 'open' | 'closed' } | undefined> {
  const [row] = await tx.query(
    `select edition_id as "editionId", class_code as "classCode", state from motion where id = $1 ${lock}`,
    [id],
  );
  return row;
}
