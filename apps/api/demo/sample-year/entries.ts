import type { NominationContent, NominationForm } from '@award/award';
import type { SampleMunicipality } from '../../seed/sample-municipalities';
import { done } from '../as-people';
import type { Visitor } from '../visitor';
import { contentOf, personOf } from './entry-content';
import { attachmentsOf } from './sample-files';
import { entriesOf, phaseOf, type SampleYear, setClock, until } from './sample-year';

interface MyEntry {
  call: { form: NominationForm };
  entry: { id: string; lockVersion: number; state: string; content: NominationContent } | null;
}

function anyEntrant({ plan, people }: SampleYear): Promise<Visitor> {
  const [first] = plan.municipalities;
  if (!first) throw new Error('nobody takes part');
  return people.person(personOf(first));
}

/** The entry to write in: begun by the municipality itself, or accepted when somebody has tipped about it. */
async function begun(visitor: Visitor): Promise<MyEntry> {
  const mine = () => done(visitor.get<MyEntry>('/api/nominations/mine'));
  const { entry } = await mine();
  if (!entry) return done(visitor.post<MyEntry>('/api/nominations/mine'));
  if (entry.state === 'tipped')
    await done(visitor.post(`/api/nominations/${entry.id}/answer-tip`, { answer: 'accept' }));
  return mine();
}

/** Writes each entry that nobody has written in; what a visitor has changed stays theirs. */
async function write(year: SampleYear, municipality: SampleMunicipality): Promise<void> {
  const visitor = await year.people.person(personOf(municipality));
  const { entry, call } = await begun(visitor);
  if (!entry || entry.content.title || entry.state !== 'draft') return;
  const attachments = await attachmentsOf(visitor, entry.id, municipality, call.form);
  const body = {
    content: {
      ...contentOf(municipality, call.form),
      attachments,
      neighbours: await neighboursOf(year, municipality, call.form),
    },
    writtenForm: municipality.writtenForm,
    lockVersion: entry.lockVersion,
  };
  await done(visitor.put(`/api/nominations/${entry.id}`, body));
}

/** Where the form demands a neighbour, the first that is another. */
async function neighboursOf(
  { db, plan }: SampleYear,
  { number }: SampleMunicipality,
  form: NominationForm,
): Promise<string[]> {
  const demanded = form.sections.some(
    ({ code, asked, required }) => code === 'neighbours' && asked && required,
  );
  const other = plan.municipalities.find((one) => one.number !== number);
  if (!demanded || !other) return [];
  const rows: { id: string }[] = await db.query(
    'select municipality_id as id from municipality_version where number = $1 and valid_to is null',
    [other.number],
  );
  return rows.map(({ id }) => id);
}

export async function submit(year: SampleYear, municipality: SampleMunicipality): Promise<void> {
  const visitor = await year.people.person(personOf(municipality));
  const { entry } = await done(visitor.get<MyEntry>('/api/nominations/mine'));
  if (!entry || !['draft', 'held', 'returned'].includes(entry.state)) return;
  const answer = await visitor.post(`/api/nominations/${entry.id}/submit`, {
    lockVersion: entry.lockVersion,
  });
  if (answer.status >= 500) await done(Promise.resolve(answer));
}

const sentInTime = (municipality: SampleMunicipality) =>
  !['late', 'forgotten', 'held'].includes(municipality.fate);

/** In the middle of the call: half have sent, some write, two have not begun. */
export async function halfwayThroughTheCall(year: SampleYear): Promise<void> {
  const begun = year.plan.municipalities.filter((_municipality, at) => at % 13 !== 7);
  for (const municipality of begun) await write(year, municipality);
  for (const municipality of begun.filter((one, at) => sentInTime(one) && at % 2 === 0))
    await submit(year, municipality);
}

/** The rest is sent in the last hour before the deadline. */
export async function sendBeforeTheDeadline(year: SampleYear): Promise<void> {
  await setClock(year, year.plan.moments.lastHour);
  for (const municipality of year.plan.municipalities) await write(year, municipality);
  for (const municipality of year.plan.municipalities.filter(sentInTime))
    await submit(year, municipality);
  const withdrawing = year.plan.municipalities.find(
    (municipality) => municipality.fate === 'withdrawn',
  );
  if (withdrawing) await withdraw(year, withdrawing);
}

