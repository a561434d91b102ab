import { createHash } from 'node:crypto';
import { done } from '../as-people';
import type { Visitor } from '../visitor';
import { inClass, leaderOf, type SampleClass, type SampleJuror } from './panel';
import { type SampleYear } from './sample-year';

interface Panel {
  seats: { id: string; name: string; email: string; standing: string; role: string }[];
}
interface Declarations {
  undeclared: number;
  entries: {
    nominationId: string;
    municipalityNumber: string;
    standing: string;
    ground: string | null;
  }[];
}

const emailOf = (juror: SampleJuror) => `${juror.key}@eksempel.example`;
const seatOf = (panel: Panel, juror: SampleJuror) =>
  panel.seats.find((seat) => seat.email === emailOf(juror));

async function panelOf(year: SampleYear, classCode: SampleClass): Promise<Panel> {
  const office = await year.people.person('sekretaer');
  return done(office.get<Panel>(`/api/editions/${year.editionId}/panels/${classCode}`));
}

const asJuror = (year: SampleYear, juror: SampleJuror, classCode: SampleClass) =>
  year.people.person(juror.key, { classCode, editionId: year.editionId });

/** Invites the panel and lets everybody accept, with the pledge. */
export async function seatThePanel(year: SampleYear, classCode: SampleClass): Promise<void> {
  const office = await year.people.person('sekretaer');
  const before = await panelOf(year, classCode);
  for (const juror of inClass(year, classCode).filter((one) => !seatOf(before, one))) {
    const body = {
      name: juror.name,
      email: emailOf(juror),
      house: juror.house,
      role: juror.seats[classCode],
    };
    await done(office.post(`/api/editions/${year.editionId}/panels/${classCode}/seats`, body));
  }
  const invited = await panelOf(year, classCode);
  for (const juror of inClass(year, classCode)) {
    if (seatOf(invited, juror)?.standing !== 'invited') continue;
    const visitor = await asJuror(year, juror, classCode);
    await done(visitor.post('/api/my-seat/accept', { pledge: true }));
  }
}

/** Declares what is not declared: a ground where the sample says so, none elsewhere. */
async function declare(
  year: SampleYear,
  juror: SampleJuror,
  classCode: SampleClass,
): Promise<void> {
  const visitor = await asJuror(year, juror, classCode);
  const mine = await done(visitor.get<Declarations>('/api/impartiality'));
  const open = mine.entries.filter((entry) => entry.standing === 'undeclared');
  if (open.length === 0) return;
  const declarations = open.map((entry) => ({
    nominationId: entry.nominationId,
    ground: juror.recusedIn === classCode && entry === mine.entries[2] ? 'board' : null,
  }));
  await tellTies(visitor, juror, mine, { classCode, home: year.plan.classes[0] });
  await done(visitor.post('/api/impartiality', { declarations }));
}

/** One member tells of a board that will be a ground, another of a home that is none. */
async function tellTies(
  visitor: Visitor,
  juror: SampleJuror,
  { entries }: Declarations,
  { classCode, home }: { classCode: SampleClass; home: SampleClass | undefined },
): Promise<void> {
  const tie =
    juror.recusedIn === classCode
      ? { type: 'board', of: entries[2], fromYear: 2021 }
      : juror.key === 'medlem-ks' && classCode === home
        ? { type: 'residence', of: entries[0], fromYear: null }
        : null;
  if (!tie?.of) return;
  const { municipalities } = await done(
    visitor.get<{ municipalities: { id: string }[] }>(
      `/api/municipalities?search=${tie.of.municipalityNumber}&invented=true&limit=1`,
    ),
  );
  await done(
    visitor.post('/api/my-relations', {
      type: tie.type,
      municipalityId: municipalities[0]?.id ?? null,
      organisationNumber: null,
      businessName: null,
      fromYear: tie.fromYear,
      toYear: null,
    }),
  );
}

/** Everybody declares but those who are late; the leader rules, the others confirm, a deputy takes the recused seat. */
export async function settleImpartiality(
  year: SampleYear,
  classCode: SampleClass,
  options: { everybody: boolean },
): Promise<void> {
  const jurors = inClass(year, classCode);
  for (const juror of jurors.filter((one) => options.everybody || one.pace !== 'undeclared'))
    await declare(year, juror, classCode);
  const leader = await asJuror(year, leaderOf(year, classCode), classCode);
  type Rulings = {
    awaiting: { seatId: string; nominationId: string; mayRule: boolean }[];
    rulings: { id: string; mayConfirm: boolean; confirmedAt: string | null }[];
  };
  const { awaiting } = await done(leader.get<Rulings>('/api/impartiality/rulings'));
  for (const ground of awaiting.filter((one) => one.mayRule)) {
    const body = { seatId: ground.seatId, nominationId: ground.nominationId, outcome: 'recused' };
    await done(leader.post('/api/impartiality/rulings', body));
  }
  for (const juror of jurors.filter(
    (one) => one.recusedIn !== classCode && one.seats[classCode] !== 'deputy',
  )) {
    const visitor = await asJuror(year, juror, classCode);
    const { rulings } = await done(visitor.get<Rulings>('/api/impartiality/rulings'));
    for (const ruling of rulings.filter((one) => one.mayConfirm && !one.confirmedAt)) {
      await done(visitor.post(`/api/impartiality/rulings/${ruling.id}/confirm`));
    }
  }
  await standIn(year, classCode);
}

