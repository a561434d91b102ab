import { randomUUID } from 'node:crypto';
import type { MyEntriesView, OpenEntryView } from '@award/scoring/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { routesOf } from '../../../apps/api/routes';
import { type SceneNomination, type SceneSeat, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

const CANARY = 'Kanarifugl';

/** What no reader may infer: everything a recused member is answered is the same bytes, whatever the hidden holds. */
describe('what is hidden from a recused member', () => {
  let app: TestApp;
  let jury: JuryScene;
  let year = 2030;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  /** Everything that any route that only reads answers the member, for every id that there is. */
  async function outputsOf(who: Visitor): Promise<Map<string, string>> {
    const outputs = new Map<string, string>();
    const ids = [jury.rauma, jury.fyresdal, jury.arendal].map((one) => one.id);
    for (const { method, path } of routesOf(app)) {
      if (method !== 'GET' || /health|isalive|isready|metrics|stream|live/.test(path)) continue;
      for (const at of filled(path, [...ids, jury.edition.id])) {
        const answer = await who.get(at);
        const headers = [...answer.headers].filter(([name]) => name !== 'date');
        outputs.set(at, JSON.stringify([answer.status, headers, withoutNow(answer.body)]));
      }
    }
    return outputs;
  }

  const filled = (path: string, ids: string[]): string[] => {
    const known = path
      .replace(':editionId', jury.edition.id)
      .replace(':classCode', 'small')
      .replace(':year', String(jury.edition.year));
    return known.includes(':') ? ids.map((id) => known.replaceAll(/:[a-zA-Z]+/g, id)) : [known];
  };

  /** The others score the entry, its text is another, and it gets a newer version. */
  async function fillWhatIsHidden(entry: SceneNomination, but: SceneSeat): Promise<void> {
    for (const [place, seat] of jury.members.filter((one) => one !== but).entries()) {
      const state = place % 2 === 0 ? 'locked' : 'open';
      await story(app).sheet(seat, entry, jury.edition, 6 - place, state);
    }
    await app.db.query(
      `update nomination_version set content = content || jsonb_build_object('title', $2::text, 'text', $2, 'summary', $2, 'basis', 'single-measure',
         'contactName', $2, 'partners', jsonb_build_array(jsonb_build_object('name', $2)), 'neighbours', $3::jsonb) where id = $1`,
      [entry.versionId, CANARY, JSON.stringify([jury.arendal.municipalityId])],
    );
    await app.db.query(
      `update nomination set content = content || jsonb_build_object('title', $2::text, 'text', $2), lock_version = lock_version + 1 where id = $1`,
      [entry.id, CANARY],
    );
  }

  const recuse = async (seat: SceneSeat, entry: SceneNomination) => {
    const by = seat === jury.leader ? jury.nils : jury.leader;
    await story(app).rule(by, seat, entry, jury.edition, 'recused');
  };

  it.each([
    ['a member, class scope', 'class', 'nora', 'scoring'],
    ['a member, entry scope', 'entry', 'nora', 'scoring'],
    ['the leader, class scope', 'class', 'leader', 'scoring'],
    ['the leader, entry scope', 'entry', 'leader', 'scoring'],
    ['a member, class scope, after closing', 'class', 'nora', 'deliberation'],
    ['a member, entry scope, after closing', 'entry', 'nora', 'deliberation'],
    ['the leader, entry scope, after closing', 'entry', 'leader', 'deliberation'],
    ['the deputy leader, class scope', 'class', 'nils', 'scoring'],
    ['the deputy leader, entry scope, after closing', 'entry', 'nils', 'deliberation'],
    [
      'another member, entry scope, when finalists are sealed',
      'entry',
      'kjell',
      'finalists-sealed',
    ],
    ['another member, class scope, when the winner is sealed', 'class', 'kjell', 'winner-sealed'],
    ['a deputy who waits, class scope', 'class', 'deputyKs', 'scoring'],
    ['a deputy who waits, entry scope, after closing', 'entry', 'deputyNho', 'deliberation'],
  ] as const)(
    'is byte for byte the same with and without it: %s',
    async (_case, scope, seat, stage) => {
      jury = await juryStory(app, { year: year++, scope });
      const member = jury[seat];
      await recuse(member, jury.rauma);
      const who = await app.visitor().signInAs(member.key);
      await app.db.query('update edition_class set stage = $2 where edition_id = $1', [
        jury.edition.id,
        stage,
      ]);
      const without = await outputsOf(who);
      await fillWhatIsHidden(jury.rauma, member);
      const withIt = await outputsOf(who);
      expect(without.size).toBeGreaterThan(15);
      expect(Object.fromEntries(withIt)).toEqual(Object.fromEntries(without));
      expect([...withIt.values()].join()).not.toContain(CANARY);
    },
  );

  it.each(['class', 'entry'] as const)(
    'leaves no trace in the mail and in the second round: %s scope',
    async (scope) => {
      const seen: unknown[] = [];
      for (const score of [1, 6]) {
        jury = await juryStory(app, { year: year++, scope });
        await app.db.query('update edition set quorum = 0 where id = $1', [jury.edition.id]);
        await recuse(jury.nora, jury.rauma);
        for (const member of jury.members)
          for (const [place, entry] of jury.entries.entries())
            if (member !== jury.nora || entry !== jury.rauma)
              await story(app).sheet(
                member,
                entry,
                jury.edition,
                entry === jury.rauma ? score : 3 + place,
              );
        const leader = await app.visitor().signInAs(jury.leader.key);
        const at = `/api/editions/${jury.edition.id}/classes/small/scoring`;
        for (const act of ['second-round', 'close']) {
          const done = await leader.post(`${at}/${act}`, { acknowledgeMissing: true });
          expect([act, done.status]).toEqual([act, 200]);
        }
        const mails = await app.db.query(
          `select o.template, o.language, o.words from mail_outbox o join seat s on lower(s.email) = o.recipient
           where s.id = $1 order by o.template, o.words::text`,
          [jury.nora.id],
        );
        const asked = await app.db.query(
          `select named.name from second_reading x join nomination n on n.id = x.nomination_id
             join municipality_version named on named.municipality_id = n.municipality_id where x.seat_id = $1 order by 1`,
          [jury.nora.id],
        );
        seen.push({ mails, asked });
      }
      expect(seen[1]).toEqual(seen[0]);
      expect(seen[0]).toMatchObject(
        scope === 'class'
          ? { mails: [], asked: [] }
          : {
              mails: [{ template: 'second-round' }],
              asked: [{ name: 'Fyresdal' }, { name: 'Kvitsøy' }],
            },
      );
    },
  );

  it('is seen to change for a member from whom nothing is hidden: the comparison can fail', async () => {
    jury = await juryStory(app, { year: year++ });
    const who = await app.visitor().signInAs(jury.nora.key);
    const without = await outputsOf(who);
    await fillWhatIsHidden(jury.rauma, jury.nora);
    expect(Object.fromEntries(await outputsOf(who))).not.toEqual(Object.fromEntries(without));
  });

  it('is skipped by previous, next, place and number where the other entries stay open', async () => {
    jury = await juryStory(app, { year: year++, scope: 'entry' });
    await recuse(jury.nora, jury.rauma);
    const who = await app.visitor().signInAs(jury.nora.key);
    const { body } = await who.get<MyEntriesView>('/api/scoring/entries');
    const ids = body.entries.map((one) => one.nominationId);
    expect(ids.sort()).toEqual([jury.fyresdal.id, jury.kvitsoy.id].sort());
    for (const id of ids) {
      const opened = await who.get<OpenEntryView>(`/api/scoring/entries/${id}`);
      expect(opened.body.of).toBe(2);
      expect([opened.body.previousId, opened.body.nextId]).not.toContain(jury.rauma.id);
    }
  });

  it('cannot be written either: no sheet, no note, no locking', async () => {
    jury = await juryStory(app, { year: year++ });
    await recuse(jury.nora, jury.rauma);
    const who = await app.visitor().signInAs(jury.nora.key);
    for (const entry of jury.entries) {
      const at = `/api/scoring/entries/${entry.id}`;
      const answers = [
        await who.put(`${at}/sheet`, {
          lockVersion: 0,
          versionId: entry.versionId,
          overall: 1,
          line: 'Nei',
          assessment: '',
          scores: [],
        }),
        await who.put(`${at}/note`, { lockVersion: 0, text: 'x' }),
        await who.post(`${at}/sheet/lock`, { lockVersion: 1 }, { 'idempotency-key': randomUUID() }),
      ];
      for (const answer of answers)
        expect([answer.status, answer.body]).toEqual([409, { refusal: 'recused' }]);
    }
    expect(
      await app.db.query('select 1 from score_sheet where edition_id = $1', [jury.edition.id]),
    ).toEqual([]);
  });
});

/** The clock is told for counting down, and tells nothing else. */
function withoutNow(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutNow);
  if (body === null || typeof body !== 'object') return body;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([key]) => key !== 'now')
      .map(([key, value]) => [key, withoutNow(value)]),
  );
}
