import { inLearningBank, maySharePublicly } from './learning-rules';
import { NOMINATION_STATES, type NominationState } from './nomination-workflow';

describe('the learning bank', () => {
  const sharing: Record<NominationState, boolean> = {
    tipped: false,
    draft: false,
    declined: false,
    held: false,
    lapsed: false,
    submitted: true,
    'in-eligibility-check': true,
    returned: true,
    eligible: true,
    ineligible: false,
    'in-review': true,
    assessed: true,
    withdrawn: false,
  };

  it.each(NOMINATION_STATES)(
    'an entry that is %s may be shared only while it takes part',
    (state) => {
      expect(maySharePublicly(state).allowed).toBe(sharing[state]);
    },
  );

  it.each`
    state           | consent  | toldAsFinalist | announced | shown
    ${'assessed'}   | ${true}  | ${false}       | ${false}  | ${false}
    ${'assessed'}   | ${true}  | ${true}        | ${false}  | ${true}
    ${'assessed'}   | ${true}  | ${false}       | ${true}   | ${true}
    ${'assessed'}   | ${false} | ${true}        | ${true}   | ${false}
    ${'withdrawn'}  | ${true}  | ${true}        | ${true}   | ${false}
    ${'ineligible'} | ${true}  | ${false}       | ${true}   | ${false}
    ${'in-review'}  | ${true}  | ${false}       | ${true}   | ${true}
  `(
    '$state, consent $consent, told as finalist $toldAsFinalist, announced $announced: shown $shown',
    ({ shown, ...entry }) => {
      expect(inLearningBank(entry)).toBe(shown);
    },
  );
});
