import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  allOf,
  ballotHeld,
  may,
  mayBuildOn,
  mayOpenBallot,
  needs,
  no,
  PARITY_HOUSES,
  type ParityHouse,
  type Permission,
  quorumOf,
  type Refusal,
  settlementsAfterRound,
  settlementsOf,
  stageAllows,
  type Verdict,
} from '@award/award';
import type { Principal } from '@award/access/api';
import {
  type AttendanceView,
  type BallotView,
  type ClassEntryView,
  type DecisionView,
  MEETING_ACTS,
  type MeetingAct,
  type MeetingView,
} from '@award/deliberation/contract';
import { ClassDoor, classHead, type ClassRoom, type Member } from './class-door';
import { classEntries } from './class-entries';
import { presentMembers, rulesOf } from './jury-room';
import {
  type BallotState,
  type DecisionRow,
  type DeliberationState,
  inForce,
  readState,
} from './meeting-state';
import { instant } from './minutes-content';
import { ballotHolds, nothingAwaits } from './moments/ballots-in-force';
import { inQuestion, reviewViews } from './moments/decisions-in-question';
import { mayApprove } from './minutes-book';
import { Rankings } from './rankings.service';

const PAPER = 'select ballot_id as "ballotId", choices from ballot_paper where seat_id = $1';

/** The meeting page's one read: who is here, what is on the agenda, what has been decided, what may be done now. */
@Injectable()
export class MeetingViews {
  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
    private readonly rankings: Rankings,
  ) {}

  async view(principal: Principal, editionId: string, classCode: string): Promise<MeetingView> {
    const room = await this.door.enter(this.db, principal, editionId, classCode, 'meet');
    const state = await readState(this.db, editionId, classCode);
    const entries = await classEntries(this.db, editionId, classCode);
    const { result } = await this.rankings.figures(this.db, room);
    const mine: { ballotId: string; choices: string[][] }[] = room.own
      ? await this.db.query(PAPER, [room.own.seatId])
      : [];
    const figureOf = new Map(result.ranking.entries.map((figure) => [figure.entry, figure]));
    const { finalists, winner } = inForce(state.decisions);
    const present = presentMembers(room, state);
    const closed = roundsOf(state, finalists).filter((one) => one.state === 'closed');
    const holding = closed.filter((one) => ballotHolds(one, room)).length;
    return {
      class: classHead(room),
      now: state.now.toISOString(),
      meeting: state.meeting && {
        id: state.meeting.id,
        openedAt: instant(state.meeting.openedAt),
        closedAt: state.meeting.closedAt && instant(state.meeting.closedAt),
      },
      members: room.members.map((member) => attendanceView(member, room.own, state)),
      quorum: {
        needed: room.edition.quorum,
        present: present.length,
        houses: Object.fromEntries(
          PARITY_HOUSES.map((house) => [
            house,
            present.filter((member) => member.house === house).length,
          ]),
        ) as Record<ParityHouse, number>,
        missing: reasonOf(quorumOf(rulesOf({ ...room, present }, []))),
      },
      entries,
      agenda: result.agenda.map(({ entry, contentions }) => {
        const figure = figureOf.get(entry);
        return {
          nominationId: entry,
          place: figure?.rank ?? null,
          mean: figure?.value ?? null,
          spread: figure?.spread ?? null,
          contentions: [...contentions],
        };
      }),
      usual: { finalists: room.cls.finalists, winners: room.cls.winners },
      settlements: {
        finalists: [...settlementsOf(room.edition.tieRule)],
        winner: [...settlementsAfterRound(room.edition.tieRule, holding)],
      },
      finalists: finalists && decisionView(finalists),
      winner: winner && decisionView(winner),
      earlierDecisions: state.decisions
        .filter(({ id }) => id !== finalists?.id && id !== winner?.id)
        .map(decisionView),
      ballots: state.ballots.map((ballot) =>
        ballotView(ballot, present, mine, ballotHolds(ballot, room)),
      ),
      minutes: state.minutes.map(({ id, number, madeAt, sha256, approvedAt, approvedBy }) => ({
        id,
        number,
        madeAt: instant(madeAt),
        sha256,
        approvedAt: approvedAt && instant(approvedAt),
        approvedBy,
      })),
      acts: actsOf(principal, room, state, present, entries),
    };
  }
}

function attendanceView(
  { seatId, name, house, position, takesPart }: Member,
  own: Member | null,
  state: DeliberationState,
): AttendanceView {
  const noted = state.attendance.find((row) => row.seatId === seatId);
  return {
    seatId,
    name,
    house,
    position,
    present: (noted?.present ?? false) && takesPart.allowed,
    takesPart: takesPart.allowed,
    steppedOutAt: noted?.steppedOutAt ? instant(noted.steppedOutAt) : null,
    returnedAt: noted?.returnedAt ? instant(noted.returnedAt) : null,
    own: own?.seatId === seatId,
  };
}

export function decisionView(row: DecisionRow): DecisionView {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    finalists: row.finalists,
    reserve: row.reserve,
    winners: row.winners,
    reason: row.reason,
    dissent: row.dissent,
    votesFor: row.votesFor,
    votesAgainst: row.votesAgainst,
    settlement: row.settlement,
    sealedAt: instant(row.sealedAt),
    rankingHash: row.rankingHash,
    ballotRound: row.ballotRound,
    supersedes: row.supersedesId,
    replaced: row.supersededById !== null,
    inQuestion: inQuestion(row).length,
    kept: reviewViews(row),
  };
}

