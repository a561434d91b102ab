import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type ClassRight,
  type House,
  mayTakePart,
  type SeatPosition,
  type Standing,
  stageAllows,
  type Verdict,
  yes,
} from '@award/award';
import { demand, type Principal, Refused } from '@award/access/api';
import {
  type Db,
  demandReach,
  type EditionClassRow,
  type EditionRow,
  Editions,
  isDenied,
} from '@award/editions/api';
import { Standings } from '@award/impartiality/api';
import { type PanelSeat, Seats } from '@award/jury/api';
import type { ClassHeadView } from '@award/deliberation/contract';

/** An active seat of the class's panel, and whether it takes part in what concerns the class as a whole. */
export interface Member {
  seatId: string;
  personId: string;
  name: string;
  house: House;
  position: SeatPosition;
  takesPart: Verdict;
}

/** One class as somebody who may follow it finds it. `own` is null for the secretariat. */
export interface ClassRoom {
  edition: EditionRow;
  cls: EditionClassRow;
  /** Every seat that the panel has had, also those who have left. */
  seats: PanelSeat[];
  /** How each seat stands to the entries of the class, by seat id. */
  standings: ReadonlyMap<string, Standing>;
  members: Member[];
  own: Member | null;
}

/** What belongs to one class of one edition. */
export interface OfClass {
  editionId: string;
  classCode: string;
}

const JURY = ['juror', 'jury-leader'];

const mayLookIn = (principal: Principal, { editionId, classCode }: OfClass): boolean =>
  (principal.editionId ?? editionId) === editionId &&
  (principal.classCode ?? classCode) === classCode &&
  !isDenied(principal, editionId, classCode);

/**
 * The way into everything that speaks of a class as a whole: figures, meeting, ballots, decisions and
 * justifications. A member who does not take part in the class is refused here, before anything is read.
 */
@Injectable()
export class ClassDoor {
  constructor(
    private readonly editions: Editions,
    private readonly seats: Seats,
    private readonly standings: Standings,
  ) {}

  async enter(
    db: Db,
    principal: Principal,
    editionId: string,
    classCode: string,
    right: ClassRight,
  ): Promise<ClassRoom> {
    const room = await this.look(db, principal, editionId, classCode);
    demand(stageAllows(room.cls.stage, right));
    return room;
  }

  /** The same whatever the stage allows: for reads that say themselves what is not open yet. */
  async look(
    db: Db,
    principal: Principal,
    editionId: string,
    classCode: string,
  ): Promise<ClassRoom> {
    demandReach(principal, editionId, classCode);
    const edition = await this.editions.byId(db, editionId);
    const cls = edition.classes.find(({ code }) => code === classCode);
    if (!cls) throw new Refused('not-found');
    const seats = await this.seats.ofClass(db, editionId, classCode);
    const standings = await this.standings.ofClass(db, editionId, classCode);
    const members = seats
      .filter((seat) => seat.standing === 'active')
      .map((seat) => asMember(seat, standings.get(seat.id)));
    const own = ownMember(principal, members);
    return { edition, cls, seats, standings, members, own };
  }

  /**
   * What was found by its id, if its class is one that the reader may look for it in. Otherwise it is as if nothing had been
   * found, and who takes no part in their own class is told that, in the same words for what is there and what is not.
   */
  async known<T extends OfClass>(db: Db, principal: Principal, found: T | undefined): Promise<T> {
    if (found && mayLookIn(principal, found)) return found;
    const { role, editionId, classCode } = principal;
    if (role !== null && JURY.includes(role) && editionId !== null && classCode !== null)
      await this.look(db, principal, editionId, classCode);
    throw new Refused('not-found');
  }

  /** The same for an act: the class is locked first, so that acts on one class follow each other. */
  async enterToAct(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    classCode: string,
    right: ClassRight,
  ): Promise<ClassRoom> {
    demandReach(principal, editionId, classCode);
    await tx.query(
      'select from edition_class where edition_id = $1 and code = $2 for no key update',
      [editionId, classCode],
    );
    return this.enter(tx, principal, editionId, classCode, right);
  }
}

/** A seat without a standing has nothing to declare on. */
function asMember(
  { id, personId, name, house, role }: PanelSeat,
  standing: Standing | undefined,
): Member {
  return {
    seatId: id,
    personId,
    name,
    house,
    position: role,
    takesPart: standing ? mayTakePart(standing) : yes,
  };
}

/** The reader's own active seat; refused when the class is not open to it. */
function ownMember(principal: Principal, members: readonly Member[]): Member | null {
  if (principal.role === null || !JURY.includes(principal.role)) return null;
  const own = members.find(({ personId }) => personId === principal.personId);
  if (!own) throw new Refused('seat-not-active');
  demand(own.takesPart);
  return own;
}

export function classHead({ edition, cls }: Pick<ClassRoom, 'edition' | 'cls'>): ClassHeadView {
  return {
    editionId: edition.id,
    year: edition.year,
    editionName: edition.name,
    phase: edition.phase,
    sample: edition.sample,
    classCode: cls.code,
    className: cls.name,
    stage: cls.stage,
  };
}
