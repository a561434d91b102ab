import {
  FIRST_STATES,
  isLiving,
  NOMINATION_ACTIONS,
  NOMINATION_STATES,
  NOMINATION_WORKFLOW,
  type NominationAction,
  type NominationState,
} from './nomination-workflow';
import { may, ROLES } from './permissions';
import { endStatesOf, reachableFrom, toMermaid } from './workflow';

describe('the life of an entry', () => {
  it('reaches every state from a draft or a tip', () => {
    expect([...reachableFrom(NOMINATION_WORKFLOW, FIRST_STATES)].sort()).toEqual(
      [...NOMINATION_STATES].sort(),
    );
  });

  it('ends only where it was withdrawn; everything else can be left', () => {
    expect(endStatesOf(NOMINATION_WORKFLOW, NOMINATION_STATES)).toEqual(['withdrawn']);
  });

  it('has one row for each action in a state', () => {
    const keys = NOMINATION_WORKFLOW.map(({ from, action }) => `${from} ${action}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('uses every action that it names', () => {
    const used = new Set(NOMINATION_WORKFLOW.map(({ action }) => action));
    expect(NOMINATION_ACTIONS.filter((action) => !used.has(action))).toEqual([]);
  });

  it('lets only those act who hold the permission', () => {
    const wrong = NOMINATION_WORKFLOW.flatMap((row) =>
      ROLES.filter(
        (role) =>
          row.who.includes(role) && !(row.permission !== null && may(role, row.permission).allowed),
      ).map((role) => `${role} ${row.action}`),
    );
    expect(wrong).toEqual([]);
  });

  it('never says what was decided', () => {
    expect(NOMINATION_STATES.filter((state) => /finalist|winner|reserve/.test(state))).toEqual([]);
  });

  it.each<[string, NominationState, readonly [NominationAction, NominationState][]]>([
    [
      'a tip is accepted, declined or left unanswered',
      'tipped',
      [
        ['accept-tip', 'draft'],
        ['decline-tip', 'declined'],
        ['lapse', 'lapsed'],
      ],
    ],
    [
      'a declined tip does not bar the municipality from writing',
      'declined',
      [['accept-after-all', 'draft']],
    ],
    [
      'a draft is sent, held, lapsed or withdrawn',
      'draft',
      [
        ['submit', 'submitted'],
        ['hold', 'held'],
        ['lapse', 'lapsed'],
        ['withdraw', 'withdrawn'],
      ],
    ],
    [
      'a held draft is sent, lapses, or is written in when the call is reopened',
      'held',
      [
        ['submit', 'submitted'],
        ['send-held', 'submitted'],
        ['decline-held', 'lapsed'],
        ['lapse', 'lapsed'],
        ['resume-writing', 'draft'],
        ['withdraw', 'withdrawn'],
      ],
    ],
    [
      'what was sent is taken back, checked or withdrawn',
      'submitted',
      [
        ['take-back', 'draft'],
        ['start-check', 'in-eligibility-check'],
        ['withdraw', 'withdrawn'],
      ],
    ],
    [
      'the check returns, finds eligible or ineligible',
      'in-eligibility-check',
      [
        ['return', 'returned'],
        ['find-eligible', 'eligible'],
        ['find-ineligible', 'ineligible'],
        ['withdraw', 'withdrawn'],
      ],
    ],
    [
      'what was returned comes back, or is judged as it stands',
      'returned',
      [
        ['resubmit', 'submitted'],
        ['resume-check', 'in-eligibility-check'],
        ['withdraw', 'withdrawn'],
      ],
    ],
    [
      'an eligible entry is reviewed',
      'eligible',
      [
        ['reopen-check', 'in-eligibility-check'],
        ['start-review', 'in-review'],
        ['withdraw', 'withdrawn'],
      ],
    ],
    [
      'an ineligible one may be checked anew',
      'ineligible',
      [['reopen-check', 'in-eligibility-check']],
    ],
    [
      'a reviewed one is assessed',
      'in-review',
      [
        ['finish-review', 'assessed'],
        ['withdraw', 'withdrawn'],
      ],
    ],
    ['an assessed one may still be withdrawn', 'assessed', [['withdraw', 'withdrawn']]],
    ['a lapsed one rests unless the call is reopened', 'lapsed', [['resume-writing', 'draft']]],
    ['a withdrawn one rests', 'withdrawn', []],
  ])('%s', (_, state, expected) => {
    const steps = NOMINATION_WORKFLOW.filter(({ from }) => from === state);
    expect(steps.map(({ action, to }) => [action, to])).toEqual(expected);
  });

  it('counts everything but a withdrawn entry as living', () => {
    expect(NOMINATION_STATES.filter((state) => !isLiving(state))).toEqual(['withdrawn']);
  });

  it('draws a line for every row', () => {
    const lines = toMermaid(NOMINATION_WORKFLOW, FIRST_STATES).split('\n');
    expect(lines.filter((line) => line.includes(': '))).toHaveLength(NOMINATION_WORKFLOW.length);
  });
});
