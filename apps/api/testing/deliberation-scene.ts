import { type SceneEdition, type SceneNomination, type SceneSeat, story } from './story';
import type { TestApp } from './test-app';
import type { Visitor } from '../demo/visitor';

/** A class whose scoring is closed, with its jury signed in and ready to meet. */
export interface DeliberationScene {
  edition: SceneEdition;
  /** `small` has entries A to F; `large` has its own, to cross into. */
  entries: Record<string, SceneNomination>;
  stranger: SceneNomination;
  seats: Record<SeatKey, SceneSeat>;
  strangerSeat: SceneSeat;
  /** Signed in: the leader (KS), one more of KS, two of NHO, and the leader of the other class. */
  as: Record<SeatKey | 'other', Visitor>;
  path: string;
}

type SeatKey = 'leader' | 'ks' | 'nho' | 'nho2';

/** Overall scores by entry, one per member in the order leader, ks, nho, nho2. A is best and F is last. */
const SCORES: Record<string, readonly (number | null)[]> = {
  A: [6, 6, 5, 6],
  B: [5, 5, 5, 5],
  C: [4, 5, 4, 4],
  D: [3, 3, 4, 3],
  E: [2, 1, 2, 2],
  F: [1, 1, 1, 1],
};

const SEATS: readonly (readonly [SeatKey, 'KS' | 'NHO', string])[] = [
  ['leader', 'KS', 'leader'],
  ['ks', 'KS', 'member'],
  ['nho', 'NHO', 'member'],
  ['nho2', 'NHO', 'member'],
];

export async function deliberationScene(
  app: TestApp,
  options: { year?: number; scores?: Record<string, readonly (number | null)[]> } = {},
): Promise<DeliberationScene> {
  const { year = 2027, scores = SCORES } = options;
  const tell = story(app);
  const edition = await tell.edition({ phase: 'judging', stage: 'deliberation', year });
  const name = (key: string) => `${key}-${year}`;
  const seats = {} as Record<SeatKey, SceneSeat>;
  for (const [key, house, role] of SEATS)
    seats[key] = await tell.seat(edition, 'small', name(key), { house, role });
  const strangerSeat = await tell.seat(edition, 'large', name('other'), { role: 'leader' });
  const stranger = await tell.nomination(edition, await tell.municipality('Storby', 40_000), {
    state: 'assessed',
    population: 40_000,
  });
  await tell.declare(strangerSeat, stranger, edition);
  const entries: Record<string, SceneNomination> = {};
  for (const letter of Object.keys(scores)) {
    const municipality = await tell.municipality(`Eksempel ${letter}`, 9000);
    entries[letter] = await tell.nomination(edition, municipality, { state: 'in-review' });
  }
  await judge(app, edition, seats, entries, scores);
  const as = {} as DeliberationScene['as'];
  for (const [key] of SEATS) as[key] = await app.visitor().signInAs(name(key));
  as.other = await app.visitor().signInAs(name('other'));
  return {
    edition,
    entries,
    stranger,
    seats,
    strangerSeat,
    as,
    path: `/api/editions/${edition.id}/classes/small`,
  };
}

/** Reviewed, declared on, assigned and scored: all rows of a kind in one statement. */
async function judge(
  app: TestApp,
  edition: SceneEdition,
  seats: Record<SeatKey, SceneSeat>,
  entries: Record<string, SceneNomination>,
  scores: Record<string, readonly (number | null)[]>,
): Promise<void> {
  const pairs = Object.entries(entries).flatMap(([letter, entry]) =>
    SEATS.map(([key], at) => ({
      seat: seats[key].id,
      entry: entry.id,
      version: entry.versionId,
      value: scores[letter]?.[at] ?? null,
    })),
  );
  const rows = [JSON.stringify(pairs), edition.id];
  const from = `from json_to_recordset($1) as p (seat uuid, entry uuid, version uuid, value integer)`;
  for (const sql of [
    `insert into nomination_step (nomination_id, action, from_state, to_state)
     select distinct p.entry, 'start-review', 'eligible', 'in-review' ${from} where $2::uuid is not null`,
    `insert into declaration (seat_id, nomination_id, edition_id, answer) select p.seat, p.entry, $2, 'none' ${from}`,
    `insert into assignment (seat_id, nomination_id, edition_id, class_code, position)
     select p.seat, p.entry, $2, 'small', row_number() over () ${from}`,
    `insert into score_sheet (seat_id, nomination_id, edition_id, class_code, nomination_version_id, overall, line, assessment, state, locked_at)
     select p.seat, p.entry, $2, 'small', p.version, p.value, 'Godt begrunnet.', 'En skriftlig vurdering.', 'locked', award_now()
     ${from} where p.value is not null`,
  ])
    await app.db.query(sql, rows);
  await app.db.query(
    `insert into sheet_score (sheet_id, criterion_id, edition_id, value)
     select s.id, c.id, s.edition_id, s.overall from score_sheet s join criterion c on c.edition_id = s.edition_id where s.edition_id = $1`,
    [edition.id],
  );
}

/** The ids of entries by their letters. */
export function ids(scene: DeliberationScene, letters: string): string[] {
  return [...letters].map((letter) => scene.entries[letter]?.id ?? '');
}

/** One entry by its letter. */
export function entryOf(scene: DeliberationScene, letter: string): SceneNomination {
  const entry = scene.entries[letter];
  if (!entry) throw new Error(`no entry ${letter}`);
  return entry;
}

/** Opens the meeting with everybody in the room. */
export async function meet(scene: DeliberationScene, keys?: SeatKey[]): Promise<void> {
  const present = (keys ?? SEATS.map(([key]) => key)).map((key) => scene.seats[key].id);
  const answer = await scene.as.leader.post(`${scene.path}/meeting`, { present });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
}

/** A decision on the finalists as the form sends it. */
export function finalistsOrder(scene: DeliberationScene, letters = 'ABC', more: object = {}) {
  return {
    number: letters.length,
    finalists: ids(scene, letters),
    reserve: ids(scene, 'D'),
    reason: '',
    dissent: null,
    votesFor: null,
    votesAgainst: null,
    settlement: null,
    supersedes: null,
    ...more,
  };
}

/** Decides A, B and C as finalists; answers with the decision's id. */
export async function decideFinalists(scene: DeliberationScene): Promise<string> {
  const answer = await scene.as.leader.post<{ id: string }>(
    `${scene.path}/decisions/finalists`,
    finalistsOrder(scene),
  );
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}
