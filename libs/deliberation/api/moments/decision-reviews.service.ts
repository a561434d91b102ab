import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mayKeepDecision, needs, quorumOf } from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { KeepDecision, Made } from '@award/deliberation/contract';
import { ClassDoor, type OfClass } from '../class-door';
import { demandPresent, JuryRoomDoor, rulesOf } from '../jury-room';
import { inQuestion } from './decisions-in-question';
import { DecisionReview } from './moments.entity';

/** The jury, without who has been found recused since, keeps a sealed decision. Replacing it is a decision of its own. */
@Injectable()
export class DecisionReviews {
  constructor(
    private readonly db: DataSource,
    private readonly room: JuryRoomDoor,
    private readonly door: ClassDoor,
    private readonly keys: RequestKeys,
    private readonly log: AuditLog,
  ) {}

  keep(principal: Principal, decisionId: string, body: KeepDecision, key: string): Promise<Made> {
    const intent = { act: 'decision:keep', decisionId, ...body };
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, intent, async () => {
        const [known] = await tx.query(
          'select edition_id as "editionId", class_code as "classCode" from decision where id = $1',
          [decisionId],
        );
        const { editionId, classCode } = await this.door.known<OfClass>(tx, principal, known);
        const room = await this.room.enter(tx, principal, editionId, classCode, 'meet');
        demandPresent(room);
        const decision = room.state.decisions.find(({ id }) => id === decisionId);
        if (!decision) throw new Refused('not-found');
        demand(needs(decision.supersededById === null, 'already-decided'));
        const members = inQuestion(decision);
        demand(
          mayKeepDecision({
            inQuestion: members.length,
            quorum: quorumOf(rulesOf(room, [])),
            reason: body.reason,
            vote: { inFavour: body.votesFor, against: body.votesAgainst },
          }),
        );
        const made = await tx.insert(DecisionReview, {
          decisionId,
          meetingId: room.meeting.id,
          editionId,
          classCode,
          reason: body.reason.trim(),
          votesFor: body.votesFor,
          votesAgainst: body.votesAgainst,
          settledBy: principal.personId,
        });
        const { id } = made.identifiers[0] as { id: string };
        for (const entry of room.happened) await this.log.write(tx, entry);
        await this.log.write(tx, {
          principal,
          act: 'decision:keep',
          subjectType: 'decision',
          subjectId: decisionId,
          editionId,
          facts: { classCode, reviewId: id, members },
        });
        return { id };
      }),
    );
  }
}
