import {
  actionsFrom,
  endStatesOf,
  reachableFrom,
  toMermaid,
  transition,
  type WorkflowTable,
} from './workflow';

type State = 'open' | 'half-open' | 'shut' | 'bricked-up';

const row = (
  from: State,
  action: string,
  to: State,
  who: WorkflowTable[number]['who'],
): WorkflowTable<State>[number] => ({
  from,
  action,
  to,
  who,
  permission: null,
  needs: [],
  causes: [],
  label: `door.${action}`,
});

const DOOR: WorkflowTable<State> = [
  row('open', 'push', 'half-open', ['juror']),
  row('half-open', 'push', 'shut', ['juror', 'clock']),
  row('shut', 'pull', 'open', ['secretary']),
  row('open', 'paint', 'open', ['secretary']),
];

describe('a workflow table', () => {
  it.each<[string, State, string, State | null]>([
    ['tells where an action leads', 'open', 'push', 'half-open'],
    ['tells it by state, not by action alone', 'half-open', 'push', 'shut'],
    ['may lead back to the same state', 'open', 'paint', 'open'],
    ['refuses what the state has no row for', 'shut', 'push', null],
    ['refuses an action that is not known', 'open', 'kick', null],
  ])('%s', (_, state, action, expected) => {
    const step = transition(DOOR, state, action);
    expect(step.allowed ? step.to : step.reason).toBe(expected ?? 'wrong-state');
  });

  it.each<[string, State, WorkflowTable[number]['who'][number] | undefined, readonly string[]]>([
    ['lists all actions of a state', 'open', undefined, ['push', 'paint']],
    ['lists those that an actor may do', 'open', 'secretary', ['paint']],
    ['lists what the clock does', 'half-open', 'clock', ['push']],
    ['lists nothing for others', 'shut', 'operator', []],
  ])('%s', (_, state, actor, expected) => {
    expect(actionsFrom(DOOR, state, actor).map(({ action }) => action)).toEqual(expected);
  });

  it('knows what can be reached and what cannot', () => {
    expect([...reachableFrom(DOOR, ['half-open'])].sort()).toEqual(['half-open', 'open', 'shut']);
    expect([...reachableFrom(DOOR, ['bricked-up'])]).toEqual(['bricked-up']);
  });

  it('knows the states that nothing leaves', () => {
    expect(endStatesOf(DOOR, ['open', 'half-open', 'shut', 'bricked-up'])).toEqual(['bricked-up']);
  });

  it('draws itself, the same text for the same table', () => {
    expect(toMermaid(DOOR.slice(0, 2), ['open'])).toBe(
      [
        'stateDiagram-v2',
        '  state "open" as open',
        '  state "half-open" as half_open',
        '  state "shut" as shut',
        '  [*] --> open',
        '  open --> half_open: push (juror)',
        '  half_open --> shut: push (juror, clock)',
        '  shut --> [*]',
        '',
      ].join('\n'),
    );
  });
});
