// Fills an empty installation for the bench: 30 entries × 9 jurors in scoring, an edition that is decided and can be revealed,
// every municipality's entry before 12 jurors, and a closed class of 60 entries that 12 jurors have scored.
// Prints what the bench needs to know as JSON. Bundled by installation.mjs, since it uses the scenes of the server's specs.
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { decide, judgedEdition } from '../../apps/api/testing/decided';
import { completeContent, story } from '../../apps/api/testing/story';

const ENTRIES = 30;
const JURORS = 9;
const { DATABASE_URL, SESSION_SECRET } = process.env;
const db = await new DataSource({ type: 'postgres', url: DATABASE_URL }).initialize();
const app = { db };
const scene = story(app);
const prose = (characters) =>
  'Kommunen samlet bedriftene til møte hver måned. '.repeat(characters / 48);
const hash = (value) => createHash('sha256').update(value).digest('hex');

/** A session as signing in would have made it, and the cookie that goes with it. */
async function signedIn(personId) {
  const id = randomUUID();
  const csrf = randomUUID();
  const [grant] = await db.query('select id from role_grant where person_id = $1', [personId]);
  const data = {
    cookie: { originalMaxAge: null, expires: null, httpOnly: true, path: '/' },
    passport: { user: personId },
    csrf,
    grantId: grant.id,
  };
  await db.query(
    `insert into session (id_hash, person_id, grant_id, data, expires_at) values ($1, $2, $3, $4, clock_timestamp() + interval '4 hours')`,
    [hash(id), personId, grant.id, data],
  );
  const signature = createHmac('sha256', SESSION_SECRET).update(id).digest('base64');
  const value = encodeURIComponent(`s:${id}.${signature.replace(/=+$/, '')}`);
  return { cookie: `__Host-sid=${value}`, csrf };
}

async function scoring() {
  const edition = await scene.edition({ phase: 'judging', stage: 'scoring', preset: 'full' });
  for (const code of ['ways', 'results', 'learning']) {
    const [made] = await db.query(
      `insert into criterion (edition_id, code, position, name, guidance) values ($1, $2, $3, $4, $5) returning id, code`,
      [edition.id, code, edition.criteria.length + 1, { nb: code }, { nb: prose(400) }],
    );
    edition.criteria.push(made);
  }
  const entries = [];
  for (let number = 1; number <= ENTRIES; number++) {
    const municipality = await scene.municipality(`Benkevik ${number}`, 9000);
    const content = {
      ...completeContent(`Tiltaket i Benkevik ${number}`),
      text: prose(3000),
      summary: prose(400),
      difficult: prose(800),
    };
    entries.push(
      await scene.nomination(edition, municipality, {
        state: 'in-review',
        population: 9000,
        content,
      }),
    );
  }
  const jurors = [];
  for (let number = 1; number <= JURORS; number++) {
    const role = number === 1 ? 'leader' : 'member';
    const house = number % 2 ? 'KS' : 'NHO';
    const seat = await scene.seat(edition, 'small', `Juror ${number}`, { house, role });
    for (const [at, entry] of entries.entries()) {
      await scene.declare(seat, entry, edition);
      await scene.sheet(seat, entry, edition, 1 + ((number + at) % 6), 'open');
    }
    jurors.push({ seatId: seat.id, ...(await signedIn(seat.personId)) });
  }
  await db.query('update score_sheet set assessment = $1', [prose(900)]);
  return {
    editionId: edition.id,
    criteria: edition.criteria.map(({ code }) => code),
    entries: entries.map(({ id, versionId }) => ({ id, versionId })),
    jurors,
  };
}

/** A class with all its sheets, a statement for all rows of a kind. Answers the edition and its first juror. */
async function largeClass(year, stage, count, sheets) {
  const edition = await scene.edition({ phase: 'judging', stage, year, preset: 'full' });
  const entries = [];
  for (let number = 1; number <= count; number++)
    entries.push(
      await scene.nomination(edition, await scene.municipality(`Storvik ${year}-${number}`, 9000), {
        state: 'in-review',
        population: 9000,
        content: completeContent(`Tiltaket i Storvik ${number}`),
      }),
    );
  const seats = [];
  for (let number = 1; number <= 12; number++)
    seats.push(
      await scene.seat(edition, 'small', `Member ${year}-${number}`, {
        house: number % 2 ? 'KS' : 'NHO',
        role: number === 1 ? 'leader' : 'member',
      }),
    );
  const pairs = seats.flatMap((seat, at) =>
    entries.map((entry, place) => ({
      seat: seat.id,
      entry: entry.id,
      version: entry.versionId,
      value: 1 + ((at * 5 + place * 7 + ((at * place) % 4)) % 6),
    })),
  );
  const from = `from json_to_recordset($1) as p (seat uuid, entry uuid, version uuid, value integer)`;
  const rows = [JSON.stringify(pairs), edition.id];
  await db.query(
    `insert into declaration (seat_id, nomination_id, edition_id, answer) select p.seat, p.entry, $2, 'none' ${from}`,
    rows,
  );
  await db.query(
    `insert into assignment (seat_id, nomination_id, edition_id, class_code, position)
     select p.seat, p.entry, $2, 'small', row_number() over () ${from}`,
    rows,
  );
  await db.query(
    `insert into score_sheet (seat_id, nomination_id, edition_id, class_code, nomination_version_id, overall, line, assessment, state, locked_at)
     select p.seat, p.entry, $2, 'small', p.version, p.value, 'Godt begrunnet.', $3, $4, case when $4 = 'locked' then award_now() end ${from}`,
    [...rows, prose(900), sheets],
  );
  await db.query(
    `insert into sheet_score (sheet_id, criterion_id, edition_id, value)
     select s.id, c.id, s.edition_id, s.overall from score_sheet s join criterion c on c.edition_id = s.edition_id where s.edition_id = $1`,
    [edition.id],
  );
  return { editionId: edition.id, juror: await signedIn(seats[0].personId) };
}

async function reveal() {
  // The newest of all: the live page follows the newest edition that is under way.
  const decided = await judgedEdition(app, 2035);
  await decide(app, decided);
  const people = {};
  for (const [key, role] of [
    ['secretary', 'secretary'],
    ['keyholder', 'release-keyholder'],
    ['other', 'release-keyholder'],
  ]) {
    const person = await scene.holder(`bench-${key}`, role, { editionId: decided.edition.id });
    people[key] = await signedIn(person);
  }
  return { editionId: decided.edition.id, winner: decided.small[0].name, ...people };
}

console.log(
  JSON.stringify({
    ...(await scoring()),
    reveal: await reveal(),
    everybody: await largeClass(2029, 'scoring', 357, 'open'),
    closed: await largeClass(2031, 'deliberation', 60, 'locked'),
  }),
);
await db.destroy();
