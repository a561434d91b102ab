import type { CheckedEntryView, Reclassify } from '@award/eligibility/contract';
import type { AskAboutClass, ClassQuestionsView } from '@award/deliberation/contract';
import type { PostponementsView, ProposeTime } from '@award/publication/contract';
import { done } from '../as-people';
import { asJuror } from './judging';
import { inClass, leaderOf, type SampleClass } from './panel';
import { entriesOf, type SampleYear } from './sample-year';
import { datesOf } from './year-plan';

/** Counted with one resident too many in the register: belongs with the small ones. */
const MOVED = '9022';
const MOVING: Reclassify = {
  classCode: 'small',
  ground: 'register-error',
  reason:
    'Folketallet i registeret var feil: 61 personer var regnet med to ganger. Riktig tall ved utlysningen er 14 940.',
};

/** Whose category the jury is asked about, because a fault was found after scoring had opened. */
const ASKED = '9014';
const FINDING =
  'To boliger på kommunegrensa kan være regnet til nabokommunen. Hører de til Ospelund, har kommunen over 15 000 innbyggere.';
const KEPT = 'Matrikkelen viser at boligene ligger i nabokommunen. Folketallet står ved lag.';

/** An entry that stands in the wrong category is moved by the secretariat before scoring, with the reason. */
export async function reclassify(year: SampleYear): Promise<void> {
  const entry = (await entriesOf(year, 'large')).find(({ number }) => number === MOVED);
  if (!entry) return;
  const secretary = await year.people.person('sekretaer');
  const path = `/api/eligibility/entries/${entry.id}`;
  const { acts, reclassifications } = await done(secretary.get<CheckedEntryView>(path));
  if (!acts.includes('reclassify') || reclassifications.length > 0) return;
  await done(secretary.post(`${path}/reclassify`, MOVING));
}

const questionsOf = (year: SampleYear, classCode: SampleClass) =>
  `/api/editions/${year.editionId}/classes/${classCode}/class-questions`;

/** Once scoring is open, the secretariat asks the jury instead. */
export async function askAboutCategory(year: SampleYear): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  const path = questionsOf(year, 'small');
  const { entries, mayAsk, questions } = await done(secretary.get<ClassQuestionsView>(path));
  const entry = (await entriesOf(year, 'small')).find(({ number }) => number === ASKED);
  const asked = entry && entries.some(({ nominationId }) => nominationId === entry.id);
  if (!asked || mayAsk !== null || questions.length > 0) return;
  const question: AskAboutClass = { nominationId: entry.id, toClass: 'large', finding: FINDING };
  await done(secretary.post(path, question));
}

/** The members answer that the entry keeps its category, and the leader writes why. */
export async function answerAboutCategory(year: SampleYear): Promise<void> {
  const path = questionsOf(year, 'small');
  const leader = await asJuror(year, leaderOf(year, 'small'), 'small');
  const open = async () =>
    (await done(leader.get<ClassQuestionsView>(path))).questions.find(
      ({ settled, finding }) => settled === null && finding === FINDING,
    );
  const question = await open();
  if (!question) return;
  const answer = { answer: 'keep' };
  for (const juror of inClass(year, 'small').filter((one) => one.recusedIn !== 'small')) {
    const visitor = await asJuror(year, juror, 'small');
    await visitor.put(`/api/class-questions/${question.id}/answer`, answer);
  }
  if ((await open())?.maySettle === null)
    await done(leader.post(`/api/class-questions/${question.id}/settle`, { reason: KEPT }));
}

/** When the winners are told after all. */
export const announcedAt = (year: SampleYear) => `${year.year}-03-02T18:45:00+01:00`;

/** The announcement is put off by a quarter of an hour: one proposes, the other confirms. */
export async function postponeAnnouncement(year: SampleYear): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  const root = `/api/releases/${year.editionId}/postponements`;
  const announcement = async (key: string) => {
    const reader = await year.people.person(key);
    const { postponements } = await done(reader.get<PostponementsView>(root));
    return postponements.find(({ field }) => field === 'announcementAt');
  };
  const planned = await announcement('sekretaer');
  const moved = Date.parse(planned?.at ?? '') !== Date.parse(datesOf(year.plan).announcementAt);
  if (planned?.propose !== null || moved) return;
  const order: ProposeTime = {
    field: 'announcementAt',
    to: announcedAt(year),
    reason: 'Middagen i salen er flyttet et kvarter.',
  };
  await done(secretary.post(root, order));
  const { waiting } = (await announcement('nokkelholder')) ?? { waiting: null };
  if (!waiting) throw new Error('The sample year waited in vain for the new time');
  const keyholder = await year.people.person('nokkelholder');
  await done(
    keyholder.post(`/api/releases/postponements/${waiting.id}/confirm`, { to: waiting.to }),
  );
}