/** While a ballot is open it shows how many have voted, and the reader's own paper. */
function ballotView(
  ballot: BallotState,
  present: readonly Member[],
  mine: readonly { ballotId: string; choices: string[][] }[],
  holds: boolean,
): BallotView {
  const { id, round, state, options, cast, result } = ballot;
  const waiting = present.filter(({ seatId }) => !cast.includes(seatId));
  return {
    id,
    round,
    state,
    options,
    openedAt: instant(ballot.openedAt),
    closedAt: ballot.closedAt && instant(ballot.closedAt),
    papers: cast.length,
    holds,
    waitingFor: state === 'open' ? waiting.map(({ seatId }) => seatId) : [],
    mine: mine.find(({ ballotId }) => ballotId === id)?.choices ?? null,
    result,
  };
}

function roundsOf(state: DeliberationState, finalists: DecisionRow | null): BallotState[] {
  return state.ballots.filter(({ finalistsDecisionId }) => finalistsDecisionId === finalists?.id);
}

/** What the reader may do now. The services ask the same rules again with the class locked. */
function actsOf(
  principal: Principal,
  room: ClassRoom,
  state: DeliberationState,
  present: Member[],
  entries: readonly ClassEntryView[],
): Record<MeetingAct, Refusal | null> {
  const { own, cls, edition } = room;
  const { finalists, winner } = inForce(state.decisions);
  const rounds = roundsOf(state, finalists);
  const open = rounds.find((ballot) => ballot.state === 'open');
  const isOpen = state.meeting !== null && state.meeting.closedAt === null;
  const role = (permission: Permission): Verdict =>
    principal.role ? may(principal.role, permission) : no('not-permitted');
  const inRoom = allOf(
    needs(isOpen, 'no-meeting'),
    needs(own !== null && present.some(({ seatId }) => seatId === own.seatId), 'not-present'),
  );
  const settled = needs(open === undefined, 'ballot-open');
  const questioned = (decision: DecisionRow | null) => (decision ? inQuestion(decision).length : 0);
  const ruled = nothingAwaits(room);
  const last = rounds.at(-1);
  const lastHolds = last !== undefined && ballotHolds(last, room);
  const firm = mayBuildOn(questioned(finalists));
  const holds = quorumOf(rulesOf({ ...room, present }, []));
  const deciding = (released: boolean): Verdict =>
    allOf(
      role('decision:seal'),
      inRoom,
      needs(!released, 'already-released'),
      settled,
      ruled,
      holds,
    );
  const standing = new Set(
    entries.filter((entry) => entry.state !== 'withdrawn').map((entry) => entry.nominationId),
  );
  const living = (finalists?.finalists ?? []).filter((entry) => standing.has(entry)).length;
  // Told already, but one of them has withdrawn: the next of the reserve may step up.
  const stepsUp =
    edition.phase === 'finalists-published' &&
    cls.stage === 'finalists-sealed' &&
    living < (finalists?.finalists.length ?? 0);
  const newest = state.minutes.at(-1);
  const verdicts: Record<MeetingAct, Verdict> = {
    openMeeting: allOf(
      role('meeting:lead'),
      stageAllows(cls.stage, 'meet'),
      needs(!isOpen, 'wrong-state'),
    ),
    noteAttendance: allOf(role('meeting:lead'), needs(isOpen, 'no-meeting')),
    decideFinalists: allOf(needs(finalists === null, 'already-decided'), deciding(false)),
    supersedeFinalists: allOf(
      needs(finalists !== null, 'not-sealed'),
      deciding(edition.phase !== 'judging' && !stepsUp),
    ),
    openBallot: allOf(
      role('ballot:open'),
      needs(finalists !== null, 'wrong-stage'),
      needs(winner === null, 'already-decided'),
      inRoom,
      ruled,
      firm,
      mayOpenBallot(rulesOf({ ...room, present }, []), open !== undefined),
      needs(!lastHolds || (last.result?.tie ?? false), 'already-decided'),
    ),
    cast: allOf(role('ballot:cast'), needs(open !== undefined, 'ballot-closed'), inRoom),
    closeBallot: allOf(role('ballot:close'), needs(open !== undefined, 'ballot-closed'), inRoom),
    decideWinner: allOf(
      needs(finalists !== null, 'wrong-stage'),
      needs(winner === null, 'already-decided'),
      deciding(false),
      firm,
      ballotHeld({ options: living, named: 1, closedBallots: lastHolds ? rounds.length : 0 }),
    ),
    supersedeWinner: allOf(
      needs(winner !== null, 'not-sealed'),
      deciding(['announced', 'archived'].includes(edition.phase)),
    ),
    keepDecision: allOf(
      needs(questioned(finalists) + questioned(winner) > 0, 'nothing-to-rule'),
      role('decision:seal'),
      inRoom,
      settled,
      holds,
    ),
    writeMinutes: allOf(role('minutes:write'), needs(state.meeting !== null, 'no-meeting')),
    approveMinutes: allOf(
      role('minutes:approve'),
      newest ? mayApprove(room, state, newest.id) : no('not-found'),
    ),
    closeMeeting: allOf(role('meeting:lead'), inRoom, settled),
  };
  return Object.fromEntries(MEETING_ACTS.map((act) => [act, reasonOf(verdicts[act])])) as Record<
    MeetingAct,
    Refusal | null
  >;
}

function reasonOf(verdict: Verdict): Refusal | null {
  return verdict.allowed ? null : verdict.reason;
}
