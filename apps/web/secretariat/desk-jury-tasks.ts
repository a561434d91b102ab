/** The desk's tasks about the jury, class by class: seats, scores, meetings and justifications. */
import type { EditionView } from '@award/editions/contract';
import { type DeskTask, task } from './desk-task';
import { type DeskFacts, type OfClass, past, reached } from './desk-year';

export function seatJury({ edition, panels }: DeskFacts, one: OfClass): DeskTask | null {
  const panel = panels?.find(({ classCode }) => classCode === one.code);
  if (!panel) return null;
  const seats = panel.seats.filter(
    ({ role, standing }) => role !== 'deputy' && standing !== 'declined' && standing !== 'left',
  );
  const answered = seats.filter(({ standing }) => standing !== 'invited');
  return task(
    'seat-jury',
    {
      done: (panel.bothHouses && answered.length === seats.length) || reached(one.stage, 'scoring'),
      due: true,
      by: edition.timetable.deadline,
      now: edition.now,
    },
    {
      of: one,
      link: ['/sekretariat/juryen'],
      count: seats.length > 0 ? { done: answered.length, of: seats.length } : null,
    },
  );
}

export function openScoring({ edition, progress }: DeskFacts, one: OfClass): DeskTask | null {
  const own = progress?.find(({ classCode }) => classCode === one.code);
  return task(
    'open-scoring',
    {
      done: reached(one.stage, 'scoring'),
      due: past(edition, 'open') && own?.openingObstacles.length === 0,
      by: edition.timetable.scoringClosesAt,
      now: edition.now,
    },
    { of: one, link: ['/sekretariat/juryen'] },
  );
}

export function score({ edition, progress }: DeskFacts, one: OfClass): DeskTask | null {
  const own = progress?.find(({ classCode }) => classCode === one.code);
  const sum = (part: 'locked' | 'entries') =>
    own?.seats.reduce((all, seat) => all + seat[part], 0) ?? 0;
  return task(
    'score',
    {
      done: reached(one.stage, 'deliberation'),
      due: one.stage === 'scoring',
      by: edition.timetable.scoringClosesAt,
      now: edition.now,
    },
    {
      of: one,
      link: ['/sekretariat/juryen'],
      count: one.stage === 'scoring' && own ? { done: sum('locked'), of: sum('entries') } : null,
    },
  );
}

export function meet(edition: EditionView, one: OfClass): DeskTask {
  return task(
    'meet',
    {
      done: reached(one.stage, 'finalists-sealed'),
      due: one.stage === 'deliberation',
      by: edition.timetable.meetingAt,
      now: edition.now,
    },
    { of: one, link: pageOfClass('/sekretariat/moter', edition, one) },
  );
}

export function justify({ edition, justifications }: DeskFacts, one: OfClass): DeskTask {
  const own = justifications?.[one.code];
  const sealed = own !== undefined && own.all > 0 && own.sealed === own.all;
  return task(
    'justify',
    {
      done: sealed || past(edition, 'judging'),
      due: reached(one.stage, 'finalists-sealed'),
      by: edition.timetable.finalistsAt,
      now: edition.now,
    },
    {
      of: one,
      link: pageOfClass('/sekretariat/begrunnelser', edition, one),
      count: own && own.all > 0 ? { done: own.sealed, of: own.all } : null,
    },
  );
}

export function decideWinner(edition: EditionView, one: OfClass): DeskTask {
  return task(
    'decide-winner',
    {
      done: one.stage === 'winner-sealed',
      due: one.stage === 'finalists-sealed',
      by: edition.timetable.announcementAt,
      now: edition.now,
    },
    { of: one, link: pageOfClass('/sekretariat/moter', edition, one) },
  );
}

/** The page of a class opens with its deliberation; until then the list says when. */
function pageOfClass(list: string, edition: EditionView, one: OfClass): readonly string[] {
  return reached(one.stage, 'deliberation') ? [list, edition.id, one.code] : [list];
}
