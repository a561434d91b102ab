// A year that is decided with 357 entries and followed by as many as make 5 000 mails, and the people who release and
// correct it. Bundled by installation.mjs, since it uses the scenes of the server's specs.
import { DataSource } from 'typeorm';
import { Visitor } from '../../apps/api/demo/visitor';
import { decide, judgedEdition } from '../../apps/api/testing/decided';
import { completeContent, story } from '../../apps/api/testing/story';

/** Answers the acts, and what stands in the outbox. */
export async function decidedYear(databaseUrl, base, entries, mails) {
  const db = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    poolErrorHandler: () => undefined,
  });
  await db.initialize();
  const scenes = story({ db });
  const scene = await judgedEdition({ db });
  await decide({ db }, scene);
  for (let number = 9; number <= entries; number++) {
    const municipality = await scenes.municipality(`Benkevik ${number}`, 9000);
    const content = {
      ...completeContent(`Tiltak ${number}`),
      contactEmail: `post@k${number}.example`,
    };
    await scenes.nomination(scene.edition, municipality, {
      state: 'assessed',
      population: 9000,
      content,
    });
  }
  await db.query(
    `insert into follower (email, language, confirmed_at)
     select 'leser' || i || '@avisa.example', 'nb', award_now() from generate_series(1, $1) i`,
    [mails - entries],
  );
  await scenes.holder('secretary', 'secretary');
  await scenes.holder('keyholder', 'release-keyholder');
  const secretary = await new Visitor(base).signInAs('secretary');
  const keyholder = await new Visitor(base).signInAs('keyholder');
  const root = `/api/releases/${scene.edition.id}`;
  const ok = (answer) => {
    if (answer.status >= 300) throw new Error(JSON.stringify(answer));
    return answer.body;
  };
  const release = async ({ id, sha256 }) => {
    for (const one of [secretary, keyholder])
      ok(await one.post(`/api/releases/records/${id}/arm`, { sha256, releaseAt: null }));
    // Both keyholders press at the same time, twice each: one of them releases.
    const pressed = await Promise.all(
      [secretary, keyholder, secretary, keyholder].map((one) =>
        one.post(`${root}/press`, { recordIds: [id] }),
      ),
    );
    return pressed.filter(({ status }) => status === 200).length;
  };
  return {
    finalists: async () => {
      ok(await secretary.post(`${root}/seal`, { scope: 'all', releaseAt: null }));
      const { items } = ok(await secretary.get(root));
      return release(items[0].sealed);
    },
    correction: async () => {
      const named = [scene.small[0], scene.small[1], scene.small[3]].map(({ id }) => id);
      const { corrections } = ok(
        await secretary.post(`${root}/corrections`, {
          kind: 'announcement',
          scope: 'all',
          classCode: 'small',
          nominationId: null,
          named,
          note: 'Tinden er finalist.',
          reason: 'Feil navn ble ført inn.',
          requestId: null,
          concernsAssessment: false,
        }),
      );
      return release(corrections[0].sealed);
    },
    /** How many mails of the kind are queued, and how many of them have gone. */
    outbox: async (templates) => {
      const [row] = await db.query(
        `select count(*)::int as queued, count(sent_at)::int as sent, count(given_up_at)::int as lost,
           count(*)::int - count(distinct (event_key, recipient))::int as twice
         from mail_outbox where template = any($1) and ($2::text is null or words ->> 'kind' is null or words ->> 'kind' = $2)`,
        [templates.names, templates.kind],
      );
      return row;
    },
    releases: async () =>
      (
        await db.query('select count(*)::int as n from release where edition_id = $1', [
          scene.edition.id,
        ])
      )[0].n,
    close: () => db.destroy(),
  };
}
