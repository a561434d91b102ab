import type { DataSource } from 'typeorm';
import { contentHash } from '@award/nominations/api';
import type { RecomputedView } from '@award/deliberation/contract';
import { inputHash, rank, type RankingInput, type RankingResult } from './ranking-input';

/** A ranking as it was kept. */
export interface KeptRanking {
  id: string;
  classCode: string;
  inputHash: string;
  input: RankingInput;
  result: RankingResult;
}

const KEPT = `
select r.id, r.class_code as "classCode", r.input_hash as "inputHash", r.input, r.result, e.year
from ranking r join edition e on e.id = r.edition_id
where $1::uuid is null or r.id = $1 order by r.made_at, r.id`;

/** Makes a kept ranking again from what was kept of its sheets, and compares hash and result. */
export function recomputed({ id, classCode, input, result, ...kept }: KeptRanking): RecomputedView {
  const recomputedHash = inputHash(input);
  const samePlaces = contentHash(rank(input, classCode)) === contentHash(result);
  return {
    rankingId: id,
    inputHash: kept.inputHash,
    recomputedHash,
    samePlaces,
    holds: samePlaces && recomputedHash === kept.inputHash,
  };
}

/** Every ranking that was kept, or the one with this id, made again. */
export async function verifyKeptRankings(
  db: DataSource,
  id: string | null,
): Promise<(RecomputedView & { year: number; classCode: string })[]> {
  const kept: (KeptRanking & { year: number })[] = await db.query(KEPT, [id]);
  return kept.map((one) => ({ ...recomputed(one), year: one.year, classCode: one.classCode }));
}
