import { type DeadlineLine, type RehearsalReport, reportInWords, wentWell } from './report';

const line: DeadlineLine = {
  deadline: 'the deadline of the call',
  at: '2027-01-20T11:00:00.000Z',
  seconds: 1,
  tried: 'sends in',
  expected: 'refused',
  got: 'refused',
  why: 'past-deadline',
};
const quiet: RehearsalReport = {
  year: 2027,
  setUp: { faults: [], advice: [] },
  broken: null,
  notTried: [],
  asked: { callers: 6, addresses: 200, looks: 4 },
  deadlines: [line],
  mails: [
    {
      template: 'invitation',
      recipients: 'a municipality',
      mails: 26,
      kept: 1,
      first: '2026-10-15T06:01:00.000Z',
      last: '2027-01-12T09:00:00.000Z',
    },
  ],
  leaks: [],
  refused: [{ act: 'POST /api/tips', why: 'past-deadline', who: ['anyone'], times: 2 }],
};

describe('the report of a rehearsal', () => {
  it.each<[string, RehearsalReport, boolean, string]>([
    [
      'goes well',
      quiet,
      true,
      '  ok    2027-01-20 12:00:00 +1 s  the deadline of the call: sends in: refused (past-deadline)',
    ],
    [
      'has a deadline that let something in too late',
      { ...quiet, deadlines: [{ ...line, got: 'accepted', why: null }] },
      false,
      '  WRONG 2027-01-20 12:00:00 +1 s  the deadline of the call: sends in: accepted',
    ],
    [
      'has a leak',
      {
        ...quiet,
        leaks: [{ when: 'sealed, and not released', what: 'anyone /api/me is not as it was' }],
      },
      false,
      '  LEAK  sealed, and not released: anyone /api/me is not as it was',
    ],
    [
      'counts mail',
      quiet,
      true,
      '     26  invitation to a municipality, 2026-10-15 08:01:00 to 2027-01-12 10:00:00, 1 of them no longer for the recipient',
    ],
    [
      'cannot be played at all',
      {
        ...quiet,
        setUp: {
          faults: ['The jury cannot decide: nobody leads the panel of the class “small”.'],
          advice: [],
        },
      },
      false,
      '  CANNOT The jury cannot decide: nobody leads the panel of the class “small”.',
    ],
    [
      'says what is worth knowing',
      { ...quiet, setUp: { faults: [], advice: ['The deadline is not on a working day.'] } },
      true,
      '  note   The deadline is not on a working day.',
    ],
    [
      'stops at an act',
      {
        ...quiet,
        broken: {
          at: '2027-02-16T09:05:00.000Z',
          during: 'the jury decides',
          act: 'POST /api/editions/:id/classes/small/decisions/finalists',
          who: 'leder',
          why: 'quorum-missing',
        },
      },
      false,
      '  STOPS  2027-02-16 10:05:00 the jury decides: POST /api/editions/:id/classes/small/decisions/finalists by leder: quorum-missing',
    ],
    [
      'leaves a deadline out, and says so',
      { ...quiet, notTried: ['who comes on stage: nobody has been asked'] },
      true,
      '  not tried: who comes on stage: nobody has been asked',
    ],
    ['tells what was refused', quiet, true, '      2  POST /api/tips: past-deadline (anyone)'],
  ])('%s', (_situation, report, well, words) => {
    expect(wentWell(report)).toBe(well);
    expect(reportInWords(report)).toContain(words);
    expect(reportInWords(report).at(-1) === 'All went as it should.').toBe(well);
  });
});
