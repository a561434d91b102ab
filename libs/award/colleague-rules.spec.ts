import { type Colleague, type ColleagueRole, mayChangeColleague } from './colleague-rules';
import { no, type Verdict, yes } from './verdict';

const kari: Colleague = { personId: 'kari', role: 'municipality-submitter' };
const ole: Colleague = { personId: 'ole', role: 'municipality-editor' };
const siv: Colleague = { personId: 'siv', role: 'municipality-submitter' };

describe('changing what a colleague may do', () => {
  it.each<[string, Colleague[], string, ColleagueRole | null, Verdict]>([
    ['the only one who sends in stays', [kari, ole], 'kari', null, no('last-submitter')],
    [
      'the only one who sends in goes on sending in',
      [kari, ole],
      'kari',
      'municipality-editor',
      no('last-submitter'),
    ],
    ['who sends in may be given the same again', [kari], 'kari', 'municipality-submitter', yes],
    ['one of two who send in may leave', [kari, siv], 'kari', null, yes],
    ['one of two who send in may become a reader', [kari, siv], 'siv', 'municipality-viewer', yes],
    ['whoever writes may leave', [kari, ole], 'ole', null, yes],
    ['whoever writes may send in', [kari, ole], 'ole', 'municipality-submitter', yes],
    ['with nobody who sends in, a first one may', [ole], 'ole', 'municipality-submitter', yes],
    ['with nobody who sends in, nobody leaves', [ole], 'ole', null, no('last-submitter')],
  ])('%s', (_sentence, colleagues, who, becomes, expected) => {
    expect(mayChangeColleague(colleagues, who, becomes)).toEqual(expected);
  });
});
