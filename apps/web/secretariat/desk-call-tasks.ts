/** The desk's tasks until the deadline: setting the year up, and getting the entries in and checked. */
import type { EditionView } from '@award/editions/contract';
import { unreadyOf } from '@award/editions/web';
import { type DeskTask, task } from './desk-task';
import { type DeskFacts, past } from './desk-year';

const PART_OF: Record<string, string> = {
  timetable: 'tidsplan',
  classes: 'kategorier',
  criteria: 'momenter',
};

export function setUp(edition: EditionView): DeskTask {
  const unready = unreadyOf(edition);
  const done = past(edition, 'planned') || unready.length === 0;
  return task(
    'set-up',
    { done, due: true, by: edition.timetable.opensAt, now: edition.now },
    {
      link: ['/sekretariat/kaaringer', edition.id],
      query: { del: PART_OF[unready[0] ?? 'timetable'] ?? 'tidsplan' },
    },
  );
}

export function translate(edition: EditionView): DeskTask {
  const { nb, nn, en } = edition.callText;
  const written = [nb, nn, en].filter((text) => text.trim() !== '').length;
  return task(
    'translate',
    { done: written === 3 || past(edition, 'open'), due: true, now: edition.now },
    {
      link: ['/sekretariat/kaaringer', edition.id],
      query: { del: 'tekster' },
      count: { done: written, of: 3 },
    },
  );
}

export function openCall(edition: EditionView): DeskTask {
  const due = unreadyOf(edition).length === 0;
  return task(
    'open-call',
    { done: past(edition, 'planned'), due, by: edition.timetable.opensAt, now: edition.now },
    { link: ['/sekretariat/kaaringer', edition.id] },
  );
}

export function invite({ edition, outreach }: DeskFacts): DeskTask | null {
  if (outreach === null || outreach.length === 0) return null;
  const sum = (part: 'municipalities' | 'invited') =>
    outreach.reduce((all, count) => all + count[part], 0);
  const [invited, all] = [sum('invited'), sum('municipalities')];
  return task(
    'invite',
    {
      done: past(edition, 'open') || invited === all,
      due: true,
      by: edition.timetable.deadline,
      now: edition.now,
    },
    {
      link: ['/sekretariat/kommuner'],
      query: { status: 'not-invited' },
      count: { done: invited, of: all },
    },
  );
}

/** Only while there is anything to mend, and never before what the year itself asks for. */
export function mendAddresses({ edition, undelivered }: DeskFacts): DeskTask | null {
  if (!undelivered) return null;
  return task(
    'mend-addresses',
    { done: false, due: true, now: edition.now },
    { link: ['/sekretariat/kommuner/ikke-levert'], count: { done: 0, of: undelivered } },
  );
}

const WAITING = ['submitted', 'in-eligibility-check', 'returned', 'held'] as const;
const CHECKED = ['eligible', 'ineligible', 'in-review', 'assessed'] as const;

export function check({ edition, entries }: DeskFacts): DeskTask | null {
  if (entries === null) return null;
  const sum = (states: readonly (typeof WAITING | typeof CHECKED)[number][]) =>
    entries.classes.reduce(
      (all, one) => all + states.reduce((own, state) => own + (one.states[state] ?? 0), 0),
      0,
    );
  const [waiting, checked] = [sum(WAITING), sum(CHECKED)];
  return task(
    'check',
    {
      done: past(edition, 'closed') && waiting === 0,
      due: past(edition, 'open') && waiting > 0,
      by: edition.timetable.scoringClosesAt,
      now: edition.now,
    },
    { link: ['/sekretariat/forslag'], count: { done: checked, of: checked + waiting } },
  );
}
