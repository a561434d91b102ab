/**
 * What the secretariat's desk lists, in the order of the year: what is done, what is due, and what is
 * late. Pure: facts in, tasks out. What nobody could fetch, or the reader may not see, is left out.
 */
import { type ClassStage, type EditionPhase, PHASES, STAGES } from '@award/award';
import type { EditionClassView, EditionView, Words } from '@award/editions/contract';
import { unreadyOf } from '@award/editions/web';
import type { EntryCounts } from '@award/eligibility/contract';
import type { PanelView } from '@award/jury/contract';
import type { OutreachCount } from '@award/outreach/contract';
import type { ScoringProgressView } from '@award/scoring/contract';
import { type DeskTask, task } from './desk-task';

export { DESK_TASKS, type DeskTask, type DeskTaskKind, type TaskState } from './desk-task';

export interface DeskFacts {
  readonly edition: EditionView;
  readonly outreach: readonly OutreachCount[] | null;
  /** Addresses that mail did not reach, and nobody has dealt with. */
  readonly undelivered: number | null;
  readonly entries: EntryCounts | null;
  readonly panels: readonly PanelView[] | null;
  readonly progress: readonly ScoringProgressView[] | null;
  /** Sealed justifications of all, by class code. */
  readonly justifications: Readonly<Record<string, { sealed: number; all: number }>> | null;
  /** What is ready of the show; asked for between the finalists and the winners. */
  readonly stage: StageFacts | null;
}

export interface StageFacts {
  /** Until when the finalists may say who comes; null while they have not been asked. */
  readonly answersDueAt: string | null;
  /** Finalists that have answered and classes that somebody presents, of all. */
  readonly ready: number;
  readonly all: number;
  readonly answersMissing: boolean;
  readonly gaps: number;
}

type OfClass = EditionClassView & { readonly name: Words; readonly stage: ClassStage };

export function deskTasks(facts: DeskFacts): readonly DeskTask[] {
  const { edition } = facts;
  const classes = edition.classes.filter((one): one is OfClass => one.stage !== null);
  const all: readonly (DeskTask | null)[] = [
    setUp(edition),
    translate(edition),
    openCall(edition),
    invite(facts),
    ...classes.map((one) => seatJury(facts, one)),
    check(facts),
    ...classes.map((one) => openScoring(facts, one)),
    ...classes.map((one) => score(facts, one)),
    ...classes.map((one) => meet(edition, one)),
    ...classes.map((one) => justify(facts, one)),
    publishFinalists(edition, classes),
    askStage(facts),
    ...classes.map((one) => decideWinner(edition, one)),
    prepareStage(facts),
    announce(edition, classes),
    archive(edition),
    mendAddresses(facts),
  ];
  return all.filter((task) => task !== null);
}

/** The one thing to do now: what is late comes first, then what is due, each in the order of the year. */
export function nextTask(tasks: readonly DeskTask[]): DeskTask | null {
  return (
    tasks.find(({ state }) => state === 'late') ??
    tasks.find(({ state }) => state === 'due') ??
    null
  );
}

const at = (phase: EditionPhase) => PHASES.indexOf(phase);
const past = ({ phase }: EditionView, other: EditionPhase) => at(phase) > at(other);
const reached = (stage: ClassStage, other: ClassStage) =>
  STAGES.indexOf(stage) >= STAGES.indexOf(other);

const PART_OF: Record<string, string> = {
  timetable: 'tidsplan',
  classes: 'kategorier',
  criteria: 'momenter',
};

function setUp(edition: EditionView): DeskTask {
  const unready = unreadyOf(edition);
  const done = past(edition, 'planned') || unready.length === 0;
  return task(
    'set-up',
    { done, due: true, by: edition.timetable.opensAt, now: edition.now },
    {
      link: ['/sekretariat/kaaringer', edition.id],
      query: { del: PART_OF[unready[0] ?? 'timetable'] ?? 'tidsplan' },
    },
  );
}

