import { SILENCE_HOURS } from '@award/award';
import { done } from '../demo/as-people';
import { asJuror } from '../demo/sample-year/judging';
import { leaderOf, type SampleClass } from '../demo/sample-year/panel';
import type { Answer } from '../demo/visitor';
import { atDeadline, type Rehearsed, whether } from './rehearsed';

const classPath = ({ year }: Rehearsed, classCode: SampleClass) =>
  `/api/editions/${year.editionId}/classes/${classCode}`;

/** The finalists of a class are asked to check their facts until an instant. */
export async function askFactCheck(
  rehearsed: Rehearsed,
  classCode: SampleClass,
  dueAt: Date,
): Promise<void> {
  const secretary = await rehearsed.year.people.person('sekretaer');
  await done(secretary.post(`${classPath(rehearsed, classCode)}/fact-checks`, { dueAt }));
}

/** Two finalists answer, the one in time. */
export async function theFactCheck(rehearsed: Rehearsed, keys: readonly string[]): Promise<void> {
  const { year } = rehearsed;
  if (keys.length < 2) {
    rehearsed.notTried.push('the fact-check: it takes two finalists of a class');
    return;
  }
  const [early, late] = await Promise.all(
    keys.slice(0, 2).map(async (key) => {
      const visitor = await year.people.person(key);
      const { check } = await done(
        visitor.get<{ check: { id: string; dueAt: string } | null }>('/api/fact-checks/mine'),
      );
      if (!check) throw new Error(`${key} was not asked`);
      return { visitor, ...check };
    }),
  );
  if (!early || !late) throw new Error('nobody was asked to check');
  const answer = ({ visitor, id }: typeof early): Promise<Answer> =>
    visitor.post(`/api/fact-checks/${id}/answer`, { answer: 'fine', remarks: '' });
  await atDeadline(rehearsed, 'the fact-check', early.dueAt, [
    { seconds: -1, tried: 'a finalist answers', expected: 'accepted', act: () => answer(early) },
    { seconds: 1, tried: 'a finalist answers', expected: 'refused', act: () => answer(late) },
  ]);
}

/** When minutes that nobody objects to stand. */
export async function silenceEnds(
  { year }: Rehearsed,
  classCode: SampleClass,
): Promise<{ id: string; at: Date }> {
  const [minutes] = await year.db.query(
    `select id, made_at + make_interval(hours => $3) as at from minutes where edition_id = $1 and class_code = $2 order by number desc limit 1`,
    [year.editionId, classCode, SILENCE_HOURS],
  );
  return minutes;
}

/** Minutes that nobody objects to stand after two days, and no sooner. */
export async function theSilence(rehearsed: Rehearsed, classCode: SampleClass): Promise<void> {
  const { year, run } = rehearsed;
  const leader = await asJuror(year, leaderOf(year, classCode), classCode);
  const minutes = await silenceEnds(rehearsed, classCode);
  const stand = async () => {
    await run('minutes-silence');
    const { minutes: all } = await done(
      leader.get<{ minutes: { id: string; approvedAt: string | null }[] }>(
        `${classPath(rehearsed, classCode)}/meeting`,
      ),
    );
    return all.some(({ id, approvedAt }) => id === minutes.id && !!approvedAt);
  };
  const tried = 'the minutes stand';
  const act = () => whether(stand, 'wrong-stage');
  await atDeadline(rehearsed, 'the silence about the minutes', minutes.at, [
    { seconds: -1, tried, expected: 'refused', act },
    { seconds: 1, tried, expected: 'accepted', act },
  ]);
}

/** The finalists who have not said who comes on stage do so, the one in time. */
export async function theStageCall(rehearsed: Rehearsed): Promise<void> {
  const { year } = rehearsed;
  const silent: { key: string; at: Date }[] = await year.db.query(
    `select 'kommune-' || v.number as key, c.due_at as at from stage_call c
       join decision_entry d on d.edition_id = c.edition_id and d.outcome = 'finalist'
       join nomination n on n.id = d.nomination_id
       join municipality_version v on v.municipality_id = n.municipality_id and v.valid_to is null
     where c.edition_id = $1 and not exists (select from stage_party p where p.nomination_id = n.id) order by d.class_code, d.position`,
    [year.editionId],
  );
  const [early, late] = silent;
  if (!early || !late) {
    rehearsed.notTried.push('who comes on stage: it takes two classes with finalists');
    return;
  }
  const party = {
    said: '',
    people: [{ name: 'Oda Eksempelsen', role: 'Ordfører', said: '', photo: true }],
    needs: '',
    lockVersion: 0,
  };
  const tell = (key: string) => async () =>
    (await year.people.person(key)).put('/api/stage-plan/mine', party);
  const tried = 'a finalist says who comes';
  await atDeadline(rehearsed, 'who comes on stage', early.at, [
    { seconds: -1, tried, expected: 'accepted', act: tell(early.key) },
    { seconds: 1, tried, expected: 'refused', act: tell(late.key) },
  ]);
}

/** A release goes by itself at its time: nothing of it before, all of it after. */
export async function theRelease(
  rehearsed: Rehearsed,
  kind: 'finalists' | 'winners',
): Promise<void> {
  const { year, run } = rehearsed;
  const outcome = kind === 'finalists' ? 'finalist' : 'winner';
  const rows: { name: string }[] = await year.db.query(
    `select distinct v.name from decision_entry d join nomination n on n.id = d.nomination_id
     join municipality_version v on v.municipality_id = n.municipality_id and v.valid_to is null
     where d.edition_id = $1 and d.outcome = $2`,
    [year.editionId, outcome],
  );
  const stranger = year.people.stranger();
  const shown = async () => {
    await run('release-due');
    const { body } = await stranger.get(`/api/public/editions/${year.year}`);
    const told = JSON.stringify(kind === 'winners' ? winnersIn(body) : body);
    return rows.length > 0 && rows.every(({ name }) => told.includes(JSON.stringify(name)));
  };
  const { finalistsAt, announcementAt } = year.plan.moments;
  const at = kind === 'finalists' ? finalistsAt : announcementAt;
  const tried = `anyone reads who the ${kind} are`;
  const act = (holds: () => Promise<boolean>) => () => whether(holds, 'not-found');
  await atDeadline(rehearsed, `the release of the ${kind}`, at, [
    { seconds: -1, tried, expected: 'refused', act: act(shown) },
    { seconds: 1, tried, expected: 'accepted', act: act(() => withinASecond(shown)) },
  ]);
}

/** Public pages hear of a change by a notice from the database, within this time. */
async function withinASecond(holds: () => Promise<boolean>): Promise<boolean> {
  for (const from = performance.now(); performance.now() - from < 1000;) {
    if (await holds()) return true;
    await new Promise((later) => setTimeout(later, 20));
  }
  return false;
}

/** Whatever the page says of a winner, and nothing of the others. */
function winnersIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(winnersIn);
  if (value === null || typeof value !== 'object') return [];
  if ('winner' in value && value.winner === true) return [value];
  return Object.values(value).flatMap(winnersIn);
}
