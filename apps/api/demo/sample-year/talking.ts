import { done } from '../as-people';
import { asJuror } from './judging';
import { inClass, leaderOf, type SampleClass, type SampleJuror } from './panel';
import type { SampleYear } from './sample-year';

interface Ranked {
  entries: { nominationId: string; contentions: string[]; spread: number | null }[];
}
interface Talk {
  remarks: object[];
  motions: object[];
}

const REMARKS = [
  'Samarbeidet med bedriftene er godt beskrevet, men hva er kommunens egen del av resultatet?',
  'Jeg leser tallene slik at veksten kom før tiltaket. Det trakk ned hos meg.',
  'Overføringsverdien er stor. Dette kan andre kommuner ta i bruk uten mye penger.',
];
const MOTION =
  'Juryen legger størst vekt på dokumenterte resultater når to forslag står likt om siste plass.';
const OBJECTION =
  'Protokollen bør nevne at vi også drøftet hvor mye av veksten som skyldes tiltaket selv.';

const classPath = (year: SampleYear, classCode: SampleClass) =>
  `/api/editions/${year.editionId}/classes/${classCode}`;

const speakers = (year: SampleYear, classCode: SampleClass): SampleJuror[] =>
  inClass(year, classCode).filter(
    (juror) => juror.recusedIn !== classCode && juror.seats[classCode] === 'member',
  );

async function contested(year: SampleYear, classCode: SampleClass): Promise<string[]> {
  const leader = await asJuror(year, leaderOf(year, classCode), classCode);
  const { entries } = await done(leader.get<Ranked>(`${classPath(year, classCode)}/ranking`));
  return [...entries]
    .sort(
      (a, b) => b.contentions.length - a.contentions.length || (b.spread ?? 0) - (a.spread ?? 0),
    )
    .map(({ nominationId }) => nominationId);
}

/** Before the meeting, members say something about what they disagree on. */
export async function writeRemarks(year: SampleYear, classCode: SampleClass): Promise<void> {
  const path = `${classPath(year, classCode)}/meeting`;
  const leader = await asJuror(year, leaderOf(year, classCode), classCode);
  const { remarks } = await done(leader.get<Talk>(`${path}/talk`));
  if (remarks.length > 0) return;
  const [first, second] = await contested(year, classCode);
  for (const [at, juror] of speakers(year, classCode).slice(0, REMARKS.length).entries()) {
    const nominationId = at === 2 ? second : first;
    if (!nominationId) continue;
    const visitor = await asJuror(year, juror, classCode);
    await done(visitor.post(`${path}/remarks`, { nominationId, text: REMARKS[at] }));
  }
}

/**
 * In the meeting, one entry is taken up, and a motion is put and voted on. A visitor may have opened the
 * meeting without those who would speak: then they do not.
 */
export async function talkItOver(year: SampleYear, classCode: SampleClass): Promise<void> {
  const path = `${classPath(year, classCode)}/meeting`;
  const leader = await asJuror(year, leaderOf(year, classCode), classCode);
  const { motions } = await done(leader.get<Talk>(`${path}/talk`));
  const [nominationId] = await contested(year, classCode);
  const [mover] = speakers(year, classCode);
  if (motions.length > 0 || !nominationId || !mover) return;
  const moving = await asJuror(year, mover, classCode);
  const put = await moving.post<{ id: string }>(`${path}/motions`, { text: MOTION });
  if (put.status >= 400) return;
  await leader.put(`${path}/table`, { nominationId });
  for (const [at, juror] of [leaderOf(year, classCode), ...speakers(year, classCode)].entries()) {
    const voter = await asJuror(year, juror, classCode);
    await voter.put(`/api/motions/${put.body.id}/vote`, { vote: at === 2 ? 'against' : 'for' });
  }
  await leader.post(`/api/motions/${put.body.id}/close`);
  await leader.put(`${path}/table`, { nominationId: null });
}

/** A member is not content with the minutes: the jury has to approve them itself. */
export async function objectToMinutes(
  year: SampleYear,
  classCode: SampleClass,
  minutesId: string,
): Promise<void> {
  const [member] = speakers(year, classCode).slice(-1);
  if (!member) return;
  const visitor = await asJuror(year, member, classCode);
  const path = `/api/minutes/${minutesId}/objections`;
  const { objections } = await done(visitor.get<{ objections: object[] }>(path));
  if (objections.length === 0) await done(visitor.post(path, { text: OBJECTION }));
}
