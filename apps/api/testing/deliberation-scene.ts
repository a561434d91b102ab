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
  for (const [letter, given] of Object.entries(scores)) {
    const municipality = await tell.municipality(`Eksempel ${letter}`, 9000);
    const entry = await tell.nomination(edition, municipality, { state: 'in-review' });
    entries[letter] = entry;
    await app.db.query(
      `insert into nomination_step (nomination_id, action, from_state, to_state) values ($1, 'start-review', 'eligible', 'in-review')`,
      [entry.id],
    );
    for (const [at, [key]] of SEATS.entries()) {
      await tell.declare(seats[key], entry, edition);
      const value = given[at] ?? null;
      if (value === null) await tell.assign(seats[key], entry, edition);
      else await tell.sheet(seats[key], entry, edition, value);
    }
  }
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