async function standIn(year: SampleYear, classCode: SampleClass): Promise<void> {
  const office = await year.people.person('sekretaer');
  const panel = await panelOf(year, classCode);
  const recused = inClass(year, classCode).find((juror) => juror.recusedIn === classCode);
  const deputy = inClass(year, classCode).find((juror) => juror.seats[classCode] === 'deputy');
  const from = recused && seatOf(panel, recused);
  const to = deputy && seatOf(panel, deputy);
  if (!from || to?.standing !== 'waiting') return;
  const body = { forSeatId: from.id, reason: 'Medlemmet har fratrådt.' };
  await done(office.post(`/api/seats/${to.id}/stand-in`, body));
}

/** Opens the class's scoring; the first class also starts the judging. */
export async function openScoring(year: SampleYear, classCode: SampleClass): Promise<void> {
  const office = await year.people.person('sekretaer');
  const [row] = await year.db.query(
    'select stage from edition_class where edition_id = $1 and code = $2',
    [year.editionId, classCode],
  );
  if (row.stage === 'waiting')
    await done(office.post(`/api/editions/${year.editionId}/classes/${classCode}/scoring/open`));
}

interface Criteria {
  scale: { min: number; max: number };
  criteria: { code: string }[];
}
interface MyEntries {
  secondRound: boolean;
  entries: { nominationId: string; progress: string; municipalityName: string; asked: boolean }[];
}
interface Opened {
  versionId: string;
  sheet: { lockVersion: number; locked: boolean };
}

/** A score that depends on entry, member and criterion alone, so that the sample is the same each time. */
function scoreOf(
  nominationKey: string,
  juror: SampleJuror,
  criterion: string,
  scale: { min: number; max: number },
): number {
  const [quality, taste] = createHash('sha256').update(`${nominationKey}`).digest();
  const [own] = createHash('sha256').update(`${nominationKey}:${juror.key}:${criterion}`).digest();
  const span = scale.max - scale.min;
  const raw =
    ((quality ?? 0) / 255) * span * 0.8 +
    ((taste ?? 0) / 255) * 0.6 +
    ((own ?? 0) / 255 - 0.5) * 2 +
    juror.severity * 0.5 +
    0.6;
  return Math.min(scale.max, Math.max(scale.min, Math.round(scale.min + raw)));
}

const WORDS = [
  'Tydelig tiltak med målbar virkning, og lett å lære av.',
  'Godt forankret både politisk og administrativt. Resultatene er dokumentert over flere år.',
  'Overbevisende samarbeid med næringslivet, men virkningen er foreløpig kort.',
  'Ærlig om det som ikke virket. Det gjør erfaringene nyttige for andre.',
  'God idé, litt svakt dokumentert. Tallene bør knyttes tydeligere til kommunens egen del.',
];

/** The member scores the first `share` of the own list, and locks all but the last. */
async function score(
  year: SampleYear,
  juror: SampleJuror,
  classCode: SampleClass,
  share: number,
): Promise<void> {
  const visitor = await asJuror(year, juror, classCode);
  const answer = await visitor.get<MyEntries>('/api/scoring/entries');
  if (answer.status >= 400) return;
  const mine = answer.body;
  const { criteria, scale } = await done(visitor.get<Criteria>('/api/scoring/criteria'));
  const upTo = Math.ceil(mine.entries.length * share);
  for (const [at, entry] of mine.entries.slice(0, upTo).entries()) {
    if (entry.progress === 'locked' || (mine.secondRound && !entry.asked)) continue;
    const path = `/api/scoring/entries/${entry.nominationId}`;
    const opened = await done(visitor.get<Opened>(path));
    const words = WORDS[(at + juror.key.length) % WORDS.length] ?? '';
    const saved = await done(
      visitor.put<{ lockVersion: number }>(`${path}/sheet`, {
        lockVersion: opened.sheet.lockVersion,
        versionId: opened.versionId,
        overall: scoreOf(entry.municipalityName, juror, 'overall', scale),
        line: words.split('. ')[0] ?? '',
        assessment: `${words} Dette er en eksempelvurdering.`,
        scores: criteria.map(({ code }) => ({
          criterion: code,
          value: scoreOf(entry.municipalityName, juror, code, scale),
        })),
      }),
    );
    if (share === 1 || at < upTo - 1)
      await done(visitor.post(`${path}/sheet/lock`, { lockVersion: saved.lockVersion }));
  }
}

const SHARE = { done: 1, half: 0.5, begun: 0.2, 'not-begun': 0, undeclared: 0 } as const;

export async function scoreAsTheyGo(year: SampleYear, classCode: SampleClass): Promise<void> {
  for (const juror of inClass(year, classCode).filter((one) => one.recusedIn !== classCode)) {
    await score(year, juror, classCode, SHARE[juror.pace]);
  }
}

/** Everybody scores what is left, the small class in two rounds, and the leader closes the class. */
export async function finishScoring(year: SampleYear, classCode: SampleClass): Promise<void> {
  for (const juror of inClass(year, classCode).filter((one) => one.recusedIn !== classCode))
    await score(year, juror, classCode, 1);
  const [row] = await year.db.query(
    'select stage from edition_class where edition_id = $1 and code = $2',
    [year.editionId, classCode],
  );
  if (row.stage !== 'scoring') return;
  const leader = await asJuror(year, leaderOf(year, classCode), classCode);
  const scoring = `/api/editions/${year.editionId}/classes/${classCode}/scoring`;
  const missing = { acknowledgeMissing: true };
  if (year.plan.twoRounds.includes(classCode)) {
    // Somebody who tries the demo may have opened it already.
    const { secondRound } = await done(leader.get<{ secondRound: object | null }>(scoring));
    if (secondRound === null) await done(leader.post(`${scoring}/second-round`, missing));
    for (const juror of inClass(year, classCode).filter((one) => one.recusedIn !== classCode))
      await score(year, juror, classCode, 1);
  }
  await done(leader.post(`${scoring}/close`, missing));
}

export { asJuror };
