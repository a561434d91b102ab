import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { needs } from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { Made, NoteAttendance, OpenMeeting } from '@award/deliberation/contract';
import { ClassDoor } from './class-door';
import { demandPresent, JuryRoomDoor } from './jury-room';
import { Attendance, Meeting } from './meeting.entity';
import { readState } from './meeting-state';
import { MinutesBook } from './minutes-book';
import { Rankings } from './rankings.service';

/** The meeting itself: opened, who is in the room, closed. */
@Injectable()
export class Meetings {
  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
    private readonly room: JuryRoomDoor,
    private readonly rankings: Rankings,
    private readonly minutes: MinutesBook,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  /** Opens the class's meeting with the ranking frozen as it is. A second click finds the open meeting. */
  open(
    principal: Principal,
    editionId: string,
    classCode: string,
    body: OpenMeeting,
    key: string,
  ): Promise<Made> {
    const intent = { act: 'meeting:open', editionId, classCode, ...body };
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, intent, () =>
        this.openOnce(tx, principal, editionId, classCode, body),
      ),
    );
  }

  /** Notes that a member is in the room or not: the leader for all, everyone for themselves. */
  async note(
    principal: Principal,
    editionId: string,
    classCode: string,
    seatId: string,
    { present }: NoteAttendance,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const room = await this.room.enter(tx, principal, editionId, classCode, 'meet');
      const member = room.members.find((one) => one.seatId === seatId);
      if (!member) throw new Refused('not-found');
      demand(
        needs(room.own?.seatId === seatId || principal.role === 'jury-leader', 'not-permitted'),
      );
      if (present) demand(member.takesPart);
      const changed = await this.write(tx, room.meeting.id, editionId, classCode, seatId, present);
      for (const entry of room.happened) await this.log.write(tx, entry);
      if (!changed) return;
      await this.log.write(tx, {
        principal,
        act: present ? 'meeting:note-present' : 'meeting:note-absent',
        subjectType: 'meeting',
        subjectId: room.meeting.id,
        editionId,
        facts: { classCode, seatId },
      });
    });
  }

  /** Closes the meeting and writes its minutes as they then stand. */
  close(principal: Principal, editionId: string, classCode: string, key: string): Promise<Made> {
    const intent = { act: 'meeting:close', editionId, classCode };
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, intent, async () => {
        const room = await this.room.enter(tx, principal, editionId, classCode, 'meet');
        demandPresent(room);
        demand(needs(!room.state.ballots.some(({ state }) => state === 'open'), 'ballot-open'));
        await tx.query(
          'update meeting set closed_at = award_now() where id = $1 and closed_at is null',
          [room.meeting.id],
        );
        const made = await this.minutes.writeIfChanged(tx, room);
        for (const entry of room.happened) await this.log.write(tx, entry);
        await this.log.write(tx, {
          principal,
          act: 'meeting:close',
          subjectType: 'meeting',
          subjectId: room.meeting.id,
          editionId,
          facts: { classCode, minutes: made.number, sha256: made.sha256 },
        });
        return { id: made.id };
      }),
    );
  }

  private async openOnce(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
    body: OpenMeeting,
  ): Promise<Made> {
    const room = await this.door.enterToAct(tx, principal, editionId, classCode, 'meet');
    const state = await readState(tx, editionId, classCode);
    if (state.meeting && state.meeting.closedAt === null) return { id: state.meeting.id };
    const ranking = await this.rankings.freeze(tx, principal, room);
    const made = await tx.insert(Meeting, {
      editionId,
      classCode,
      openedBy: principal.personId,
    });
    const { id } = made.identifiers[0] as { id: string };
    const wanted = new Set(body.present);
    await tx.insert(
      Attendance,
      room.members.map(({ seatId, takesPart }) => ({
        meetingId: id,
        seatId,
        editionId,
        classCode,
        present: takesPart.allowed && wanted.has(seatId),
        ...(takesPart.allowed ? {} : { steppedOutAt: () => 'award_now()' }),
      })),
    );
    await this.log.write(tx, {
      principal,
      act: 'meeting:open',
      subjectType: 'meeting',
      subjectId: id,
      editionId,
      facts: { classCode, rankingId: ranking.id, rankingHash: ranking.inputHash },
    });
    return { id };
  }

  /** Whether anything changed. Leaving the room has a time, and so has coming back. */
  private async write(
    tx: EntityManager,
    meetingId: string,
    editionId: string,
    classCode: string,
    seatId: string,
    present: boolean,
  ): Promise<boolean> {
    const rows = await tx.query(
      `insert into attendance as a (meeting_id, seat_id, edition_id, class_code, present) values ($1, $2, $3, $4, $5)
       on conflict (meeting_id, seat_id) do update set present = excluded.present, noted_at = award_now(),
         stepped_out_at = case when a.present and not excluded.present then award_now() else a.stepped_out_at end,
         returned_at = case when not a.present and excluded.present and a.stepped_out_at is not null then award_now() else a.returned_at end
       where a.present <> excluded.present returning seat_id`,
      [meetingId, seatId, editionId, classCode, present],
    );
    return rows.length > 0;
  }
}
