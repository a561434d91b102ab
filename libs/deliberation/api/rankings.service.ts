import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Principal } from '@award/access/api';
import { demand } from '@award/access/api';
import { stageAllows } from '@award/award';
import type { Db } from '@award/editions/api';
import { Scoring, type ScoringInput } from '@award/scoring/api';
import type { RankingView, RecomputedView } from '@award/deliberation/contract';
import { ClassDoor, type ClassRoom } from './class-door';
import { classEntries } from './class-entries';
import {
  inOrder,
  inputHash,
  inputOf,
  METHOD,
  rank,
  type RankingInput,
  type RankingResult,
} from './ranking-input';
import { contestedReasons } from './ranking-reasons';
import { recomputed } from './ranking-recomputed';
import { rankingView } from './ranking-view';
import { Ranking, RankingPlace } from './ranking.entity';

/** Figures of a class as they stand: what they are made from, its hash, and what comes out. */
export interface Figures {
  input: RankingInput;
  hash: string;
  result: RankingResult;
}

export interface FrozenRanking {
  id: string;
  inputHash: string;
  madeAt: Date;
}

const LATEST = `
select id, input_hash as "inputHash", made_at as "madeAt" from ranking
where edition_id = $1 and class_code = $2 order by made_at desc, id limit 1`;

/** The class's ranking: made anew from the sheets at each reading, frozen when somebody builds on it. */
@Injectable()
export class Rankings {
  /** By what they were made from, for as long as scoring holds it ready. */
  private readonly known = new WeakMap<ScoringInput, Figures>();

  constructor(
    private readonly db: DataSource,
    private readonly door: ClassDoor,
    private readonly scoring: Scoring,
  ) {}

  async view(principal: Principal, editionId: string, classCode: string): Promise<RankingView> {
    const room = await this.door.enter(this.db, principal, editionId, classCode, 'readRanking');
    const scored = await this.scoring.inputOfClass(this.db, editionId, classCode, room);
    const entries = await classEntries(this.db, editionId, classCode);
    const frozen = await this.latest(this.db, editionId, classCode);
    const figures = this.compute(scored);
    const reasons = await contestedReasons(this.db, editionId, classCode, figures.result);
    return rankingView({ room, figures, scored, entries, frozen, reasons });
  }

  /** The figures of the class as the sheets are now, for somebody who has just come in by the door. */
  async figures(db: Db, room: ClassRoom): Promise<Figures> {
    const { edition, cls } = room;
    return this.compute(await this.scoring.inputOfClass(db, edition.id, cls.code, room));
  }

  async latest(db: Db, editionId: string, classCode: string): Promise<FrozenRanking | null> {
    const [row] = await db.query(LATEST, [editionId, classCode]);
    return row ?? null;
  }

  /** Keeps the ranking as it is now. The same scores are kept once: the latest snapshot is used again. */
  async freeze(
    tx: EntityManager,
    principal: Principal,
    room: ClassRoom,
  ): Promise<FrozenRanking & { figures: Figures; fresh: boolean }> {
    const editionId = room.edition.id;
    const classCode = room.cls.code;
    const figures = this.compute(await this.scoring.inputOfClass(tx, editionId, classCode));
    const latest = await this.latest(tx, editionId, classCode);
    if (latest?.inputHash === figures.hash) return { ...latest, figures, fresh: false };
    const made = await tx.insert(Ranking, {
      editionId,
      classCode,
      method: METHOD,
      inputHash: figures.hash,
      input: inOrder(figures.input),
      result: figures.result,
      madeBy: principal.personId,
    });
    const { id, madeAt } = made.generatedMaps[0] as { id: string; madeAt: Date };
    const { entries } = figures.result.ranking;
    if (entries.length > 0) {
      await tx.insert(
        RankingPlace,
        entries.map(({ entry, rank: place, value, n }) => ({
          rankingId: id,
          nominationId: entry,
          editionId,
          classCode,
          place,
          mean: value,
          counted: n,
        })),
      );
    }
    return { id, inputHash: figures.hash, madeAt, figures, fresh: true };
  }

  /** Makes a kept ranking again from its own input and says whether it comes out the same. */
  async recompute(principal: Principal, rankingId: string): Promise<RecomputedView> {
    const found = await this.db.getRepository(Ranking).findOneBy({ id: rankingId });
    const row = await this.door.known(this.db, principal, found ?? undefined);
    const room = await this.door.look(this.db, principal, row.editionId, row.classCode);
    demand(stageAllows(room.cls.stage, 'readRanking'));
    return recomputed(row);
  }

  /** The same scores give the same figures, which a meeting asks for every few seconds. */
  private compute(scored: ScoringInput): Figures {
    const known = this.known.get(scored);
    if (known) return known;
    const input = inputOf(scored);
    const figures = { input, hash: inputHash(input), result: rank(input, scored.classCode) };
    this.known.set(scored, figures);
    return figures;
  }
}
