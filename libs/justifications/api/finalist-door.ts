import { Injectable } from '@nestjs/common';
import { type Principal, Refused } from '@award/access/api';
import { ClassDoor, type ClassRoom, Decisions } from '@award/deliberation/api';
import type { Db } from '@award/editions/api';
import { finalistRows, type FinalistRow } from './justifications.queries';

/** A finalist of the decision in force, as somebody who may follow the class finds it. */
export interface Finalist {
  room: ClassRoom;
  row: FinalistRow;
  /** From 1, in the order of the decision. */
  position: number;
}

@Injectable()
export class FinalistDoor {
  constructor(
    private readonly door: ClassDoor,
    private readonly decisions: Decisions,
  ) {}

  /** Any entry that is not a finalist of the class is answered as one that does not exist. */
  async enter(
    db: Db,
    principal: Principal,
    editionId: string,
    classCode: string,
    nominationId: string,
  ): Promise<Finalist> {
    const room = await this.door.enter(db, principal, editionId, classCode, 'readRanking');
    const decision = await this.decisions.current(db, editionId, classCode, 'finalists');
    const at = decision?.finalists.indexOf(nominationId) ?? -1;
    if (at < 0) throw new Refused('not-found');
    const [row] = await finalistRows(db, [nominationId]);
    if (!row) throw new Refused('not-found');
    return { room, row, position: at + 1 };
  }
}
