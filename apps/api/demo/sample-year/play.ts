import type { SampleStop } from '@award/access/contract';
import { fillTheAddressBook } from './addresses';
import { announceWinners, archive, publishFinalists } from './publishing';
import {
  answerWhatWasHeld,
  checkEligibility,
  halfwayThroughTheCall,
  passTheDeadline,
  sendBeforeTheDeadline,
  settleEligibility,
} from './entries';
import { inviteSampleMunicipalities, openCall } from './call';
import { askForCorrection, mendWhatWasAsked } from './correcting';
import { decideFinalists, decideWinner, justify } from './deciding';
import {
  finishScoring,
  openScoring,
  scoreAsTheyGo,
  seatThePanel,
  settleImpartiality,
} from './judging';
import {
  announcedAt,
  answerAboutCategory,
  askAboutCategory,
  postponeAnnouncement,
  reclassify,
} from './moments';
import { declareInOffice, ruleInOffice } from './in-office';
import { prepareStage } from './on-stage';
import { hearOthers } from './partners';
import { shareExamples } from './sharing';
import { writeRemarks } from './talking';
import { phaseOf, type SampleYear, setClock } from './sample-year';

/** Where the demo bar can take the sample year, in the order of the process. */
export const SAMPLE_STOPS = [
  'planned',
  'open',
  'closed',
  'judging',
  'deliberation',
  'finalists-published',
  'announced',
  'archived',
] as const satisfies readonly SampleStop[];

const acts: Record<SampleStop, (year: SampleYear) => Promise<void>> = {
  planned: async () => undefined,
  open: async (year) => {
    await openCall(year);
    await setClock(year, year.plan.moments.halfway);
    await halfwayThroughTheCall(year);
    await hearOthers(year);
    await fillTheAddressBook(year);
  },
  closed: async (year) => {
    // A visitor may have opened the call, and invited nobody or only some.
    await inviteSampleMunicipalities(year);
    await sendBeforeTheDeadline(year);
    await passTheDeadline(year);
    await checkEligibility(year, { leaveOpen: true, leaveReturned: true });
    await reclassify(year);
  },
  judging: async (year) => {
    await answerWhatWasHeld(year);
    await checkEligibility(year, { leaveOpen: false });
    await settleEligibility(year);
    await declareInOffice(year);
    for (const classCode of year.plan.classes) {
      await seatThePanel(year, classCode);
      await settleImpartiality(year, classCode, { everybody: false });
      await openScoring(year, classCode);
    }
    await setClock(year, year.plan.moments.scoringHalfway);
    for (const classCode of year.plan.classes) await scoreAsTheyGo(year, classCode);
    await askAboutCategory(year);
  },
  deliberation: async (year) => {
    await setClock(year, year.plan.moments.scoringDone);
    await ruleInOffice(year);
    for (const classCode of year.plan.classes) {
      await settleImpartiality(year, classCode, { everybody: true });
      if (classCode === 'small') await answerAboutCategory(year);
      await finishScoring(year, classCode);
      await writeRemarks(year, classCode);
    }
    await setClock(year, year.plan.moments.inMeeting);
  },
  'finalists-published': async (year) => {
    for (const classCode of year.plan.classes) {
      await decideFinalists(year, classCode);
      await decideWinner(year, classCode);
      await justify(year, classCode);
    }
    await shareExamples(year);
    await setClock(year, year.plan.moments.finalistsOut);
    await publishFinalists(year);
    await prepareStage(year);
    await askForCorrection(year);
    await postponeAnnouncement(year);
  },
  announced: async (year) => {
    await setClock(year, `${year.year}-02-25T09:00:00+01:00`);
    await mendWhatWasAsked(year);
    await setClock(year, announcedAt(year));
    await announceWinners(year);
  },
  archived: async (year) => {
    await setClock(year, year.plan.moments.archived);
    await archive(year);
  },
};

/** Which stop the sample year has reached. */
export async function stopOf(year: SampleYear): Promise<SampleStop> {
  const phase = await phaseOf(year);
  if (phase !== 'judging') return phase as SampleStop;
  const stages: { stage: string }[] = await year.db.query(
    'select stage from edition_class where edition_id = $1',
    [year.editionId],
  );
  return stages.every(({ stage }) => stage !== 'waiting' && stage !== 'scoring')
    ? 'deliberation'
    : 'judging';
}

/** Plays the acts that lie between here and there. What visitors have done already is left as it is. */
export async function playTo(year: SampleYear, stop: SampleStop): Promise<void> {
  const from = SAMPLE_STOPS.indexOf(await stopOf(year));
  const to = SAMPLE_STOPS.indexOf(stop);
  for (const next of SAMPLE_STOPS.slice(from + 1, to + 1)) await acts[next](year);
}
