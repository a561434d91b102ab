import { ROLES } from '@award/award';
import { actingSentence, actingWords, homeOf, roleWords } from './role-words';
import { grant } from './testing/people';

describe('who one acts for, in words', () => {
  const rauma = grant('municipality-submitter', { municipalityName: 'Rauma', municipalityId: 'r' });
  const leader = grant('jury-leader', { classCode: 'small' });

  it.each([
    [rauma, 'Rauma', 'Du handler for Rauma', '/kommune'],
    [leader, 'Juryleder, små kommuner', 'Du handler som juryleder, små kommuner', '/jury'],
    [grant('secretary'), 'Sekretær', 'Du handler som sekretær', '/sekretariat'],
    [grant('emperor'), 'emperor', 'Du handler som emperor', '/'],
  ])('%#: %s', (held, words, sentence, home) => {
    expect([actingWords(held), actingSentence(held), homeOf(held)]).toEqual([
      words,
      sentence,
      home,
    ]);
  });

  it('has words for every role', () => {
    expect(ROLES.filter((role) => roleWords(role) === role)).toEqual([]);
  });
});
