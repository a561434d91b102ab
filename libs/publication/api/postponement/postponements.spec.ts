import { decide, type DecidedScene, judgedEdition } from '../../../../apps/api/testing/decided';
import { story } from '../../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../../apps/api/testing/test-app';
import { refusalOf } from '../../../../apps/api/testing/told';
import type { Visitor } from '../../../../apps/api/demo/visitor';
import type {
  EditionPageView,
  PostponementsView,
  ReleaseRoomView,
} from '@award/publication/contract';
import { PublicWatch } from '../public-watch.service';
import { Releases } from '../releases.service';

describe('an announcement that is postponed', () => {
  let app: TestApp;
  let scene: DecidedScene;
  let secretary: Visitor;
  let keyholder: Visitor;
  let soon: string;
  let later: string;

  beforeAll(async () => {
    app = await testApp();
    scene = await judgedEdition(app, 2027);
    await decide(app, scene);
    await story(app).holder('secretary', 'secretary');
    await story(app).holder('keyholder', 'release-keyholder');
    secretary = await app.visitor().signInAs('secretary');
    keyholder = await app.visitor().signInAs('keyholder');
    const [times] = await app.db
      .query(
        `update edition set finalists_at = award_now() + interval '1 hour', announcement_at = award_now() + interval '9 days'
       where id = $1 returning finalists_at as soon, finalists_at + interval '2 days' as later`,
        [scene.edition.id],
      )
      .then(([rows]: [{ soon: Date; later: Date }[]]) => rows);
    soon = times.soon.toISOString();
    later = times.later.toISOString();
    await app.db.query(
      `insert into follower (email, language, confirmed_at) values ('kari@avisa.example', 'nb', award_now()),
         ('nesten@avisa.example', 'nb', null)`,
    );
  });
  afterAll(() => app.close());

  const root = () => `/api/releases/${scene.edition.id}`;
  const finalists = async (as = secretary) => {
    const [item] = (await as.get<ReleaseRoomView>(root())).body.items;
    if (!item?.sealed) throw new Error('not sealed');
    return item.sealed;
  };
  const turn = async () => {
    const { id, sha256, releaseAt } = await finalists();
    for (const as of [secretary, keyholder])
      expect((await as.post(`/api/releases/records/${id}/arm`, { sha256, releaseAt })).status).toBe(
        204,
      );
  };
  const propose = (order: object = {}, as = secretary) =>
    as.post(`${root()}/postponements`, {
      field: 'finalistsAt',
      to: later,
      reason: 'Storm, og flyene står.',
      ...order,
    });
  const view = async (as = secretary) => {
    const { body } = await as.get<PostponementsView>(`${root()}/postponements`);
    const found = body.postponements.find(({ field }) => field === 'finalistsAt');
    if (!found) throw new Error('no finalists');
    return found;
  };
  const confirm = async (as: Visitor, to = later) =>
    as.post(`/api/releases/postponements/${(await view()).waiting?.id}/confirm`, { to });
  const mails = (
    template: string,
  ): Promise<{ recipient: string; words: Record<string, string> }[]> =>
    app.db.query(
      'select recipient, words from mail_outbox where edition_id = $1 and template = $2 order by recipient',
      [scene.edition.id, template],
    );
  const publicEdition = async (language = 'nb') => {
    await app.get(PublicWatch).catchUp();
    const { body } = await app
      .visitor()
      .get<EditionPageView>(`/api/public/editions/2027?language=${language}`);
    return body.edition;
  };
  const publicTime = async () => (await publicEdition()).finalistsAt;
  /** Whether anything has gone when the first time has come. */
  const goneAtFirst = async () => {
    await story(app).moveClock('61 minutes');
    await app.get(Releases).releaseDue();
    await story(app).moveClock('-61 minutes');
    return (await app.db.query('select 1 from release')).length > 0;
  };

  it('loses its time and its keys as soon as another is proposed, and stays sealed', async () => {
    const sealed = await secretary.post(`${root()}/seal`, { scope: 'all', releaseAt: soon });
    expect(sealed.status).toBe(200);
    await turn();
    expect(refusalOf(await propose({ reason: ' ' }))).toEqual([409, 'reason-required']);
    expect(refusalOf(await propose({ to: '2020-01-01T09:00:00Z' }))).toEqual([
      409,
      'timetable-order',
    ]);
    expect(refusalOf(await propose({}, keyholder))).toEqual([403, 'not-permitted']);
    const { sha256 } = await finalists();
    expect((await propose()).status).toBe(204);
    expect(await finalists()).toMatchObject({ sha256, releaseAt: null, keys: [] });
    expect(await goneAtFirst()).toBe(false);
    expect(refusalOf(await propose())).toEqual([409, 'already-asked']);
  });

  it('tells nobody, and shows no other time, before a second person has confirmed', async () => {
    expect(await publicTime()).toBe(soon);
    expect(await mails('publication.postponed')).toEqual([]);
    expect(refusalOf(await confirm(secretary))).toEqual([409, 'same-person-twice']);
    expect(refusalOf(await confirm(keyholder, soon))).toEqual([409, 'stale-save']);
    expect((await view(keyholder)).waiting).toMatchObject({ to: later, confirm: null });
  });

  /** People around the edition: who knows what is sealed, and who does not or no longer does. */
  const surroundings = async () => {
    const scenes = story(app);
    const { edition, small } = scene;
    const seat = (key: string, options: object = {}) => scenes.seat(edition, 'small', key, options);
    const leader = await seat('leder', { role: 'leader' });
    const recused = await seat('inhabil', { house: 'NHO' });
    await seat('avslo', { state: 'declined' });
    const [entry, , , withdrawn] = small;
    if (!entry || !withdrawn) throw new Error('no entries');
    await scenes.rule(leader, recused, entry, edition, 'recused');
    const other = await scenes.edition({ year: 2031, phase: 'planned' });
    await scenes.holder('annen-kaaring', 'release-keyholder', { editionId: other.id });
    await app.db.query(`update nomination set state = 'withdrawn' where id = $1`, [withdrawn.id]);
    for (const key of ['klarert', 'ikke-lenger-klarert', 'sluttet']) {
      const id = await scenes.holder(key, 'release-keyholder');
      await app.db.query('update role_grant set revoked_at = award_now() where person_id = $1', [
        id,
      ]);
      if (key === 'sluttet') continue;
      await app.db.query(
        `insert into clearance (edition_id, knows, name, part, person_id, cleared_by, ended_by, ended_at)
         values ($1, 'finalists', $2, 'technician', $3, $3, $4::uuid, case when $4::uuid is not null then award_now() end)`,
        [edition.id, key, id, key === 'klarert' ? null : id],
      );
    }
    await app.db.query(
      `insert into clearance (edition_id, knows, name, part, organisation, cleared_by)
       select $1, 'finalists', 'Kari Vik', 'journalist', 'Kommunal Rapport', id from person limit 1`,
      [edition.id],
    );
  };

  it('then has its new time everywhere beside the old one, and two keys are needed for it', async () => {
    await surroundings();
    expect((await publicEdition()).moved).toEqual({ finalistsAt: null, announcementAt: null });
    expect((await confirm(keyholder)).status).toBe(204);
    expect(await publicTime()).toBe(later);
    const moved = async (language: string) => (await publicEdition(language)).moved;
    expect(await moved('nb')).toEqual({
      finalistsAt: { from: soon, words: expect.stringMatching(/^Utsatt fra .+ kl\. \d\d\.\d\d$/) },
      announcementAt: null,
    });
    expect((await moved('en')).finalistsAt?.words).toMatch(/^Postponed from .+ at \d\d:\d\d$/);
    const page = await fetch(`${app.url}/api/public/press?language=nn`);
    expect(await page.text()).toContain('Utsett frå');
    expect(await (await fetch(`${app.url}/nyheter.atom`)).text()).toContain(
      'Utsatt: finalistene i kåringen 2027',
    );
    expect(await finalists()).toMatchObject({ releaseAt: later, keys: [] });
    expect(await goneAtFirst()).toBe(false);
    await turn();
    expect((await view()).moved).toMatchObject([
      { from: soon, to: later, by: ['secretary', 'keyholder'] },
    ]);
    const changes = await app.db.query(
      'select field, reason from timetable_change where edition_id = $1',
      [scene.edition.id],
    );
    expect(changes).toEqual([{ field: 'finalistsAt', reason: 'Storm, og flyene står.' }]);
  });

  it('everyone who knows, is judged or follows is told once, with no word of an outcome, and nobody else is', async () => {
    const told = await mails('publication.postponed');
    expect(told.map(({ recipient }) => recipient)).toEqual([
      'keyholder@people.example',
      'klarert@people.example',
      'leder@people.example',
      'post@elvestad.example',
      'post@fjordvik.example',
      'post@havna.example',
      'post@nesdal.example',
      'post@slettvik.example',
      'post@solvang.example',
      'post@storby.example',
      'secretary@people.example',
    ]);
    expect(new Set(told.flatMap(({ words }) => Object.keys(words)))).toEqual(
      new Set(['award', 'what', 'when']),
    );
    const { body } = await secretary.get<PostponementsView>(`${root()}/postponements`);
    expect(body.untold).toEqual([
      { name: 'Kari Vik', part: 'journalist', organisation: 'Kommunal Rapport' },
    ]);
    const others = await keyholder.get<PostponementsView>(`${root()}/postponements`);
    expect(others.body.untold).toEqual([]);
    const followed = await mails('publication.followed');
    expect(followed.map(({ recipient, words }) => [recipient, words.kind])).toEqual([
      ['kari@avisa.example', 'postponed'],
    ]);
  });

  it('a proposal can be withdrawn, and then the first time does not come back by itself', async () => {
    const [{ at }] = await app.db.query(`select $1::timestamptz + interval '1 day' as at`, [later]);
    expect((await propose({ to: at.toISOString() })).status).toBe(204);
    const { waiting } = await view();
    const giveUp = await secretary.post(`/api/releases/postponements/${waiting?.id}/give-up`);
    expect(giveUp.status).toBe(204);
    expect((await view()).waiting).toBeNull();
    expect((await finalists()).releaseAt).toBeNull();
    expect(refusalOf(await confirm(keyholder))).toEqual([404, 'not-found']);
    expect((await mails('publication.postponed')).length).toBe(11);
  });

  it('what tells of a class that is closed to one of the two waits for somebody else to set its time', async () => {
    const [{ at }] = await app.db.query(`select $1::timestamptz + interval '2 days' as at`, [
      later,
    ]);
    const to = at.toISOString();
    const { id } = await finalists();
    const timed = await secretary.post(`/api/releases/records/${id}/schedule`, {
      releaseAt: later,
    });
    expect(timed.status).toBe(204);
    expect((await propose({ to })).status).toBe(204);
    await app.db.query(
      `insert into office_declaration (person_id, nomination_id, edition_id, ground)
       select person_id, $1, $2, 'kin' from identity where issuer = 'demo' and subject = 'keyholder'`,
      [scene.small[0]?.id, scene.edition.id],
    );
    expect((await confirm(keyholder, to)).status).toBe(204);
    expect((await view()).at).toBe(to);
    expect((await finalists()).releaseAt).toBeNull();
  });
});
