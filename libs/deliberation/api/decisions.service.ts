import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  ballotHeld,
  mayBuildOn,
  mayDecideFinalists,
  mayDecideWinner,
  mayPromoteReserve,
  maySupersede,
  needs,
  type RecordedVote,
  settlementsAfterRound,
  settlementsOf,
  type StageAction,
} from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { type Db, Editions } from '@award/editions/api';
import { lockNominations, Nominations } from '@award/nominations/api';
import type {
  DecideFinalists,
  DecideWinner,
  DecisionOrder,
  Made,
} from '@award/deliberation/contract';
import { livingOf } from './ballots.service';
import { Decision, DecisionEntry } from './decision.entity';
import { demandPresent, type JuryRoom, JuryRoomDoor, rulesOf } from './jury-room';
import { type DecisionRow, inForce, readDecisions } from './meeting-state';
import { ballotHolds, nothingAwaits } from './moments/ballots-in-force';
import { inQuestion } from './moments/decisions-in-question';
import { Rankings } from './rankings.service';

type Outcome = DecisionEntry['outcome'];

/** The class's decisions: made in its meeting, sealed as they are made, replaced and never edited. */
@Injectable()
export class Decisions {
  constructor(
    private readonly db: DataSource,
    private readonly room: JuryRoomDoor,
    private readonly rankings: Rankings,
    private readonly nominations: Nominations,
    private readonly editions: Editions,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  /** The decision in force, or null. A winner chosen among finalists that no longer hold is not in force. */
  async current(
    db: Db,
    editionId: string,
    classCode: string,
    kind: DecisionRow['kind'],
  ): Promise<DecisionRow | null> {
    const decisions = await readDecisions(db, editionId, classCode);
    return kind === 'finalists' ? inForce(decisions).finalists : inForce(decisions).winner;
  }

  decideFinalists(
    principal: Principal,
    editionId: string,
    classCode: string,
    body: DecideFinalists,
    key: string,
  ): Promise<Made> {
    const intent = { act: 'decision:finalists', editionId, classCode, ...body };
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, intent, () =>
        this.sealFinalists(tx, principal, editionId, classCode, body),
      ),
    );
  }

  decideWinner(
    principal: Principal,
    editionId: string,
    classCode: string,
    body: DecideWinner,
    key: string,
  ): Promise<Made> {
    const intent = { act: 'decision:winner', editionId, classCode, ...body };
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, intent, () =>
        this.sealWinner(tx, principal, editionId, classCode, body),
      ),
    );
  }

  private async sealFinalists(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
    body: DecideFinalists,
  ): Promise<Made> {
    const room = await this.room.enter(tx, principal, editionId, classCode, 'meet');
    demandPresent(room);
    demand(nothingAwaits(room));
    const { finalists: earlier, winner } = inForce(room.state.decisions);
    const promotion = earlier && !winner ? await reserveFor(tx, room, earlier) : null;
    demandReplacing(earlier, body, room.edition.phase !== 'judging' && promotion === null);
    if (earlier && promotion) demandPromotion(room, earlier, promotion, body);
    demand(needs(!room.state.ballots.some(({ state }) => state === 'open'), 'ballot-open'));
    const ranking = await this.rankings.freeze(tx, principal, room);
    const ids = ranking.figures.input.entries;
    const entries = await lockNominations(tx, ids);
    demand(
      mayDecideFinalists(statementOf(body), {
        ...rulesOf(room, settlementsOf(room.edition.tieRule)),
        ...(earlier ? { stage: 'deliberation' as const } : {}),
        entries: entries.map(({ id, state }) => ({
          entry: id,
          state: state === 'in-review' || state === 'eligible' ? 'assessed' : state,
        })),
        ranking: ranking.figures.result.ranking.entries,
        defaultNumber: room.cls.finalists,
      }),
    );
    const id = await this.insert(tx, room, body, {
      kind: 'finalists',
      rankingId: ranking.id,
      decidedBy: principal.personId,
      supersedesId: earlier?.id ?? null,
    });
    await insertEntries(tx, id, room, [
      ...body.finalists.map((entry, at) => [entry, 'finalist', at + 1] as const),
      ...body.reserve.map((entry, at) => [entry, 'reserve', at + 1] as const),
    ]);
    const inState = (...states: string[]) =>
      entries.filter(({ state }) => states.includes(state)).map((one) => one.id);
    // A class with no more entries than places has come here unscored, its entries still found eligible.
    await this.nominations.takeAll(tx, principal, inState('eligible'), 'start-review');
    await this.nominations.takeAll(
      tx,
      principal,
      inState('eligible', 'in-review'),
      'finish-review',
    );
    const back: StageAction[] = winner
      ? ['reopen-winner', 'reopen-finalists']
      : ['reopen-finalists'];
    await this.advance(
      tx,
      principal,
      room,
      [...(earlier ? back : []), 'seal-finalists'],
      body.reason,
    );
    await this.logDecision(tx, principal, room, id, 'decision:seal-finalists', {
      number: body.number,
      rankingHash: ranking.inputHash,
      supersedes: earlier?.id ?? null,
    });
    return { id };
  }

  private async sealWinner(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
    body: DecideWinner,
  ): Promise<Made> {
    const room = await this.room.enter(tx, principal, editionId, classCode, 'meet');
    demandPresent(room);
    const { decisions, ballots } = room.state;
    demand(nothingAwaits(room));
    const { finalists, winner } = inForce(decisions);
    if (!finalists) throw new Refused('wrong-stage');
    demand(mayBuildOn(inQuestion(finalists).length));
    demandReplacing(winner, body, ['announced', 'archived'].includes(room.edition.phase));
    demand(needs(!ballots.some(({ state }) => state === 'open'), 'ballot-open'));
    await lockNominations(tx, finalists.finalists);
    const living = await livingOf(tx, room, finalists.finalists);
    const rounds = ballots.filter(
      ({ finalistsDecisionId }) => finalistsDecisionId === finalists.id,
    );
    const holding = rounds.filter((round) => ballotHolds(round, room));
    // A later count that no longer holds is not made good by an earlier one.
    const last = holding.at(-1) === rounds.at(-1) ? holding.at(-1) : undefined;
    demand(
      ballotHeld({
        options: living.length,
        named: body.winners.length,
        closedBallots: last ? holding.length : 0,
      }),
    );
    demand(
      mayDecideWinner(
        { ...statementOf(body), winners: body.winners },
        {
          ...rulesOf(room, last ? settlementsAfterRound(room.edition.tieRule, holding.length) : []),
          ...(winner ? { stage: 'finalists-sealed' as const } : {}),
          finalists: living,
          ballotWinners: last?.result?.winners ?? null,
          defaultNumber: room.cls.winners,
        },
      ),
    );
    const replaced = decisions.find((one) => one.kind === 'winner' && !one.supersededById);
    const id = await this.insert(tx, room, body, {
      kind: 'winner',
      ballotId: last?.id ?? null,
      finalistsDecisionId: finalists.id,
      decidedBy: principal.personId,
      supersedesId: replaced?.id ?? null,
    });
    await insertEntries(
      tx,
      id,
      room,
      body.winners.map((entry, at) => [entry, 'winner', at + 1] as const),
    );
    await this.advance(
      tx,
      principal,
      room,
      [...(winner ? (['reopen-winner'] as const) : []), 'seal-winner'],
      body.reason,
    );
    await this.logDecision(tx, principal, room, id, 'decision:seal-winner', {
      number: body.number,
      ballotId: last?.id ?? null,
      papersHash: last?.result?.papersHash ?? null,
      supersedes: replaced?.id ?? null,
    });
    return { id };
  }

  private async insert(
    tx: EntityManager,
    room: JuryRoom,
    body: DecisionOrder & { number: number },
    what: Partial<Decision> & Pick<Decision, 'kind'>,
  ): Promise<string> {
    const made = await tx.insert(Decision, {
      editionId: room.edition.id,
      classCode: room.cls.code,
      number: body.number,
      reason: body.reason.trim(),
      dissent: body.dissent?.trim() || null,
      votesFor: body.votesFor ?? null,
      votesAgainst: body.votesAgainst ?? null,
      settlement: body.settlement ?? null,
      ...what,
    });
    return (made.identifiers[0] as { id: string }).id;
  }

  private async advance(
    tx: EntityManager,
    principal: Principal,
    { edition, cls }: JuryRoom,
    actions: readonly StageAction[],
    reason: string,
  ): Promise<void> {
    for (const action of actions)
      await this.editions.advanceStage(tx, principal, edition.id, cls.code, action, reason);
  }

  private async logDecision(
    tx: EntityManager,
    principal: Principal,
    room: JuryRoom,
    id: string,
    act: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    for (const entry of room.happened) await this.log.write(tx, entry);
    await this.log.write(tx, {
      principal,
      act,
      subjectType: 'decision',
      subjectId: id,
      editionId: room.edition.id,
      facts: { classCode: room.cls.code, ...facts },
    });
  }
}

