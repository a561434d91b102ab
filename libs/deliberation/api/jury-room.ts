import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClassRight, Meeting as MeetingRules, Present } from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import type { AuditEntry } from '@award/audit/api';
import { ClassDoor, type ClassRoom, type Member } from './class-door';
import { type DeliberationState, type MeetingRow, readState } from './meeting-state';

/** A class's open meeting with the class locked: what an act in the meeting stands on. */
export interface JuryRoom extends ClassRoom {
  meeting: MeetingRow;
  state: DeliberationState;
  /** Members in the room who take part. */
  present: Member[];
  /** What happened on the way in, to be logged when the act has been done. */
  happened: AuditEntry[];
}

/** The way into an open meeting. Whoever no longer takes part is stepped out as the door opens. */
@Injectable()
export class JuryRoomDoor {
  constructor(private readonly door: ClassDoor) {}

  async enter(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
    right: ClassRight,
  ): Promise<JuryRoom> {
    const room = await this.door.enterToAct(tx, principal, editionId, classCode, right);
    const before = await readState(tx, editionId, classCode);
    const { meeting } = before;
    if (!meeting || meeting.closedAt !== null) throw new Refused('no-meeting');
    const out = leaving(room, before);
    if (out.length > 0) await stepOut(tx, meeting.id, out);
    const state = out.length > 0 ? await readState(tx, editionId, classCode) : before;
    return {
      ...room,
      meeting,
      state,
      present: presentMembers(room, state),
      happened: out.map((seatId) => ({
        principal,
        act: 'meeting:step-out',
        subjectType: 'meeting',
        subjectId: meeting.id,
        editionId,
        facts: { classCode, seatId },
      })),
    };
  }
}

/** Members who are noted as present and take part. */
export function presentMembers(
  { members }: Pick<ClassRoom, 'members'>,
  { attendance }: Pick<DeliberationState, 'attendance'>,
): Member[] {
  const noted = new Set(attendance.filter(({ present }) => present).map(({ seatId }) => seatId));
  return members.filter(({ seatId, takesPart }) => noted.has(seatId) && takesPart.allowed);
}

/** Refuses unless the reader's own seat is in the room. */
export function demandPresent(room: JuryRoom): Member {
  const { own } = room;
  if (!own || !room.present.some(({ seatId }) => seatId === own.seatId))
    throw new Refused('not-present');
  return own;
}

/** The meeting as the rules of decision-rules.ts see it. */
export function rulesOf(
  room: Pick<JuryRoom, 'edition' | 'cls' | 'present'>,
  registeredSettlements: MeetingRules['registeredSettlements'],
): MeetingRules {
  return {
    stage: room.cls.stage,
    present: room.present.map(asPresent),
    quorum: room.edition.quorum,
    registeredSettlements,
  };
}

function asPresent({ personId, house, takesPart }: Member): Present {
  return { person: personId, house, takesPart: takesPart.allowed };
}

/** Seats noted as present whose member no longer takes part, or no longer sits in the panel. */
function leaving(room: ClassRoom, state: DeliberationState): string[] {
  const takingPart = new Set(
    room.members.filter(({ takesPart }) => takesPart.allowed).map(({ seatId }) => seatId),
  );
  return state.attendance
    .filter(({ present, seatId }) => present && !takingPart.has(seatId))
    .map(({ seatId }) => seatId);
}

async function stepOut(tx: EntityManager, meetingId: string, seatIds: string[]): Promise<void> {
  await tx.query(
    `update attendance set present = false, stepped_out_at = award_now(), noted_at = award_now()
     where meeting_id = $1 and seat_id = any($2) and present`,
    [meetingId, seatIds],
  );
}
