/**
 * What the secretariat's desk lists, in the order of the year: what is done, what is due, and what is
 * late. Pure: facts in, tasks out. What nobody could fetch, or the reader may not see, is left out.
 */
import { check, invite, mendAddresses, openCall, setUp, translate } from './desk-call-tasks';
import { decideWinner, justify, meet, openScoring, score, seatJury } from './desk-jury-tasks';
import { announce, archive, askStage, prepareStage, publishFinalists } from './desk-release-tasks';
import type { DeskTask } from './desk-task';
import type { DeskFacts, OfClass } from './desk-year';

export { DESK_TASKS, type DeskTask, type DeskTaskKind, type TaskState } from './desk-task';
export type { DeskFacts, StageFacts } from './desk-year';

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