/** A second decision is refused unless it says which sealed one it takes the place of, and why. */
function demandReplacing(
  earlier: DecisionRow | null,
  body: DecisionOrder,
  released: boolean,
): void {
  const supersedes = body.supersedes ?? null;
  if (!earlier) return demand(needs(supersedes === null, 'not-sealed'));
  demand(needs(supersedes === earlier.id, 'already-decided'));
  demand(maySupersede({ sealed: true, released, reason: body.reason }));
}

/** Who has withdrawn of the finalists and the reserve that have been told. */
type Withdrawn = readonly string[];

/** After the finalists are told the reserve may step up for one who has withdrawn; null when it may not. */
async function reserveFor(
  tx: EntityManager,
  { edition }: JuryRoom,
  { finalists, reserve }: DecisionRow,
): Promise<Withdrawn | null> {
  if (edition.phase !== 'finalists-published') return null;
  const rows: { id: string }[] = await tx.query(
    `select id from nomination where id = any($1) and state = 'withdrawn'`,
    [[...finalists, ...reserve]],
  );
  const withdrawn = rows.map(({ id }) => id);
  return finalists.some((id) => withdrawn.includes(id)) ? withdrawn : null;
}

/** The one change that is left: the finalists who remain, and the next of the reserve. */
function demandPromotion(
  room: JuryRoom,
  { finalists, reserve }: DecisionRow,
  withdrawn: Withdrawn,
  body: DecideFinalists,
): void {
  const remaining = finalists.filter((id) => !withdrawn.includes(id));
  const [promoted = '', ...more] = body.finalists.filter((id) => !finalists.includes(id));
  demand(
    needs(
      more.length === 0 && remaining.every((id) => body.finalists.includes(id)),
      'not-in-class',
    ),
  );
  demand(
    mayPromoteReserve({
      meeting: rulesOf(room, []),
      promoted,
      reserve,
      withdrawn,
      withdrawnFinalists: finalists.length - remaining.length,
      reason: body.reason,
    }),
  );
}

function statementOf<T extends DecisionOrder>(body: T): T & { vote: RecordedVote | null } {
  const { votesFor, votesAgainst } = body;
  const recorded = (votesFor ?? null) !== null && (votesAgainst ?? null) !== null;
  if (!recorded && ((votesFor ?? null) !== null || (votesAgainst ?? null) !== null))
    throw new Refused('bad-input', { fields: [{ path: 'votesAgainst', reason: 'isInt' }] });
  return {
    ...body,
    settlement: body.settlement ?? null,
    vote: recorded ? { inFavour: Number(votesFor), against: Number(votesAgainst) } : null,
  };
}

async function insertEntries(
  tx: EntityManager,
  decisionId: string,
  { edition, cls }: JuryRoom,
  entries: readonly (readonly [string, Outcome, number])[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.insert(
    DecisionEntry,
    entries.map(([nominationId, outcome, position]) => ({
      decisionId,
      nominationId,
      editionId: edition.id,
      classCode: cls.code,
      outcome,
      position,
    })),
  );
}
