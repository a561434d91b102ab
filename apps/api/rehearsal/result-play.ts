import { decideFinalists, decideWinner, justify } from '../demo/sample-year/deciding';
import { prepareStage } from '../demo/sample-year/on-stage';
import { sealAndArm } from '../demo/sample-year/publishing';
import { type SampleYear, setClock } from '../demo/sample-year/sample-year';
import { type LeakWatch, realNow } from './leak-watch';
import { tellingMail } from './mail-account';
import type { Rehearsed } from './rehearsed';
import {
  askFactCheck,
  silenceEnds,
  theFactCheck,
  theRelease,
  theSilence,
  theStageCall,
} from './result-deadlines';
import { secretsOf } from './secrets';

const MINUTE = 60 * 1000;

/** What is told of the result at one moment, and by when it is wanted. */
interface Step {
  at: Date;
  play: () => Promise<void>;
}

/**
 * From the meeting to the stage, with a look at every step of what everybody else can see. Who is told in confidence is
 * not compared from then on.
 */
export async function playTheResult(rehearsed: Rehearsed, watch: LeakWatch): Promise<void> {
  const { year } = rehearsed;
  const { classes, moments } = year.plan;
  const finalistsAt = new Date(moments.finalistsAt);
  const announcementAt = new Date(moments.announcementAt);
  const [first = '', last = first] = [classes[0], classes.at(-1)];
  const nobodyKnows = await watch.look();
  const from = await realNow(year.db);
  for (const classCode of classes) {
    await decideFinalists(year, classCode);
    await decideWinner(year, classCode, { leaveMinutes: true });
    await justify(year, classCode);
  }
  const checkDueAt = await between(year, finalistsAt, 0.7);
  await askFactCheck(rehearsed, first, checkDueAt);
  await sealAndArm(year, 'all', moments.finalistsAt);
  for (const classCode of classes) await sealAndArm(year, classCode, moments.announcementAt);
  const asked = await finalistsOf(year, first);
  const finalists = await secretsOf(year.db, year.editionId, 'finalist');
  const winners = await secretsOf(year.db, year.editionId, 'winner');
  const sealed = await watch.look(finalists);
  watch.compare('sealed, and not released', nobodyKnows, sealed, asked);
  const silence: Step = {
    at: (await silenceEnds(rehearsed, last)).at,
    play: () => theSilence(rehearsed, last),
  };
  const check: Step = { at: checkDueAt, play: () => theFactCheck(rehearsed, asked) };
  await inOrder([silence, check], finalistsAt);
  const to = await realNow(year.db);
  const together = announcementAt.getTime() - finalistsAt.getTime() < 30 * MINUTE;
  if (together)
    rehearsed.notTried.push(
      'the release of the finalists, and who comes on stage: the winners are announced with them',
    );
  else {
    await theRelease(rehearsed, 'finalists');
    await untilTheStage(rehearsed, watch, winners, silence);
  }
  await theRelease(rehearsed, 'winners');
  await setClock(year, moments.onStage);
  if (silence.at >= announcementAt)
    rehearsed.notTried.push('the silence about the minutes: it ends after the announcement');
  const texts = [...finalists, ...winners].filter(({ text }) => text.includes(' '));
  for (const what of await tellingMail(
    year.db,
    { from, to },
    texts.map(({ text }) => text),
  ))
    watch.found.push({ when: 'mail', what });
}

/** The finalists are known. What is said of the winners does not change until they are. */
async function untilTheStage(
  rehearsed: Rehearsed,
  watch: LeakWatch,
  winners: Awaited<ReturnType<typeof secretsOf>>,
  silence: Step,
): Promise<void> {
  const { year } = rehearsed;
  const { finalistsAt, stageDueAt, announcementAt } = year.plan.moments;
  await setClock(year, new Date(Date.parse(finalistsAt) + 5 * MINUTE).toISOString());
  await prepareStage(year);
  const call: Step = { at: new Date(stageDueAt), play: () => theStageCall(rehearsed) };
  const late = silence.at >= new Date(finalistsAt) && silence.at < new Date(announcementAt);
  await inOrder(late ? [silence, call] : [call], new Date(announcementAt));
  await setClock(year, (await between(year, new Date(announcementAt), 0.1)).toISOString());
  const finalistsKnown = await watch.look(winners);
  await setClock(year, (await between(year, new Date(announcementAt), 0.9)).toISOString());
  const beforeTheStage = await watch.look(winners);
  watch.compare('finalists known, winners not', finalistsKnown, beforeTheStage, []);
}

async function inOrder(steps: readonly Step[], before: Date): Promise<void> {
  const inTime = steps.filter(({ at }) => at < before);
  for (const { play } of inTime.sort((one, other) => one.at.getTime() - other.at.getTime()))
    await play();
}

/** A moment at this share of the way from now, by the award's clock, to another. */
async function between({ db }: SampleYear, to: Date, share: number): Promise<Date> {
  const [{ now }] = await db.query('select award_now() as now');
  return new Date(now.getTime() + (to.getTime() - now.getTime()) * share);
}

async function finalistsOf({ db, editionId }: SampleYear, classCode: string): Promise<string[]> {
  const rows: { key: string }[] = await db.query(
    `select 'kommune-' || v.number as key from decision_entry d join nomination n on n.id = d.nomination_id
     join municipality_version v on v.municipality_id = n.municipality_id and v.valid_to is null
     where d.edition_id = $1 and d.class_code = $2 and d.outcome = 'finalist' order by d.position`,
    [editionId, classCode],
  );
  return rows.map(({ key }) => key);
}
