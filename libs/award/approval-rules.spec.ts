import {
  type ApprovalFacts,
  type ApprovalSituation,
  approvalStanding,
  type ApprovalStanding,
  mayApprove,
  mayStateChange,
} from './approval-rules';
import { no, type Verdict, yes } from './verdict';

const now: ApprovalSituation = { offered: true, phase: 'open', state: 'draft' };
const approved: ApprovalFacts = { approvedSha256: 'a', statements: [] };
const said = (...ofSubstance: [string, boolean][]): ApprovalFacts => ({
  ...approved,
  statements: ofSubstance.map(([sha256, of]) => ({ sha256, ofSubstance: of })),
});

describe('approval by link', () => {
  it.each<[string, ApprovalSituation, Verdict]>([
    ['is given on a draft', now, yes],
    ['is given after submitting', { ...now, state: 'submitted' }, yes],
    ['is given during the check', { ...now, phase: 'closed', state: 'in-eligibility-check' }, yes],
    ['is given on what was returned', { ...now, phase: 'closed', state: 'returned' }, yes],
    [
      'is not given once the check has ended',
      { ...now, phase: 'closed', state: 'eligible' },
      no('wrong-state'),
    ],
    ['is not given on a tip', { ...now, state: 'tipped' }, no('wrong-state')],
    ['is not given while the jury works', { ...now, phase: 'judging' }, no('wrong-phase')],
    ['is not asked for unless the edition does', { ...now, offered: false }, no('wrong-phase')],
  ])('%s', (_, situation, expected) => {
    expect(mayApprove(situation)).toEqual(expected);
  });

  it.each<[string, ApprovalFacts, string, ApprovalStanding]>([
    ['nothing has been said', { approvedSha256: null, statements: [] }, 'a', 'awaited'],
    ['the text is the one approved', approved, 'a', 'stands'],
    ['the text is another, and nobody has said what', approved, 'b', 'change-unstated'],
    ['the change is not of substance', said(['b', false]), 'b', 'stands-after-change'],
    ['the change is of substance', said(['b', true]), 'b', 'outdated'],
    ['only an earlier change was spoken of', said(['b', false]), 'c', 'change-unstated'],
    ['the text has been changed back', said(['b', true]), 'a', 'stands'],
    ['the sender changed their mind', said(['b', false], ['b', true]), 'b', 'outdated'],
  ])('stands by comparison: %s', (_, facts, current, expected) => {
    expect(approvalStanding(facts, current)).toBe(expected);
  });

  it.each<[string, ApprovalFacts, string, Verdict]>([
    ['before any answer', { approvedSha256: null, statements: [] }, 'a', no('wrong-state')],
    ['of the approved text itself', approved, 'a', no('wrong-state')],
    ['of a later text', approved, 'b', yes],
  ])('the sender speaks of a change %s', (_, facts, current, expected) => {
    expect(mayStateChange(facts, current)).toEqual(expected);
  });
});
