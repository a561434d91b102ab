import fc from 'fast-check';
import type { ClassStage, EditionPhase } from './edition-phases';
import { mayNomination, type NominationAct, type NominationSituation } from './nomination-rules';
import {
  at,
  checked,
  DAY_AFTER,
  DAY_BEFORE,
  DEADLINE,
  held,
  returned,
  SECOND_LATE,
  situation,
  TWO_DAYS_AFTER,
} from './nomination-rules.situations';
import {
  isLiving,
  NOMINATION_ACTIONS,
  NOMINATION_STATES,
  NOMINATION_WORKFLOW,
  type NominationAction,
  type NominationState,
} from './nomination-workflow';
import { no, type Verdict, yes } from './verdict';
import { type Actor, transition } from './workflow';

describe('an act of the clock or on what was held', () => {
  it.each<[string, NominationAct, NominationSituation, Verdict]>([
    [
      'the clock holds a complete draft',
      'hold',
      situation({ actor: 'clock', receivedAt: SECOND_LATE }),
      yes,
    ],
    [
      'not at the deadline itself',
      'hold',
      situation({ actor: 'clock', receivedAt: DEADLINE }),
      no('wrong-phase'),
    ],
    [
      'not an incomplete one',
      'hold',
      situation({ actor: 'clock', receivedAt: SECOND_LATE, complete: false }),
      no('incomplete-form'),
    ],
    ['and nobody else holds', 'hold', situation({ receivedAt: SECOND_LATE }), no('not-permitted')],
    [
      'an incomplete draft lapses',
      'lapse',
      situation({ actor: 'clock', receivedAt: SECOND_LATE, complete: false }),
      yes,
    ],
    [
      'a complete one does not',
      'lapse',
      situation({ actor: 'clock', receivedAt: SECOND_LATE }),
      no('wrong-state'),
    ],
    [
      'an unanswered tip lapses',
      'lapse',
      situation({ state: 'tipped', actor: 'clock', receivedAt: SECOND_LATE }),
      yes,
    ],

    ['a held draft is sent within its answer time', 'send-held', held(), yes],
    ['also at the end of it', 'send-held', held({ receivedAt: DAY_AFTER }), yes],
    [
      'not a second later',
      'send-held',
      held({ receivedAt: at('2027-01-28T11:00:01Z') }),
      no('past-deadline'),
    ],
    [
      'not when no answer was asked for',
      'send-held',
      held({ heldAnswerDue: null }),
      no('past-deadline'),
    ],
    [
      'not when its class is being scored',
      'send-held',
      held({ phase: 'judging', stage: 'scoring' }),
      no('wrong-stage'),
    ],
    ['a no is taken at any time', 'decline-held', held({ receivedAt: TWO_DAYS_AFTER }), yes],
    [
      'without an answer it lapses',
      'lapse',
      held({ actor: 'clock', receivedAt: TWO_DAYS_AFTER }),
      yes,
    ],
    [
      'not while there is time to answer',
      'lapse',
      held({ actor: 'clock', receivedAt: DAY_AFTER }),
      no('wrong-phase'),
    ],

    ['nor in a year that is over', 'send-held', held({ phase: 'announced' }), no('wrong-phase')],
    [
      'in a reopened call a held draft is written in again',
      'resume-writing',
      held({ phase: 'open', deadline: TWO_DAYS_AFTER, actor: 'municipality-editor' }),
      yes,
    ],
    [
      'and so is a lapsed one',
      'resume-writing',
      situation({ state: 'lapsed', receivedAt: DAY_AFTER, deadline: TWO_DAYS_AFTER }),
      yes,
    ],
    ['not otherwise', 'resume-writing', held(), no('past-deadline')],

    [
      'a tip is accepted with one click',
      'accept-tip',
      situation({ state: 'tipped', actor: 'municipality-editor' }),
      yes,
    ],
    [
      'not after the deadline',
      'accept-tip',
      situation({ state: 'tipped', receivedAt: SECOND_LATE }),
      no('past-deadline'),
    ],
    [
      'a tip is declined at any time',
      'decline-tip',
      situation({ state: 'tipped', phase: 'closed', receivedAt: SECOND_LATE }),
      yes,
    ],
    [
      'a declined tip is taken up after all',
      'accept-after-all',
      situation({ state: 'declined' }),
      yes,
    ],
  ])('%s', (_, act, given, expected) => {
    expect(mayNomination(act, given)).toEqual(expected);
  });
});

