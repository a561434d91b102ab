import type { MailLine } from './mail-account';

/** One deadline on one side: what was tried then, and whether the answer was the right one. */
export interface DeadlineLine {
  deadline: string;
  /** The deadline itself, ISO 8601. */
  at: string;
  seconds: -1 | 1;
  tried: string;
  expected: 'accepted' | 'refused';
  got: 'accepted' | 'refused';
  /** What the refusal said. */
  why: string | null;
}

export interface RefusedAct {
  act: string;
  why: string;
  /** The sample people who were refused, and how many times in all. */
  who: string[];
  times: number;
}

export interface LeakLine {
  /** Between which moments, or of what. */
  when: string;
  what: string;
}

/** Where the year stopped: the act that was refused last, whose it was, and why. */
export interface BrokenLine {
  /** By the award's clock, ISO 8601. */
  at: string;
  /** What was being played. */
  during: string;
  act: string;
  who: string;
  why: string;
}

/** What is said of an edition's own set-up; nothing of the sample year's. */
export interface SetUpLines {
  /** What it cannot be carried through with. Nothing is played then. */
  faults: string[];
  advice: string[];
}

export interface RehearsalReport {
  year: number;
  setUp: SetUpLines;
  broken: BrokenLine | null;
  /** Deadlines that this edition leaves no room or nobody for, and why. */
  notTried: string[];
  asked: { callers: number; addresses: number; looks: number };
  deadlines: DeadlineLine[];
  mails: MailLine[];
  leaks: LeakLine[];
  refused: RefusedAct[];
}

/** The lines on the wrong side of their deadline. */
export const wrongSides = ({ deadlines }: Pick<RehearsalReport, 'deadlines'>): DeadlineLine[] =>
  deadlines.filter(({ expected, got }) => expected !== got);

/** Whether the rehearsal went well: played to its end, every deadline on its right side, and no leak. */
export const wentWell = (report: RehearsalReport): boolean =>
  report.setUp.faults.length === 0 &&
  report.broken === null &&
  report.leaks.length === 0 &&
  wrongSides(report).length === 0;

/** The report as lines to read. */
export function reportInWords(report: RehearsalReport): string[] {
  const { year, asked, deadlines, mails, leaks, refused, notTried } = report;
  const sum = mails.reduce((all, { mails: count }) => all + count, 0);
  const wrong = wrongSides(report);
  const start = [`Rehearsal of the edition of ${year}`, '', ...setUpInWords(report)];
  if (report.setUp.faults.length > 0) return [...start, verdictOf(report, 0)];
  return [
    ...start,
    `Deadlines, one second before and one second after: ${deadlines.length} tried, ${wrong.length} on the wrong side`,
    ...deadlines.map(
      ({ at, seconds, deadline, tried, expected, got, why }) =>
        `  ${got === expected ? 'ok   ' : 'WRONG'} ${inOslo(at)} ${seconds < 0 ? '−' : '+'}1 s  ${deadline}: ${tried}: ${got}${why ? ` (${why})` : ''}`,
    ),
    ...notTried.map((line) => `  not tried: ${line}`),
    '',
    `Mail that would have gone: ${sum} in ${mails.length} lines`,
    ...mails.map(
      ({ template, recipients, mails: count, first, last, kept }) =>
        `  ${String(count).padStart(5)}  ${template} to ${recipients}, ${inOslo(first)}${last === first ? '' : ` to ${inOslo(last)}`}${kept > 0 ? `, ${kept} of them no longer for the recipient` : ''}`,
    ),
    '',
    `Leaks: ${leaks.length} (${asked.looks} looks at ${asked.addresses} addresses as ${asked.callers} callers, and every mail)`,
    ...leaks.map(({ when, what }) => `  LEAK  ${when}: ${what}`),
    '',
    `Acts refused: ${refused.length}`,
    ...refused.map(
      ({ act, why, who, times }) =>
        `  ${String(times).padStart(5)}  ${act}: ${why} (${who.slice(0, 4).join(', ')}${who.length > 4 ? ' …' : ''})`,
    ),
    '',
    verdictOf(report, wrong.length),
  ];
}

/** What is said of the set-up, and where the year stopped. */
function setUpInWords({ setUp: { faults, advice }, broken }: RehearsalReport): string[] {
  const lines = [
    ...faults.map((line) => `  CANNOT ${line}`),
    ...advice.map((line) => `  note   ${line}`),
    ...(broken
      ? [
          `  STOPS  ${inOslo(broken.at)} ${broken.during}: ${broken.act} by ${broken.who}: ${broken.why}`,
        ]
      : []),
  ];
  return lines.length === 0 ? [] : ['The set-up:', ...lines, ''];
}

function verdictOf(report: RehearsalReport, wrong: number): string {
  const { setUp, broken, leaks } = report;
  if (wentWell(report)) return 'All went as it should.';
  if (setUp.faults.length > 0)
    return `This edition cannot be carried through: ${setUp.faults.length} faults in its set-up. Nothing was played.`;
  const stopped = broken ? 'The year stopped before its end. ' : '';
  return `${stopped}Something is wrong: ${wrong} deadlines and ${leaks.length} leaks.`;
}

const OSLO = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function inOslo(instant: string): string {
  return OSLO.format(new Date(instant));
}
