import { mayHideText } from './hidden-text-rules';
import { NOMINATION_STATES } from './nomination-workflow';

describe('hiding the text of an entry', () => {
  it('is for those that have withdrawn, and for no others', () => {
    expect(NOMINATION_STATES.filter((state) => mayHideText(state).allowed)).toEqual(['withdrawn']);
    expect(mayHideText('assessed')).toEqual({ allowed: false, reason: 'wrong-state' });
  });
});
