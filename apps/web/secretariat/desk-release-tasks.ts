/** The desk's tasks about what is told: the finalists, the stage, the winners and the archive. */
import type { EditionView } from '@award/editions/contract';
import { type DeskTask, task } from './desk-task';
import { type DeskFacts, type OfClass, past, reached } from './desk-year';

export function publishFinalists(edition: EditionView, classes: readonly OfClass[]): DeskTask {
  return task(
    'publish-finalists',
    {
      done: past(edition, 'judging'),
      due:
        edition.phase === 'judging' &&
        classes.length > 0 &&
        classes.every(({ stage }) => reached(stage, 'finalists-sealed')),
      by: edition.timetable.finalistsAt,
      now: edition.now,
    },
    { link: ['/sekretariat/publisering'] },
  );
}

const STAGE = ['/sekretariat/scenen'];

export function askStage({ edition, stage }: DeskFacts): DeskTask | null {
  if (stage === null) return null;
  return task(
    'ask-stage',
    {
      done: stage.answersDueAt !== null,
      due: true,
      by: edition.timetable.announcementAt,
      now: edition.now,
    },
    { link: STAGE },
  );
}

/** It is late when an answer is missing after its time, or anything is when the winners are to be announced. */
export function prepareStage({ edition, stage }: DeskFacts): DeskTask | null {
  if (stage === null) return null;
  const { answersDueAt, answersMissing } = stage;
  return task(
    'prepare-stage',
    {
      done: stage.gaps === 0,
      due: answersDueAt !== null,
      by: answersMissing ? answersDueAt : edition.timetable.announcementAt,
      now: edition.now,
    },
    { link: STAGE, count: { done: stage.ready, of: stage.all } },
  );
}

export function announce(edition: EditionView, classes: readonly OfClass[]): DeskTask {
  return task(
    'announce',
    {
      done: past(edition, 'finalists-published'),
      due:
        edition.phase === 'finalists-published' &&
        classes.every(({ stage }) => stage === 'winner-sealed'),
      by: edition.timetable.announcementAt,
      now: edition.now,
    },
    { link: ['/sekretariat/publisering'] },
  );
}

export function archive(edition: EditionView): DeskTask {
  return task(
    'archive',
    { done: edition.phase === 'archived', due: edition.phase === 'announced', now: edition.now },
    { link: ['/sekretariat/kaaringer', edition.id] },
  );
}
