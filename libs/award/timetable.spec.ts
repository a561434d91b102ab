import { type Timetable, type TimetableProblem, timetableProblems } from './timetable';

const at = (iso: string) => new Date(iso);

const GOOD: Timetable = {
  opensAt: at('2026-11-02T08:00:00Z'),
  deadline: at('2027-01-27T11:00:00Z'),
  scoringClosesAt: at('2027-02-10T11:00:00Z'),
  meetingAt: at('2027-02-11T09:00:00Z'),
  finalistsAt: at('2027-02-12T09:00:00Z'),
  announcementAt: at('2027-03-02T12:00:00Z'),
};

describe('a timetable', () => {
  it.each<[string, Partial<Timetable>, readonly TimetableProblem[]]>([
    ['in order is good', {}, []],
    [
      'may leave what comes after the deadline open',
      { scoringClosesAt: null, meetingAt: null, finalistsAt: null, announcementAt: null },
      [],
    ],
    ['needs its opening', { opensAt: null }, [{ field: 'opensAt', reason: 'missing' }]],
    ['needs its deadline', { deadline: null }, [{ field: 'deadline', reason: 'missing' }]],
    [
      'has its deadline after the opening, not at it',
      { deadline: GOOD.opensAt },
      [{ field: 'deadline', reason: 'timetable-order', after: 'opensAt' }],
    ],
    [
      'closes scoring after the deadline',
      { scoringClosesAt: at('2027-01-27T11:00:00Z') },
      [{ field: 'scoringClosesAt', reason: 'timetable-order', after: 'deadline' }],
    ],
    [
      'is checked across a date left open',
      { scoringClosesAt: null, meetingAt: null, finalistsAt: at('2027-01-20T09:00:00Z') },
      [{ field: 'finalistsAt', reason: 'timetable-order', after: 'deadline' }],
    ],
    ['may meet as scoring closes', { meetingAt: GOOD.scoringClosesAt }, []],
    [
      'meets before the finalists are published',
      { meetingAt: GOOD.finalistsAt },
      [{ field: 'finalistsAt', reason: 'timetable-order', after: 'meetingAt' }],
    ],
    ['may announce winners with the finalists', { announcementAt: GOOD.finalistsAt }, []],
    [
      'announces no winner before the finalists',
      { announcementAt: at('2027-02-12T08:59:59Z') },
      [{ field: 'announcementAt', reason: 'timetable-order', after: 'finalistsAt' }],
    ],
    [
      'names every date that comes too early',
      { deadline: at('2027-02-20T11:00:00Z') },
      [
        { field: 'scoringClosesAt', reason: 'timetable-order', after: 'deadline' },
        { field: 'meetingAt', reason: 'timetable-order', after: 'deadline' },
        { field: 'finalistsAt', reason: 'timetable-order', after: 'deadline' },
      ],
    ],
  ])('%s', (_, change, expected) => {
    expect(timetableProblems({ ...GOOD, ...change })).toEqual(expected);
  });
});
