import { type SceneEdition, type SceneNomination, type SceneSeat, story } from './story';
import type { TestApp } from './test-app';

export interface JuryScene {
  edition: SceneEdition;
  /** Three entries of the small class, by municipality. */
  rauma: SceneNomination;
  fyresdal: SceneNomination;
  kvitsoy: SceneNomination;
  /** An entry of the large class. */
  arendal: SceneNomination;
  /** KS leads the small class; two members from NHO and one more from KS; a deputy from each house. */
  leader: SceneSeat;
  nils: SceneSeat;
  nora: SceneSeat;
  kjell: SceneSeat;
  deputyKs: SceneSeat;
  deputyNho: SceneSeat;
  /** A member of the large class. */
  stranger: SceneSeat;
  /** The four who sit in the small class from the start. */
  members: SceneSeat[];
  entries: SceneNomination[];
}

/**
 * A jury at work: everyone in the small class has declared none for every entry, and every member has
 * the entries to read. `declared` false leaves the declarations out.
 */
export async function juryStory(
  app: TestApp,
  options: {
    preset?: 'simple' | 'full';
    declared?: boolean;
    year?: number;
    stage?: string;
    scope?: 'class' | 'entry';
  } = {},
): Promise<JuryScene> {
  const scene = story(app);
  const { preset = 'simple', declared = true, year = 2027, stage = 'scoring' } = options;
  const edition = await scene.edition({ phase: 'judging', stage, preset, year });
  if (options.scope === 'entry') {
    await app.db.query(
      `update edition set impartiality_scope = 'entry', impartiality_scope_reason = 'Få medlemmer' where id = $1`,
      [edition.id],
    );
  }
  const state = stage === 'waiting' ? 'eligible' : 'in-review';
  const entry = async (name: string, population: number) =>
    scene.nomination(edition, await scene.municipality(name, population), { state, population });
  const seat = (key: string, house: 'KS' | 'NHO', role = 'member', classCode = 'small') =>
    scene.seat(edition, classCode, `${key} ${year}`, { house, role });
  const [rauma, fyresdal, kvitsoy, arendal] = [
    await entry('Rauma', 7100),
    await entry('Fyresdal', 1200),
    await entry('Kvitsøy', 550),
    await entry('Arendal', 46000),
  ];
  const entries = [rauma, fyresdal, kvitsoy];
  const leader = await seat('Kari', 'KS', 'leader');
  const nils = await seat('Nils', 'NHO', 'deputy-leader');
  const nora = await seat('Nora', 'NHO');
  const kjell = await seat('Kjell', 'KS');
  const deputyKs = await seat('Dagny', 'KS', 'deputy');
  const deputyNho = await seat('Dag', 'NHO', 'deputy');
  const stranger = await seat('Fremmed', 'KS', 'member', 'large');
  const members = [leader, nils, nora, kjell];
  for (const member of members) {
    for (const one of entries) {
      if (declared) await scene.declare(member, one, edition);
      if (stage !== 'waiting') await scene.assign(member, one, edition);
    }
  }
  if (declared) await scene.declare(stranger, arendal, edition);
  if (stage !== 'waiting') await scene.assign(stranger, arendal, edition);
  return {
    edition,
    rauma,
    fyresdal,
    kvitsoy,
    arendal,
    leader,
    nils,
    nora,
    kjell,
    deputyKs,
    deputyNho,
    stranger,
    members,
    entries,
  };
}
