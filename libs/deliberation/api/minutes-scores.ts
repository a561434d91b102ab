import type { EntityManager } from 'typeorm';
import type { MinutesScores } from '@award/deliberation/contract';
import type { RankingResult } from './ranking-input';

/** What second readers had said before, by seat and entry. */
const FIRST_ROUND = `
select x.seat_id as seat, x.nomination_id as entry, x.first_overall as overall from second_reading x join ranking r on r.id = $1
where x.edition_id = r.edition_id and x.class_code = r.class_code and x.first_overall is not null`;

/** What each entry was given by a kept ranking, without names: so that nobody can tell who gave what. */
export async function minutesScores(
  tx: EntityManager,
  rankingId: string,
): Promise<MinutesScores[]> {
  const [{ result }]: { result: RankingResult }[] = await tx.query(
    'select result from ranking where id = $1',
    [rankingId],
  );
  const first: { seat: string; entry: string; overall: number }[] = await tx.query(FIRST_ROUND, [
    rankingId,
  ]);
  const before = new Map(first.map(({ seat, entry, overall }) => [`${seat} ${entry}`, overall]));
  return result.ranking.entries.map(({ entry, rank, value, counted }) => ({
    nominationId: entry,
    place: rank,
    mean: value,
    values: highestFirst(counted.map((sheet) => sheet.value)),
    firstRound:
      before.size === 0
        ? null
        : highestFirst(
            counted.map((sheet) => before.get(`${sheet.judge} ${entry}`) ?? sheet.value),
          ),
  }));
}

function highestFirst(values: readonly number[]): number[] {
  return [...values].sort((a, b) => b - a);
}
