import { prepared } from '@award/access/api';
import type { Db } from '@award/editions/api';
import type { ReasonsView } from '@award/deliberation/contract';
import type { RankingResult } from './ranking-input';

/** What these members wrote on these entries, on sheets that are locked. */
const WRITTEN = `
select s.seat_id as "seatId", s.nomination_id as "nominationId",
  coalesce(nullif(btrim(s.assessment), ''), btrim(s.line)) as text
from score_sheet s
join unnest($3::uuid[], $4::uuid[]) as asked (seat_id, nomination_id)
  on asked.seat_id = s.seat_id and asked.nomination_id = s.nomination_id
where s.edition_id = $1 and s.class_code = $2 and s.state = 'locked'`;

interface Written {
  seatId: string;
  nominationId: string;
  text: string;
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
  const apart = ranking.entries.flatMap(({ entry, counted }) => {
    const sorted = [...counted].sort((a, b) => b.value - a.value);
    const [highest, lowest] = [sorted.at(0), sorted.at(-1)];
    if (!contested.has(entry) || !highest || !lowest || highest.value === lowest.value) return [];
    return [{ entry, highest: highest.judge, lowest: lowest.judge }];
  });
  const asked = apart.flatMap(({ entry, highest, lowest }) => [
    { seat: highest, entry },
    { seat: lowest, entry },
  ]);
  const written = await prepared<Written>(db, 'contested-reasons', WRITTEN, [
    editionId,
    classCode,
    asked.map(({ seat }) => seat),
    asked.map(({ entry }) => entry),
  ]);
  const texts = new Map(
    written.map(({ seatId, nominationId, text }) => [`${seatId} ${nominationId}`, text]),
  );
  const reason = (seatId: string, entry: string) => ({
    seatId,
    text: texts.get(`${seatId} ${entry}`) ?? '',
  });
  return new Map(
    apart.map(({ entry, highest, lowest }) => [
      entry,
      { highest: reason(highest, entry), lowest: reason(lowest, entry) },
    ]),
  );
}
