import type { NominationContent } from '@award/award';
import type { SampleMunicipality } from '../seed/sample-municipalities';
import { done } from '../demo/as-people';
import { personOf } from '../demo/sample-year/entry-content';
import { tokenInMail } from '../demo/sample-year/partners';
import { phaseOf } from '../demo/sample-year/sample-year';
import type { Answer } from '../demo/visitor';
import { atDeadline, type Rehearsed, type Tried } from './rehearsed';

interface OwnEntry {
  id: string;
  lockVersion: number;
  content: NominationContent;
}

const those = ({ year }: Rehearsed, fate: SampleMunicipality['fate']) =>
  year.plan.municipalities.filter((one) => one.fate === fate);

async function entryOf({ year }: Rehearsed, key: string): Promise<OwnEntry> {
  const visitor = await year.people.person(key);
  const { entry } = await done(visitor.get<{ entry: OwnEntry | null }>('/api/nominations/mine'));
  if (!entry) throw new Error(`${key} has no entry`);
  return entry;
}

async function send(rehearsed: Rehearsed, key: string, entry: OwnEntry): Promise<Answer> {
  const visitor = await rehearsed.year.people.person(key);
  const { lockVersion } = entry;
  return visitor.post(`/api/nominations/${entry.id}/submit`, { lockVersion });
}

const TIP = {
  why: 'Kommunen svarte samme dag da vi spurte om en tomt.',
  senderName: 'Gunn Moe',
  relation: 'business',
  region: '',
  language: 'nb',
};

async function tip({ year }: Rehearsed, senderEmail: string): Promise<Answer> {
  const number = year.plan.municipalities.findLast(({ fate }) => fate === 'reviewed')?.number;
  const [known] = await year.db.query(
    'select municipality_id as id from municipality_version where number = $1 and valid_to is null',
    [number],
  );
  return year.people
    .stranger()
    .post('/api/tips', { ...TIP, senderEmail, municipalityId: known.id });
}

const before = (tried: string, act: Tried['act']): Tried => ({
  seconds: -1,
  tried,
  expected: 'accepted',
  act,
});
const after = (tried: string, act: Tried['act']): Tried => ({
  seconds: 1,
  tried,
  expected: 'refused',
  act,
});

/** The call opens by itself at its time, and not before. */
export async function theCallOpens(rehearsed: Rehearsed): Promise<void> {
  const { year, run } = rehearsed;
  await atDeadline(rehearsed, 'the call opens', year.plan.moments.opensAt, [
    {
      seconds: -1,
      tried: 'a tip',
      expected: 'refused',
      act: () => tip(rehearsed, 'for.tidlig@tips.example'),
    },
    {
      seconds: 1,
      tried: 'a tip',
      expected: 'accepted',
      act: async () => {
        await run('open-calls');
        return tip(rehearsed, 'i.tide@tips.example');
      },
    },
  ]);
}

/** Two tips and two followers, whose links are tried when a week has gone. */
export async function askForLinks(rehearsed: Rehearsed): Promise<void> {
  await rehearsed.year.db.query('delete from rate_limit');
  for (const name of ['en', 'to']) {
    await done(tip(rehearsed, `${name}@tips.example`));
    const wish = { email: `${name}@post.example`, municipality: null, language: 'nb' };
    await done(rehearsed.year.people.stranger().post('/api/follow', wish));
  }
  await rehearsed.run('mail');
}