describe('an act of the secretariat or the jury', () => {
  it.each<[string, NominationAct, NominationSituation, Verdict]>([
    [
      'the check starts when the call is closed',
      'start-check',
      checked({ state: 'submitted' }),
      yes,
    ],
    [
      'not while it is open',
      'start-check',
      checked({ state: 'submitted', phase: 'open' }),
      no('wrong-phase'),
    ],
    [
      'not before the deadline of a reopened call',
      'start-check',
      checked({ state: 'submitted', receivedAt: DAY_BEFORE }),
      no('wrong-phase'),
    ],
    [
      'not by the municipality',
      'start-check',
      checked({ state: 'submitted', actor: 'municipality-submitter' }),
      no('not-permitted'),
    ],
    [
      'an entry is returned with a list and a new deadline',
      'return',
      checked({ listed: 2, newDue: TWO_DAYS_AFTER }),
      yes,
    ],
    [
      'not without a list',
      'return',
      checked({ listed: 0, newDue: TWO_DAYS_AFTER }),
      no('nothing-to-complete'),
    ],
    ['not without a new deadline', 'return', checked({ listed: 1 }), no('timetable-order')],
    [
      'not with one that has passed',
      'return',
      checked({ listed: 1, newDue: DAY_AFTER }),
      no('timetable-order'),
    ],
    ['it comes back before its own deadline', 'resubmit', returned(), yes],
    [
      'not when something is still missing',
      'resubmit',
      returned({ complete: false }),
      no('incomplete-form'),
    ],
    [
      'not after its own deadline',
      'resubmit',
      returned({ receivedAt: at('2027-01-29T11:00:01Z') }),
      no('past-deadline'),
    ],
    [
      'not when its class is being scored',
      'resubmit',
      returned({ phase: 'judging', stage: 'scoring' }),
      no('wrong-stage'),
    ],
    ['not in a year that is over', 'resubmit', returned({ phase: 'archived' }), no('wrong-phase')],
    [
      'then it is judged as it stands',
      'resume-check',
      returned({ actor: 'case-officer', receivedAt: at('2027-01-29T11:00:01Z') }),
      yes,
    ],
    [
      'not while there is time',
      'resume-check',
      returned({ actor: 'case-officer' }),
      no('wrong-phase'),
    ],
    [
      'it is found eligible with its list met',
      'find-eligible',
      checked({ checklistMet: true }),
      yes,
    ],
    ['not with its list open', 'find-eligible', checked(), no('checklist-not-met')],
    [
      'it is found ineligible with a reason',
      'find-ineligible',
      checked({ reason: 'No municipality' }),
      yes,
    ],
    ['not without', 'find-ineligible', checked({ reason: '  ' }), no('reason-required')],
    [
      'a check is reopened with a reason before scoring',
      'reopen-check',
      checked({ state: 'ineligible', reason: 'Register error' }),
      yes,
    ],
    [
      'not when the class is scored',
      'reopen-check',
      checked({ state: 'eligible', phase: 'judging', stage: 'scoring', reason: 'x' }),
      no('wrong-stage'),
    ],

    [
      'not in a year that is over',
      'reopen-check',
      checked({ state: 'ineligible', phase: 'announced', reason: 'x' }),
      no('wrong-phase'),
    ],

    [
      'the review starts with the scoring',
      'start-review',
      checked({ state: 'eligible', actor: 'jury-leader', phase: 'judging', stage: 'scoring' }),
      yes,
    ],
    [
      'not before',
      'start-review',
      checked({ state: 'eligible', actor: 'jury-leader' }),
      no('wrong-stage'),
    ],
    [
      'it finishes when scoring is closed',
      'finish-review',
      checked({
        state: 'in-review',
        actor: 'jury-leader',
        phase: 'judging',
        stage: 'deliberation',
      }),
      yes,
    ],
    [
      'not before',
      'finish-review',
      checked({ state: 'in-review', actor: 'jury-leader', phase: 'judging', stage: 'scoring' }),
      no('wrong-stage'),
    ],
  ])('%s', (_, act, given, expected) => {
    expect(mayNomination(act, given)).toEqual(expected);
  });
});

describe('any sequence of acts', () => {
  const actors: readonly Actor[] = [
    'municipality-editor',
    'municipality-submitter',
    'case-officer',
    'jury-leader',
    'clock',
  ];
  const phases: readonly EditionPhase[] = ['open', 'closed', 'judging'];
  const stages: readonly ClassStage[] = ['waiting', 'scoring', 'deliberation'];
  const attempt = fc.record({
    act: fc.constantFrom(...NOMINATION_ACTIONS),
    actor: fc.constantFrom(...actors),
    phase: fc.constantFrom(...phases),
    stage: fc.constantFrom(...stages),
    receivedAt: fc.constantFrom(DAY_BEFORE, DEADLINE, SECOND_LATE, TWO_DAYS_AFTER),
    complete: fc.boolean(),
    checklistMet: fc.boolean(),
    reason: fc.constantFrom('', 'because'),
  });

  it('only moves along the table, and never past an end', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        let state: NominationState = 'draft';
        for (const one of attempts) {
          const given = situation({
            ...one,
            state,
            heldAnswerDue: DAY_AFTER,
            returnDue: DAY_AFTER,
            listed: 1,
            newDue: at('2027-02-05T11:00:00Z'),
          });
          const next = nextState(state, one.act);
          const verdict = mayNomination(one.act, given);
          if (next === null) expect(verdict).toEqual(no('wrong-state'));
          if (!verdict.allowed || next === null) continue;
          expect(isLiving(state)).toBe(true);
          if (state === 'lapsed') expect(one.act).toBe('resume-writing');
          state = next;
        }
        expect(NOMINATION_STATES).toContain(state);
      }),
      { numRuns: 300 },
    );
  });

  it('never sends an entry later than the deadline, the held answer or the return date', () => {
    fc.assert(
      fc.property(attempt, fc.constantFrom(...NOMINATION_STATES), (one, state) => {
        const given = situation({ ...one, state, heldAnswerDue: DAY_AFTER, returnDue: DAY_AFTER });
        if (nextState(state, one.act) !== 'submitted') return;
        if (!mayNomination(one.act, given).allowed) return;
        const last = one.act === 'submit' ? DEADLINE : DAY_AFTER;
        expect(given.receivedAt.getTime()).toBeLessThanOrEqual(last.getTime());
      }),
    );
  });
});

function nextState(state: NominationState, action: NominationAction): NominationState | null {
  const step = transition(NOMINATION_WORKFLOW, state, action);
  return step.allowed ? step.to : null;
}