/** The clock closes the call, and asks those who were ready whether they want to send. */
export async function passTheDeadline(year: SampleYear): Promise<void> {
  await setClock(year, year.plan.moments.afterDeadline);
  const anyone = await anyEntrant(year);
  await until('the call to close', async () => {
    await anyone.get('/api/nominations/mine');
    const waiting = (await entriesOf(year)).some(
      (entry) => entry.state === 'draft' || entry.state === 'tipped',
    );
    return (await phaseOf(year)) !== 'open' && !waiting;
  });
}

async function withdraw(year: SampleYear, municipality: SampleMunicipality): Promise<void> {
  const visitor = await year.people.person(personOf(municipality));
  const { entry } = await done(visitor.get<MyEntry>('/api/nominations/mine'));
  if (!entry || entry.state === 'withdrawn') return;
  await done(
    visitor.post(`/api/nominations/${entry.id}/withdraw`, {
      reason: 'Tallene må gås gjennom på nytt.',
    }),
  );
}

/** Those who were asked after the deadline answer; the one who forgot does not, and the entry lapses. */
export async function answerWhatWasHeld(year: SampleYear): Promise<void> {
  for (const municipality of year.plan.municipalities.filter((one) => one.fate === 'held'))
    await submit(year, municipality);
  await setClock(year, year.plan.moments.afterHeld);
  const anyone = await anyEntrant(year);
  await until('held entries to lapse', async () => {
    await anyone.get('/api/nominations/mine');
    return !(await entriesOf(year)).some((entry) => entry.state === 'held');
  });
}

const judged = (outcome: string) => ({
  'about-business-development': outcome === 'ineligible' ? 'not-met' : 'met',
  'nothing-confidential': outcome === 'returned' ? 'not-met' : 'met',
});

/**
 * The formal check. What a visitor has decided already is left alone; `leaveOpen` keeps some in every state, and
 * `leaveReturned` leaves it to the municipalities when they send in again.
 */
export async function checkEligibility(
  year: SampleYear,
  options: { leaveOpen: boolean; leaveReturned?: boolean },
): Promise<void> {
  const office = await year.people.person('saksbehandler');
  const dueAt = year.plan.moments.returnDueAt;
  const fates = new Map(year.plan.municipalities.map((one) => [one.number, one]));
  const check = async (id: string, outcome: string, reason: string) => {
    await office.post(`/api/eligibility/entries/${id}/start-check`);
    await done(
      office.post(`/api/eligibility/entries/${id}/decision`, {
        outcome,
        judged: judged(outcome),
        reason,
        ...(outcome === 'returned' ? { dueAt } : {}),
      }),
    );
  };
  for (const [at, entry] of (await entriesOf(year))
    .filter((one) => one.state === 'submitted')
    .entries()) {
    const fate = fates.get(entry.number)?.fate;
    const returns = fate === 'returned-and-back' || fate === 'returned';
    if (options.leaveOpen && at >= 14 && !returns) {
      if (at >= 18) await done(office.post(`/api/eligibility/entries/${entry.id}/start-check`));
      continue;
    }
    if (fate === 'ineligible')
      await check(entry.id, 'ineligible', 'Forslaget beskriver planer, ikke noe som er gjort.');
    else if (returns)
      await check(
        entry.id,
        'returned',
        'Teksten nevner en ansatt ved navn. Skriv om arbeidet, ikke om personen.',
      );
    else await check(entry.id, 'eligible', '');
  }
  if (options.leaveReturned) return;
  for (const municipality of year.plan.municipalities.filter(
    (one) => one.fate === 'returned-and-back',
  )) {
    const entry = (await entriesOf(year)).find(
      (one) => one.number === municipality.number && one.state === 'returned',
    );
    if (!entry) continue;
    await submit(year, municipality);
    await check(entry.id, 'eligible', '');
  }
}

/** Before judging every entry is settled: what is still returned when its date has passed, is taken up and found ineligible. */
export async function settleEligibility(year: SampleYear): Promise<void> {
  await setClock(year, year.plan.moments.settled);
  const office = await year.people.person('saksbehandler');
  for (const entry of await entriesOf(year)) {
    if (entry.state === 'returned')
      await done(office.post(`/api/eligibility/entries/${entry.id}/resume-check`));
    if (!['returned', 'submitted', 'in-eligibility-check'].includes(entry.state)) continue;
    await office.post(`/api/eligibility/entries/${entry.id}/start-check`);
    const outcome = entry.state === 'returned' ? 'ineligible' : 'eligible';
    const reason = outcome === 'ineligible' ? 'Det som manglet, kom ikke innen fristen.' : '';
    await done(
      office.post(`/api/eligibility/entries/${entry.id}/decision`, {
        outcome,
        judged: judged(outcome),
        reason,
      }),
    );
  }
}
