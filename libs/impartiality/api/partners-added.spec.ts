import { standing as standingByRule } from '@award/award';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { completeContent } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Standings } from './standings.service';

describe('somebody whom the entry names after a member has declared', () => {
  let app: TestApp;
  let jury: JuryScene;

  beforeAll(async () => {
    app = await testApp();
    jury = await juryStory(app, { stage: 'waiting' });
  });
  afterAll(() => app.close());

  const standingOf = async (entry = jury.rauma) =>
    (await app.get(Standings).ofSeat(app.db, jury.nora.id)).get(entry.id);

  /** A partner that endorsed so long ago, under a name. */
  async function endorsed(name: string, ago: string, more: { answer?: string } = {}) {
    const [partner] = await app.db.query(
      `insert into partner (nomination_id, edition_id, name, organisation_number, email, language, origin, expires_at)
       values ($1, $2, $3, '974760673', $4, 'nb', 'municipality', award_now() + interval '1 day') returning id`,
      [jury.rauma.id, jury.edition.id, name, `${name}@x.example`],
    );
    await app.db.query(
      `insert into endorsement (partner_id, nomination_id, edition_id, answer, signer_name, text_hash, endorsed_at)
       values ($1, $2, $3, $4, 'Marit', 'x', award_now() - $5::interval)`,
      [partner.id, jury.rauma.id, jury.edition.id, more.answer ?? 'endorsed', ago],
    );
    return partner.id as string;
  }
  const named = (partners: object[]) =>
    app.db.query('update nomination_version set content = $2 where id = $1', [
      jury.rauma.versionId,
      JSON.stringify({ ...completeContent(), partners }),
    ]);

  beforeEach(async () => {
    await app.db.query('delete from endorsement');
    await app.db.query('delete from partner');
    await app.db.query(`update declaration set declared_at = award_now() - interval '1 hour'`);
    await named([]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['nobody', async () => undefined, 'clear'],
    ['a business that endorsed before', () => endorsed('Tidlig', '2 hours'), 'clear'],
    ['a business that has endorsed since', () => endorsed('Ny', '1 minute'), 'undeclared'],
    [
      'a business that has declined since',
      () => endorsed('Nei', '1 minute', { answer: 'declined' }),
      'clear',
    ],
    [
      'a business that stood in the form by name',
      async () => {
        await named([{ name: ' kjent as ', organisationNumber: '' }]);
        await endorsed('Kjent AS', '1 minute');
      },
      'clear',
    ],
    [
      'a business that stood in the form by number',
      async () => {
        await named([{ name: 'Et annet navn', organisationNumber: '974 760 673' }]);
        await endorsed('Kjent AS', '1 minute');
      },
      'clear',
    ],
    [
      'a business that has been taken back',
      async () => {
        const id = await endorsed('Trukket', '1 minute');
        await app.db.query('update partner set revoked_at = award_now() where id = $1', [id]);
      },
      'clear',
    ],
  ])('%s', async (_, scene, expected) => {
    await scene();
    expect(await standingOf()).toBe(expected);
    expect(await standingOf(jury.fyresdal)).toBe('clear');
  });

  it('reopens that entry only, closes the class until it is answered, and follows the rule', async () => {
    await endorsed('Ny', '1 minute');
    const nora = await app.visitor().signInAs(jury.nora.key);
    const list = await nora.get<{
      closedBecause: string | null;
      undeclared: number;
      entries: { nominationId: string; standing: string }[];
    }>('/api/impartiality');
    expect(list.body).toMatchObject({ closedBecause: 'undeclared', undeclared: 1 });
    const [declared] = await app.db.query(
      'select declared_at as at from declaration where seat_id = $1 and nomination_id = $2',
      [jury.nora.id, jury.rauma.id],
    );
    const [fact] = await app.db.query('select endorsed_at as at from endorsement');
    const byRule = standingByRule({
      seat: jury.nora.id,
      entriesOfClass: [{ entry: jury.rauma.id, factsChangedAt: fact.at }],
      declarations: [{ seat: jury.nora.id, entry: jury.rauma.id, ground: null, at: declared.at }],
      rulings: [],
      scope: 'class',
    });
    expect(byRule.entries[jury.rauma.id]).toBe('undeclared');
    const answer = await nora.post('/api/impartiality', {
      declarations: [{ nominationId: jury.rauma.id, ground: null }],
    });
    expect([answer.status, answer.body]).toMatchObject([200, { closedBecause: null }]);
  });

  it('is also a partner or neighbour who came with a version sent anew', async () => {
    await app.db.query(
      `with sent as (insert into nomination_version (nomination_id, number, kind, content, sha256)
         values ($1, 2, 'submitted', $2, 'x') returning id)
       update nomination set submitted_version_id = sent.id from sent where nomination.id = $1`,
      [jury.rauma.id, JSON.stringify({ ...completeContent(), partners: [{ name: 'Kom siden' }] })],
    );
    expect(await standingOf()).toBe('undeclared');
  });
});
