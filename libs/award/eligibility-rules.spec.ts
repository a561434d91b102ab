import {
  automaticChecks,
  CHECKLIST,
  type CheckedEntry,
  type Checklist,
  type ChecklistItem,
  type EligibilityOutcome,
  JUDGED_BY_PEOPLE,
  mayDecideEligibility,
  withJudgement,
} from './eligibility-rules';
import { no, type Verdict, yes } from './verdict';

const GOOD: CheckedEntry = {
  municipalityInRegister: true,
  classCode: 'small',
  complete: true,
  confirmedWithChiefExecutive: true,
  attachments: [{ readable: true }],
  images: [{ rightsConfirmed: true }],
};

const MET = Object.fromEntries(CHECKLIST.map((item) => [item, 'met'])) as Checklist;

describe('the automatic checks', () => {
  it.each<[string, Partial<CheckedEntry>, readonly ChecklistItem[]]>([
    ['find nothing in a good entry', {}, []],
    ['find nothing where there are no attachments', { attachments: [], images: [] }, []],
    ['find who is not in the register', { municipalityInRegister: false }, ['in-register']],
    ['find an unknown class', { classCode: null }, ['class-known']],
    ['find an incomplete form', { complete: false }, ['form-complete']],
    [
      'find a missing confirmation',
      { confirmedWithChiefExecutive: false },
      ['agreed-with-chief-executive'],
    ],
    [
      'find one attachment that cannot be read',
      { attachments: [{ readable: true }, { readable: false }] },
      ['attachments-readable'],
    ],
    ['find an image without rights', { images: [{ rightsConfirmed: false }] }, ['image-consents']],
  ])('%s', (_, change, expected) => {
    const list = automaticChecks({ ...GOOD, ...change });
    expect(CHECKLIST.filter((item) => list[item] === 'not-met')).toEqual(expected);
  });

  it('leave to people what people judge', () => {
    const list = automaticChecks(GOOD);
    expect(CHECKLIST.filter((item) => list[item] === 'open')).toEqual(JUDGED_BY_PEOPLE);
  });

  it('are not overruled by a person', () => {
    const list = withJudgement(automaticChecks({ ...GOOD, complete: false }), {
      'form-complete': 'met',
      'nothing-confidential': 'met',
    });
    expect(list['form-complete']).toBe('not-met');
    expect(list['nothing-confidential']).toBe('met');
    expect(list['about-business-development']).toBe('open');
  });
});

describe('ending the check', () => {
  const at = new Date('2027-01-28T11:00:00Z');
  const later = new Date('2027-02-02T11:00:00Z');
  const notMet: Checklist = { ...MET, 'image-consents': 'not-met' };
  const open: Checklist = { ...MET, 'nothing-confidential': 'open' };
  const both: Checklist = { ...notMet, 'nothing-confidential': 'open' };

  it.each<[string, EligibilityOutcome, Checklist, string, Date | null, Verdict]>([
    ['eligible when all is met', 'eligible', MET, '', null, yes],
    ['not eligible when something is not', 'eligible', notMet, '', null, no('checklist-not-met')],
    ['not eligible with a question open', 'eligible', open, '', null, no('checklist-open')],
    ['returned with a text and a new deadline', 'returned', notMet, 'Mend it', later, yes],
    ['returned also with questions open', 'returned', both, 'Mend it', later, yes],
    ['not returned without a text', 'returned', notMet, ' ', later, no('reason-required')],
    [
      'not returned without something to mend',
      'returned',
      MET,
      'x',
      later,
      no('nothing-to-complete'),
    ],
    ['not returned without a new deadline', 'returned', notMet, 'x', null, no('timetable-order')],
    ['not returned with a deadline now', 'returned', notMet, 'x', at, no('timetable-order')],
    ['ineligible with the reason', 'ineligible', notMet, 'No municipality', null, yes],
    ['not ineligible without it', 'ineligible', notMet, '', null, no('reason-required')],
    ['not ineligible when all is met', 'ineligible', MET, 'x', null, no('nothing-to-complete')],
    ['not ineligible with questions open', 'ineligible', both, 'x', null, no('checklist-open')],
  ])('%s', (_, outcome, checklist, reason, newDue, expected) => {
    expect(mayDecideEligibility(outcome, checklist, reason, { at, newDue })).toEqual(expected);
  });

  it('returns nothing without being told a deadline at all', () => {
    expect(mayDecideEligibility('returned', notMet, 'Mend it')).toEqual(no('timetable-order'));
  });
});
