import { Injectable } from '@nestjs/common';
import { type Principal, Refused } from '@award/access/api';
import { ClassDoor, type ClassRoom, Decisions } from '@award/deliberation/api';
import type { Db } from '@award/editions/api';
import { finalistRows, type FinalistRow, otherEntries } from './justifications.queries';

/** A finalist of the decision in force, as somebody who may follow the class finds it. */
export interface Finalist {
  room: ClassRoom;
  row: FinalistRow;
  /** From 1, in the order of the decision; 0 for an entry that is no finalist. */
  position: number;
}

@Injectable()
export class FinalistDoor {
  constructor(
    private readonly door: ClassDoor,
    private readonly decisions: Decisions,
  ) {}

  /** A finalist with its justification, any other entry of the class with its feedback; the rest does not exist. */
  async enter(
    db: Db,
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
  ): Promise<Finalist> {
    const room = await this.door.enter(db, principal, editionId, classCode, 'readRanking');
    const decision = await this.decisions.current(db, editionId, classCode, 'finalists');
    if (!decision) throw new Refused('not-found');
    const at = decision.finalists.indexOf(nominationId);
    const kind = at < 0 ? 'feedback' : 'justification';
    if (at < 0) {
      const others = await otherEntries(db, editionId, classCode, decision.finalists);
      if (!others.includes(nominationId)) throw new Refused('not-found');
    }
    const [row] = await finalistRows(db, [nominationId], kind);
    if (!row) throw new Refused('not-found');
    return { room, row, position: at + 1 };
  }
}
