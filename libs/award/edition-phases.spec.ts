import {
  EDITION_WORKFLOW,
  PHASES,
  STAGE_WORKFLOW,
  STAGES,
  stageToldToMembers,
} from './edition-phases';
import { may, ROLES } from './permissions';
import {
  actionsFrom,
  endStatesOf,
  reachableFrom,
  type Transition,
  transition,
  type WorkflowTable,
} from './workflow';

const TABLES: readonly [string, WorkflowTable, readonly string[], string][] = [
  ['of an edition', EDITION_WORKFLOW, PHASES, 'planned'],
  ['of a class', STAGE_WORKFLOW, STAGES, 'waiting'],
];

describe.each(TABLES)('the workflow %s', (_, table, states, start) => {
  it('reaches every state', () => {
    expect([...reachableFrom(table, [start])].sort()).toEqual([...states].sort());
  });

  it('has one row for each action in a state', () => {
    const keys = table.map(({ from, action }) => `${from} ${action}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lets only those act who hold the permission', () => {
    const without = (row: Transition) =>
      ROLES.filter(
        (role) =>
          row.who.includes(role) && !(row.permission !== null && may(role, row.permission).allowed),
      );
    expect(table.flatMap((row) => without(row).map((role) => `${role} ${row.action}`))).toEqual([]);
  });

  it('lets nobody but the clock act without a permission', () => {
    const rows = table.filter(({ permission }) => permission === null);
    expect(rows.every(({ who }) => who.length === 1 && who[0] === 'clock')).toBe(true);
  });
});

describe('the edition', () => {
  it('ends in the archive and nowhere else', () => {
    expect(endStatesOf(EDITION_WORKFLOW, PHASES)).toEqual(['archived']);
  });

  it('lets the clock open, close and release, and do nothing else', () => {
    const byClock = PHASES.flatMap((phase) => actionsFrom(EDITION_WORKFLOW, phase, 'clock'));
    expect(byClock.map(({ action }) => action)).toEqual([
      'open-call',
      'close-call',
      'publish-finalists',
      'announce-winners',
    ]);
  });

  it.each<[string, string, string, string]>([
    [
      'cannot be announced before the finalists are published',
      'judging',
      'announce-winners',
      'wrong-state',
    ],
    ['cannot be judged while the call is open', 'open', 'start-judging', 'wrong-state'],
    ['may be reopened after the system was down at the deadline', 'closed', 'reopen-call', 'open'],
    ['cannot be reopened once it is judged', 'judging', 'reopen-call', 'wrong-state'],
    ['stays open when the deadline is extended', 'open', 'extend-deadline', 'open'],
  ])('%s', (_, from, action, expected) => {
    const step = transition(EDITION_WORKFLOW as WorkflowTable, from, action);
    expect(step.allowed ? step.to : step.reason).toBe(expected);
  });
});

describe('a class', () => {
  it('can always be superseded, so that no stage is final', () => {
    expect(endStatesOf(STAGE_WORKFLOW, STAGES)).toEqual([]);
  });

  it('is never moved by the clock', () => {
    expect(STAGE_WORKFLOW.filter(({ who }) => who.includes('clock'))).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['cannot seal a winner before its finalists', 'deliberation', 'seal-winner', 'wrong-state'],
    ['cannot decide while it is scored', 'scoring', 'seal-finalists', 'wrong-state'],
    ['never goes back to scoring', 'deliberation', 'open-scoring', 'wrong-state'],
    ['with few entries goes to its meeting unscored', 'waiting', 'skip-scoring', 'deliberation'],
  ])('%s', (_, from, action, expected) => {
    const step = transition(STAGE_WORKFLOW as WorkflowTable, from, action);
    expect(step.allowed ? step.to : step.reason).toBe(expected);
  });
});

describe('the stage that is told to who may have stepped out', () => {
  it.each([
    ['before anything is scored', 'waiting', 'judging', 'waiting'],
    ['while the others score', 'scoring', 'judging', 'scoring'],
    ['when the scoring is over', 'deliberation', 'judging', 'deliberation'],
    ['when the finalists are decided and not out', 'finalists-sealed', 'judging', 'deliberation'],
    ['when the winner is decided and nothing is out', 'winner-sealed', 'judging', 'deliberation'],
    ['when the finalists are out', 'finalists-sealed', 'finalists-published', 'finalists-sealed'],
    [
      'when the finalists are out and the winner is decided',
      'winner-sealed',
      'finalists-published',
      'finalists-sealed',
    ],
    ['when the winners are out', 'winner-sealed', 'announced', 'winner-sealed'],
    ['when the year is in the archive', 'winner-sealed', 'archived', 'winner-sealed'],
  ] as const)('%s', (_, stage, phase, told) => {
    expect(stageToldToMembers(stage, phase)).toBe(told);
  });
});
