import { createHash } from 'node:crypto';
import { completeContent, type SceneEdition, type SceneNomination, story } from './story';
import type { TestApp } from './test-app';

export interface SceneEntry extends SceneNomination {
  name: string;
}

export interface DecidedScene {
  edition: SceneEdition;
  small: SceneEntry[];
  large: SceneEntry[];
}

/** An edition under judgement with four assessed entries in each class; nothing is decided yet. */
export async function judgedEdition(app: TestApp, year = 2027): Promise<DecidedScene> {
  const scene = story(app);
  const edition = await scene.edition({ phase: 'judging', stage: 'deliberation', year });
  const entries = async (population: number, names: string[]) => {
    const made: SceneEntry[] = [];
    for (const name of names) {
      const municipality = await scene.municipality(name, population);
      const entry = await scene.nomination(edition, municipality, {
        state: 'assessed',
        population,
        content: {
          ...completeContent(`Tiltaket i ${name}`),
          contactEmail: `post@${name.toLowerCase()}.example`,
        },
      });
      made.push({ ...entry, name });
    }
    return made;
  };
  return {
    edition,
    small: await entries(9000, ['Fjordvik', 'Nesdal', 'Solvang', 'Tinden']),
    large: await entries(32000, ['Storby', 'Havna', 'Elvestad', 'Slettvik']),
  };
}

/** The jury decides: three finalists in each class, justifications sealed, and the first of each wins, or the one at `winnerAt`. What is sent out is written. */
export async function decide(
  app: TestApp,
  { edition, small, large }: DecidedScene,
  options: { winners?: boolean; winnerAt?: number } = {},
): Promise<void> {
  for (const scope of ['all', 'small', 'large']) await writeReleaseText(app, edition.id, scope);
  for (const [classCode, entries] of [
    ['small', small],
    ['large', large],
  ] as const) {
    await app.db.transaction(async (tx) => {
      const finalists = entries.slice(0, 3);
      const [decision] = await tx.query(
        `insert into decision (edition_id, class_code, kind, number, reason) values ($1, $2, 'finalists', 3, 'Vi valgte tre.') returning id`,
        [edition.id, classCode],
      );
      for (const [place, { id, name }] of finalists.entries()) {
        await tx.query(
          `insert into decision_entry (decision_id, nomination_id, edition_id, class_code, outcome, position)
           values ($1, $2, $3, $4, 'finalist', $5)`,
          [decision.id, id, edition.id, classCode, place + 1],
        );
        const text = `Juryen legger vekt på arbeidet i ${name}.`;
        await tx.query(
          `insert into justification (nomination_id, edition_id, class_code, written_form, text, stage_text, state, sha256, sealed_at)
           values ($1, $2, $3, 'nb', $4, 'En kommune som har fått det til.', 'sealed', $5, award_now())`,
          [id, edition.id, classCode, text, createHash('sha256').update(text).digest('hex')],
        );
      }
      if (options.winners !== false) {
        const [winner] = await tx.query(
          `insert into decision (edition_id, class_code, kind, number, reason, finalists_decision_id)
           values ($1, $2, 'winner', 1, 'Vi valgte én.', $3) returning id`,
          [edition.id, classCode, decision.id],
        );
        await tx.query(
          `insert into decision_entry (decision_id, nomination_id, edition_id, class_code, outcome, position)
           values ($1, $2, $3, $4, 'winner', 1)`,
          [winner.id, finalists[options.winnerAt ?? 0]?.id, edition.id, classCode],
        );
      }
      await tx.query('update edition_class set stage = $3 where edition_id = $1 and code = $2', [
        edition.id,
        classCode,
        options.winners === false ? 'finalists-sealed' : 'winner-sealed',
      ]);
    });
  }
}

/** A text in bokmål alone, as the first version. */
export async function writeReleaseText(
  app: Pick<TestApp, 'db'>,
  editionId: string,
  scope: string,
): Promise<void> {
  const none = { title: '', text: '' };
  const nb = { title: `Melding om ${scope}`, text: 'Pressen får dette.\n\nOg dette.' };
  await app.db.query(
    `insert into release_text (edition_id, scope, version, words, saved_by) values ($1, $2, 1, $3, gen_random_uuid())`,
    [editionId, scope, JSON.stringify({ nb, nn: none, en: none })],
  );
}

/** The finalists are out, as a release leaves them. */
export async function publishFinalists(app: TestApp, scene: DecidedScene): Promise<void> {
  await publish(app, scene, 'finalists', 'all');
  await app.db.query(`update edition set phase = 'finalists-published' where id = $1`, [
    scene.edition.id,
  ]);
}

/** The winner of a class is out. */
export async function announceWinner(
  app: TestApp,
  scene: DecidedScene,
  classCode: string,
): Promise<void> {
  await publish(app, scene, 'winners', classCode);
}

async function publish(
  app: TestApp,
  { edition }: DecidedScene,
  kind: 'finalists' | 'winners',
  scope: string,
): Promise<void> {
  await app.db.transaction(async (tx) => {
    const [record] = await tx.query(
      `insert into sealed_record (edition_id, kind, scope, payload, sha256, sealed_by)
       select $1, $2, $3, '{}', repeat('0', 64), p.id from person p limit 1 returning id`,
      [edition.id, kind, scope],
    );
    const [release] = await tx.query(
      `insert into release (edition_id, kind, scope, sealed_record_id) values ($1, $2, $3, $4) returning id`,
      [edition.id, kind, scope, record.id],
    );
    await tx.query(
      `insert into release_entry (release_id, nomination_id, edition_id, class_code, outcome, position, justification, written_form)
       select $1, e.nomination_id, e.edition_id, e.class_code, e.outcome, e.position, j.text, j.written_form
       from decision_entry e join justification j on j.nomination_id = e.nomination_id
       where e.edition_id = $2 and e.outcome = $3 and ($4 = 'all' or e.class_code = $4)`,
      [release.id, edition.id, kind === 'finalists' ? 'finalist' : 'winner', scope],
    );
  });
}
