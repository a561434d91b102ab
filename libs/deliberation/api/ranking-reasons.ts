import type { Db } from '@award/editions/api';
import type { ReasonsView } from '@award/deliberation/contract';
import type { RankingResult } from './ranking-input';

/** What the members wrote on sheets that count, of the entries asked for. */
const WRITTEN = `
select seat_id as "seatId", nomination_id as "nominationId", line, assessment from score_sheet
where edition_id = $1 and class_code = $2 and nomination_id = any($3) and state = 'locked'`;

interface Written {
  seatId: string;
  nominationId: string;
  line: string;
  assessment: string;
}

/**
 * For each entry worth talking about, the reasons of whoever scored it highest and lowest. Nothing for
 * an entry that all score alike.
 */
export async function contestedReasons(
  db: Db,
  editionId: string,
  classCode: string,
  { agenda, ranking }: RankingResult,
): Promise<Map<string, ReasonsView>> {
  const contested = new Set(
    agenda.filter(({ contentions }) => contentions.length > 0).map(({ entry }) => entry),
  );
  const written: Written[] = await db.query(WRITTEN, [editionId, classCode, [...contested]]);
  const found = ranking.entries.flatMap(({ entry, counted }): [string, ReasonsView][] => {
    if (!contested.has(entry) || counted.length < 2) return [];
    const sorted = [...counted].sort((a, b) => b.value - a.value);
    const [highest, lowest] = [sorted[0], sorted[sorted.length - 1]];
    if (highest.value === lowest.value) return [];
    const reason = (seatId: string) => {
      const sheet = written.find((one) => one.seatId === seatId && one.nominationId === entry);
      return { seatId, text: sheet?.assessment.trim() || sheet?.line.trim() || '' };
    };
    return [[entry, { highest: reason(highest.judge), lowest: reason(lowest.judge) }]];
  });
  return new Map(found);
}