/** A personal link is good for its time. The clock has come to the day before. */
export async function linksEnd(rehearsed: Rehearsed): Promise<void> {
  const { year, run } = rehearsed;
  const { lastHour } = year.plan.moments;
  const open = async (path: string, id: string, method = 'POST'): Promise<Answer> => {
    const headers = { 'link-token': await tokenInMail(year, id) };
    return year.people.stranger().send(method, path, method === 'GET' ? undefined : {}, headers);
  };
  const tips: { id: string; at: Date }[] = await year.db.query(
    `select id, expires_at as at from tip where sender_email in ('en@tips.example', 'to@tips.example') order by created_at`,
  );
  const followers: { id: string; at: Date }[] = await year.db.query(
    `select id, asked_at + interval '7 days' as at from follower where email in ('en@post.example', 'to@post.example') order by asked_at`,
  );
  const [first, last] = followers;
  const [early, late] = tips;
  if (!first || !last || !early || !late) throw new Error('nobody asked for a link');
  if ([last.at, late.at].some((at) => at >= new Date(lastHour))) {
    rehearsed.notTried.push('the links in mails: the call is too short for a link to end in it');
    return;
  }
  await atDeadline(rehearsed, 'the link of who wants to follow', first.at, [
    before('confirms', () => open('/api/follow/confirm', first.id)),
  ]);
  await atDeadline(rehearsed, 'the link of who wants to follow', last.at, [
    after('confirms', async () => {
      await run('followers');
      return open('/api/follow/confirm', last.id);
    }),
  ]);
  await atDeadline(rehearsed, 'the link of who has tipped', early.at, [
    before('confirms', () => open('/api/tips/link/confirm', early.id)),
  ]);
  await atDeadline(rehearsed, 'the link of who has tipped', late.at, [
    after('confirms', () => open('/api/tips/link/confirm', late.id)),
  ]);
}

/** Nothing comes in after the deadline, neither what is new nor what is changed. */
export async function theCallCloses(rehearsed: Rehearsed): Promise<void> {
  const { year } = rehearsed;
  const [one, other] = those(rehearsed, 'reviewed').map(personOf);
  const [unsent] = those(rehearsed, 'held').map(personOf);
  if (!one || !other || !unsent) throw new Error('the sample lacks a municipality');
  const back = async (key: string) =>
    (await year.people.person(key)).post(
      `/api/nominations/${(await entryOf(rehearsed, key)).id}/take-back`,
    );
  await done(back(one));
  const [ready, sent, draft] = await Promise.all(
    [one, other, unsent].map((key) => entryOf(rehearsed, key)),
  );
  if (!ready || !sent || !draft) return;
  const writer = await year.people.person(unsent);
  const changed = { content: draft.content, writtenForm: 'nb', lockVersion: draft.lockVersion };
  await atDeadline(rehearsed, 'the deadline of the call', year.plan.moments.deadline, [
    before('sends in', () => send(rehearsed, one, ready)),
    before('a tip', () => tip(rehearsed, 'sent@tips.example')),
    after('sends in', () => send(rehearsed, unsent, draft)),
    after('saves the draft', () => writer.put(`/api/nominations/${draft.id}`, changed)),
    after('takes back', () => back(other)),
    after('a tip', () => tip(rehearsed, 'for.sent@tips.example')),
  ]);
  if ((await phaseOf(year)) === 'planned') throw new Error('the call never opened');
}

/** Who was ready and had not sent may answer until the next working day at noon. */
export async function theHeldAnswer(rehearsed: Rehearsed, due: Date): Promise<void> {
  const [answers] = those(rehearsed, 'held').map(personOf);
  const [forgets] = those(rehearsed, 'forgotten').map(personOf);
  if (!answers || !forgets) throw new Error('the sample lacks a municipality');
  const [ready, forgotten] = await Promise.all(
    [answers, forgets].map((key) => entryOf(rehearsed, key)),
  );
  if (!ready || !forgotten) return;
  await atDeadline(rehearsed, 'the answer about what was not sent', due, [
    before('sends in', () => send(rehearsed, answers, ready)),
    after('sends in', () => send(rehearsed, forgets, forgotten)),
  ]);
}

/** What was returned is sent in again before the date that it was given. */
export async function theReturn(rehearsed: Rehearsed): Promise<void> {
  const [mends] = those(rehearsed, 'returned-and-back').map(personOf);
  const [sleeps] = those(rehearsed, 'returned').map(personOf);
  if (!mends || !sleeps) throw new Error('the sample lacks a municipality');
  const [mended, asleep] = await Promise.all([mends, sleeps].map((key) => entryOf(rehearsed, key)));
  if (!mended || !asleep) return;
  const [row] = await rehearsed.year.db.query(
    'select return_due_at as at from nomination where id = $1',
    [mended.id],
  );
  await atDeadline(rehearsed, 'the date of what was returned', row.at, [
    before('sends in again', () => send(rehearsed, mends, mended)),
    after('sends in again', () => send(rehearsed, sleeps, asleep)),
  ]);
}