function translate(edition: EditionView): DeskTask {
  const { nb, nn, en } = edition.callText;
  const written = [nb, nn, en].filter((text) => text.trim() !== '').length;
  return task(
    'translate',
    { done: written === 3 || past(edition, 'open'), due: true, now: edition.now },
    {
      link: ['/sekretariat/kaaringer', edition.id],
      query: { del: 'tekster' },
      count: { done: written, of: 3 },
    },
  );
}

function openCall(edition: EditionView): DeskTask {
  const due = unreadyOf(edition).length === 0;
  return task(
    'open-call',
    { done: past(edition, 'planned'), due, by: edition.timetable.opensAt, now: edition.now },
    { link: ['/sekretariat/kaaringer', edition.id] },
  );
}

function invite({ edition, outreach }: DeskFacts): DeskTask | null {
  if (outreach === null || outreach.length === 0) return null;
  const sum = (part: 'municipalities' | 'invited') =>
    outreach.reduce((all, count) => all + count[part], 0);
  const [invited, all] = [sum('invited'), sum('municipalities')];
  return task(
    'invite',
    {
      done: past(edition, 'open') || invited === all,
      due: true,
      by: edition.timetable.deadline,
      now: edition.now,
    },
    {
      link: ['/sekretariat/kommuner'],
      query: { status: 'not-invited' },
      count: { done: invited, of: all },
    },
  );
}

/** Only while there is anything to mend, and never before what the year itself asks for. */
function mendAddresses({ edition, undelivered }: DeskFacts): DeskTask | null {
  if (!undelivered) return null;
  return task(
    'mend-addresses',
    { done: false, due: true, now: edition.now },
    { link: ['/sekretariat/kommuner/ikke-levert'], count: { done: 0, of: undelivered } },
  );
}

function seatJury({ edition, panels }: DeskFacts, one: OfClass): DeskTask | null {
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

const WAITING = ['submitted', 'in-eligibility-check', 'returned', 'held'] as const;
const CHECKED = ['eligible', 'ineligible', 'in-review', 'assessed'] as const;

function check({ edition, entries }: DeskFacts): DeskTask | null {
  if (entries === null) return null;
  const sum = (states: readonly (typeof WAITING | typeof CHECKED)[number][]) =>
    entries.classes.reduce(
      (all, one) => all + states.reduce((own, state) => own + (one.states[state] ?? 0), 0),
      0,
    );
  const [waiting, checked] = [sum(WAITING), sum(CHECKED)];
  return task(
    'check',
    {
      done: past(edition, 'closed') && waiting === 0,
      due: past(edition, 'open') && waiting > 0,
      by: edition.timetable.scoringClosesAt,
      now: edition.now,
    },
    { link: ['/sekretariat/forslag'], count: { done: checked, of: checked + waiting } },
  );
}

function openScoring({ edition, progress }: DeskFacts, one: OfClass): DeskTask | null {
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

function score({ edition, progress }: DeskFacts, one: OfClass): DeskTask | null {
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

/** The page of a class opens with its deliberation; until then the list says when. */
function pageOfClass(list: string, edition: EditionView, one: OfClass): readonly string[] {
  return reached(one.stage, 'deliberation') ? [list, edition.id, one.code] : [list];
}

function meet(edition: EditionView, one: OfClass): DeskTask {
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

function justify({ edition, justifications }: DeskFacts, one: OfClass): DeskTask {
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

function publishFinalists(edition: EditionView, classes: readonly OfClass[]): DeskTask {
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

function askStage({ edition, stage }: DeskFacts): DeskTask | null {
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
function prepareStage({ edition, stage }: DeskFacts): DeskTask | null {
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

function decideWinner(edition: EditionView, one: OfClass): DeskTask {
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

function announce(edition: EditionView, classes: readonly OfClass[]): DeskTask {
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

function archive(edition: EditionView): DeskTask {
  return task(
    'archive',
    { done: edition.phase === 'archived', due: edition.phase === 'announced', now: edition.now },
    { link: ['/sekretariat/kaaringer', edition.id] },
  );
}
