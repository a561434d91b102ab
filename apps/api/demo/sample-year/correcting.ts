import type { JustificationView, SaveJustification } from '@award/justifications/contract';
import type {
  CorrectionsView,
  MyCorrectionsView,
  OpenCorrection,
} from '@award/publication/contract';
import { SAMPLE_MUNICIPALITIES } from '../../seed/sample-municipalities';
import { done } from '../as-people';
import { authorOf, classPath, justify } from './deciding';
import { personOf } from './entry-content';
import { asJuror } from './judging';
import type { SampleClass } from './panel';
import { entriesOf, type SampleYear } from './sample-year';

const IN_CLASS: SampleClass = 'small';

/** What the jury wrote, what it should have been, and how the municipality asks for it. */
const WORDS = {
  nb: {
    told: 'som bedriftene selv pekte på',
    mended: 'som bedriftene og de tillitsvalgte pekte på',
    request: 'Det var ikke bare bedriftene som sa fra. De tillitsvalgte var med hele veien.',
    note: 'Det var både bedriftene og de tillitsvalgte som pekte på problemet.',
  },
  nn: {
    told: 'som bedriftene sjølve peika på',
    mended: 'som bedriftene og dei tillitsvalde peika på',
    request: 'Det var ikkje berre bedriftene som sa frå. Dei tillitsvalde var med heile vegen.',
    note: 'Det var både bedriftene og dei tillitsvalde som peika på problemet.',
  },
} as const;
const REQUESTS: readonly string[] = Object.values(WORDS).map(({ request }) => request);

const correctionsOf = async (year: SampleYear): Promise<CorrectionsView> => {
  const secretary = await year.people.person('sekretaer');
  return done(secretary.get<CorrectionsView>(`/api/releases/${year.editionId}/corrections`));
};

/** A finalist finds an error in what is told of it, and asks. */
export async function askForCorrection(year: SampleYear): Promise<void> {
  const { correctable, requests } = await correctionsOf(year);
  if (requests.some(({ text }) => REQUESTS.includes(text))) return;
  const told = correctable.find(({ classCode }) => classCode === IN_CLASS)?.entries ?? [];
  const finalist = told.find((one) => one.finalist && !one.withdrawn)?.nominationId;
  const number = (await entriesOf(year)).find(({ id }) => id === finalist)?.number;
  const municipality = SAMPLE_MUNICIPALITIES.find((one) => one.number === number);
  if (!municipality) return;
  const visitor = await year.people.person(personOf(municipality));
  const path = '/api/nominations/mine/corrections';
  if ((await done(visitor.get<MyCorrectionsView>(path))).ask !== null) return;
  await done(visitor.post(path, { text: WORDS[municipality.writtenForm].request }));
}

/** The jury writes and signs it anew; two keys, a press, and the public page says what was put right. */
export async function mendWhatWasAsked(year: SampleYear): Promise<void> {
  const { open, requests } = await correctionsOf(year);
  const request = requests.find(({ text, answer }) => answer === null && REQUESTS.includes(text));
  const author = authorOf(year, IN_CLASS);
  if (!request || open !== null || !author) return;
  const writer = await asJuror(year, author, IN_CLASS);
  const at = `${classPath(year, IN_CLASS)}/justifications/${request.nominationId}`;
  const text = (await done(writer.get<JustificationView>(at))).text;
  const words = Object.values(WORDS).find(({ told }) => text.includes(told));
  if (!words) return;
  const secretary = await year.people.person('sekretaer');
  const order: OpenCorrection = {
    kind: 'text',
    scope: 'all',
    classCode: IN_CLASS,
    nominationId: request.nominationId,
    named: null,
    note: words.note,
    reason: 'Kommunen har sagt fra, og forslaget sier det samme.',
    requestId: request.id,
    concernsAssessment: false,
  };
  await done(secretary.post(`/api/releases/${year.editionId}/corrections`, order));
  const { stageText, internalNote, lockVersion } = await done(writer.get<JustificationView>(at));
  const mended: SaveJustification = {
    text: text.replace(words.told, words.mended),
    stageText,
    internalNote,
    lockVersion,
  };
  await done(writer.put(at, mended));
  await justify(year, IN_CLASS);
  await releaseCorrection(year, request.nominationId);
}

async function releaseCorrection(year: SampleYear, nominationId: string): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  const waiting = async () =>
    (await correctionsOf(year)).corrections.find(
      (one) => one.nominationId === nominationId && one.released === null,
    );
  await done(secretary.post(`/api/releases/corrections/${(await waiting())?.id}/seal`));
  const sealed = (await waiting())?.sealed;
  if (!sealed) throw new Error('The sample year’s correction is not sealed');
  for (const key of ['sekretaer', 'nokkelholder']) {
    const holder = await year.people.person(key);
    const order = { sha256: sealed.sha256, releaseAt: null };
    await done(holder.post(`/api/releases/records/${sealed.id}/arm`, order));
  }
  const order = { recordIds: [sealed.id] };
  await done(secretary.post(`/api/releases/${year.editionId}/press`, order));
}
