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

export interface RehearsalReport {
  year: number;
  asked: { callers: number; addresses: number; looks: number };
  deadlines: DeadlineLine[];
  mails: MailLine[];
  leaks: LeakLine[];
  refused: RefusedAct[];
}

/** The lines on the wrong side of their deadline. */
export const wrongSides = ({ deadlines }: Pick<RehearsalReport, 'deadlines'>): DeadlineLine[] =>
  deadlines.filter(({ expected, got }) => expected !== got);

/** Whether the rehearsal went well: every deadline on its right side, and no leak. */
export const wentWell = (report: RehearsalReport): boolean =>
  report.leaks.length === 0 && wrongSides(report).length === 0;

/** The report as lines to read. */
export function reportInWords(report: RehearsalReport): string[] {
  const { year, asked, deadlines, mails, leaks, refused } = report;
  const sum = mails.reduce((all, { mails: count }) => all + count, 0);
  const wrong = wrongSides(report);
  return [
    `Rehearsal of the edition of ${year}`,
    '',
    `Deadlines, one second before and one second after: ${deadlines.length} tried, ${wrong.length} on the wrong side`,
    ...deadlines.map(
      ({ at, seconds, deadline, tried, expected, got, why }) =>
        `  ${got === expected ? 'ok   ' : 'WRONG'} ${inOslo(at)} ${seconds < 0 ? '−' : '+'}1 s  ${deadline}: ${tried}: ${got}${why ? ` (${why})` : ''}`,
    ),
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
    wentWell(report)
      ? 'All went as it should.'
      : `Something is wrong: ${wrong.length} deadlines and ${leaks.length} leaks.`,
  ];
}

const OSLO = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function inOslo(instant: string): string {
  return OSLO.format(new Date(instant));
}
