import { RETENTION, type RetentionKind, retentionOf } from '@award/award';
import { juryStory, type JuryScene } from '../../../apps/api/testing/jury-story';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { PeriodView } from '@award/privacy/contract';
import { done } from '../../../apps/api/demo/as-people';
import { Retention } from './retention.service';
import { KEPT_TOO_LONG } from './retention.statements';

const DAY = 24 * 60 * 60 * 1000;
const DEADLINE = new Date('2027-01-20T11:00:00.000Z');
const ANNOUNCED = new Date('2027-03-02T17:30:00.000Z');
const SENT = new Date('2026-10-15T06:00:00.000Z');
/** Long before anything is due by the other clock. */
const EARLY = new Date('2026-01-01T00:00:00.000Z');

/** What is left of each kind, as rows that still hold something about somebody. */
const LEFT: Partial<Record<RetentionKind, string>> = {
  'unsent-entries': `select 1 from nomination n where n.received_at is null and (n.content ->> 'contactEmail' <> '' or n.content ->> 'text' <> ''
    or exists (select from nomination_version v where v.nomination_id = n.id))`,
  'mail-words': `select 1 from mail_outbox where words <> '{}' union all select 1 from caught_mail`,
  'mail-addresses': `select 1 from mail_outbox where recipient not like '%@erased.invalid' union all select 1 from delivery_report`,
  tips: `select 1 from tip where sender_name || sender_email || why <> ''`,
  partners: `select 1 from partner p left join endorsement s on s.partner_id = p.id where p.email not like '%@erased.invalid' or s.signer_name <> ''`,
  approvals: `select 1 from approval where name || email <> ''`,
  'stage-people': `select 1 from stage_party where people <> '[]' union all select 1 from clearance where name <> ''
    union all select 1 from stage_class_plan where presenters <> '' union all select 1 from edition where press_contacts <> '[]'`,
  contacts: `select 1 from nomination_version v where v.content ->> 'contactEmail' <> '' and v.nomination_id <> $1
    union all select 1 from nomination n where n.content ->> 'contactName' <> '' and n.id <> $1`,
  assessments: `select 1 from score_sheet where line || assessment <> '' union all select 1 from sheet_version union all select 1 from remark
    union all select 1 from justification_remark`,
  invitations: `select 1 from invitation`,
  accounts: `select 1 from person p join role_grant g on g.person_id = p.id where g.edition_id is not null and (p.name <> '' or exists (select from identity i where i.person_id = p.id))`,
};

describe('personal data goes when its time has passed', () => {
  let app: TestApp;
  let retention: Retention;
  let jury: JuryScene;
  let archived: Date;

  const at = (award: Date, real = EARLY) => ({ award, real });
  const dueAt = async (kind: RetentionKind, clocks: { award: Date; real: Date }) =>
    (await retention.preview(clocks)).find((line) => line.kind === kind)?.due;
  const left = async (kind: RetentionKind) => {
    const sql = LEFT[kind] ?? '';
    return (await app.db.query(sql, sql.includes('$1') ? [jury.rauma.id] : [])).length;
  };
  const from = (kind: RetentionKind) =>
    ({ deadline: DEADLINE, announcement: ANNOUNCED, sent: SENT })[
      retentionOf(kind).from as 'deadline' | 'announcement' | 'sent'
    ] ?? archived;

  beforeAll(async () => {
    app = await testApp();
    retention = app.get(Retention);
    jury = await juryStory(app);
    const scene = story(app);
    const { edition, rauma, fyresdal, nils } = jury;
    const query = (sql: string, values: unknown[] = []) => app.db.query(sql, values);
    await scene.nomination(edition, await scene.municipality('Utkast', 900), { state: 'lapsed' });
    const sheet = await scene.sheet(nils, rauma, edition, 4);
    await query(`update score_sheet set line = 'Godt', assessment = 'Tydelig' where id = $1`, [
      sheet,
    ]);
    await query(`insert into sheet_version (sheet_id, number, content) values ($1, 1, '{}')`, [
      sheet,
    ]);
    await query(
      `insert into remark (seat_id, nomination_id, edition_id, class_code, text) values ($1, $2, $3, 'small', 'Jeg er uenig')`,
      [nils.id, rauma.id, edition.id],
    );
    await query(
      `insert into tip (edition_id, municipality_id, nomination_id, why, sender_name, sender_email, relation, language, expires_at, confirmed_at)
       values ($1, $2, $3, 'Rask hjelp', 'Gunn Moe', 'gunn@bedrift.example', 'business', 'nb', award_now(), award_now())`,
      [edition.id, rauma.municipalityId, rauma.id],
    );
    for (const email of ['en@bedrift.example', 'to@bedrift.example'])
      await query(
        `with p as (insert into partner (nomination_id, edition_id, name, email, language, origin, expires_at)
           values ($1, $2, 'Bygg AS', $3, 'nb', 'municipality', award_now()) returning id)
         insert into endorsement (partner_id, nomination_id, edition_id, answer, signer_name, text_hash, endorsed_at)
         select id, $1, $2, 'endorsed', 'Jon Eide', 'hash', award_now() from p`,
        [rauma.id, edition.id, email],
      );
    await query(
      `insert into approval (nomination_id, edition_id, approver, name, email, expires_at) values ($1, $2, 'mayor', 'Ordføreren', 'ordforer@rauma.example', award_now())`,
      [rauma.id, edition.id],
    );
    await query(
      `insert into stage_party (nomination_id, edition_id, class_code, people) values ($1, $2, 'small', '[{"name": "Ordføreren"}]')`,
      [rauma.id, edition.id],
    );
    await query(
      `insert into stage_class_plan (edition_id, class_code, presenters) values ($1, 'small', 'Liv Foss')`,
      [edition.id],
    );
    await query(
      `update edition set press_contacts = '[{"name": "Liv Foss", "role": "", "phone": "+4722132100", "email": ""}]' where id = $1`,
      [edition.id],
    );
    await query(
      `with j as (insert into justification (nomination_id, edition_id, class_code, written_form) values ($1, $2, 'small', 'nb') returning id)
       insert into justification_remark (justification_id, edition_id, class_code, kind, body, written_by)
       select id, $2, 'small', 'comment', 'Skriv det kortere', $3 from j`,
      [rauma.id, edition.id, nils.personId],
    );
    await query(
      `insert into clearance (edition_id, knows, name, part, cleared_by) values ($1, 'finalists', 'Liv Foss', 'presenter', $2)`,
      [edition.id, nils.personId],
    );
    await query(
      `insert into invitation (edition_id, municipality_id, email) values ($1, $2, 'post@fyresdal.example')`,
      [edition.id, fyresdal.municipalityId],
    );
    // The contact of an entry in the learning bank stays there as long as the municipality consents.
    await query(
      `insert into learning_consent (nomination_id, edition_id, given, with_contact) values ($1, $2, true, true)`,
      [rauma.id, edition.id],
    );
    await query(
      `with m as (insert into mail_outbox (event_key, recipient, template, language, words, sent_at)
         values ('k', 'gunn@bedrift.example', 'tip-confirm', 'nb', '{"name": "Gunn"}', $1) returning id)
       insert into delivery_report (mail_id, report_id, action, status, words, reporter) select id, 'r', 'failed', '5.1.1', 'no such user', 'mx.example' from m`,
      [SENT],
    );
    await query(
      `insert into caught_mail (received_at, message_id, sender, recipient, subject, body) values ($1, 'm', 's', 'gunn@bedrift.example', 'Hei', 'Hei')`,
      [SENT],
    );
    await query(
      `update edition set phase = 'archived', opens_at = $2, deadline = $3, announcement_at = $4 where id = $1`,
      [edition.id, new Date('2026-10-15T06:00:00Z'), DEADLINE, ANNOUNCED],
    );
    await query(`update installation set clock_offset = $1::timestamptz - clock_timestamp()`, [
      '2027-04-15T10:00:00Z',
    ]);
    [{ at: archived }] = await query(
      `insert into audit (act, subject_type, edition_id) values ('edition:archive', 'edition', $1) returning date_trunc('milliseconds', at) as at`,
      [edition.id],
    );
    // A log keeps microseconds, and a clock of milliseconds comes to the instant just after.
    archived = new Date(archived.getTime() + 1);
  });
  afterAll(() => app.close());

  const inOrder = (Object.keys(LEFT) as RetentionKind[]).map((kind) => [kind] as const);

  it('tells beforehand and takes nothing', async () => {
    const late = {
      award: new Date('2031-01-01T00:00:00Z'),
      real: new Date('2031-01-01T00:00:00Z'),
    };
    const lines = await retention.preview(late);
    expect(lines.map(({ kind }) => kind)).toEqual(RETENTION.map(({ kind }) => kind));
    for (const [kind] of inOrder) {
      expect({ kind, due: lines.find((line) => line.kind === kind)?.due }).not.toEqual({
        kind,
        due: 0,
      });
      expect(await left(kind)).toBeGreaterThan(0);
    }
    expect(await app.db.query(`select from audit where act = 'retention:erase'`)).toEqual([]);
  });

  const together = Map.groupBy(
    inOrder,
    ([kind]) => `${retentionOf(kind).days} days from ${retentionOf(kind).from}`,
  );
  const groups = [...together].map(([when, kinds]) => [when, kinds.map(([kind]) => kind)] as const);

  it.each(groups)(
    '%s: a second before it stays, at the instant it goes: %s',
    async (_when, kinds) => {
      const [first = 'contacts'] = kinds;
      const end = from(first).getTime() + retentionOf(first).days * DAY;
      const bySent = retentionOf(first).from === 'sent';
      const clocks = (ms: number) =>
        bySent ? at(EARLY, new Date(end + ms)) : at(new Date(end + ms));
      const slack = from(first) === archived ? 1 : 0;
      const before = new Map<RetentionKind, number>();
      for (const kind of kinds) {
        expect({ kind, due: await dueAt(kind, clocks(-1000 - slack)) }).toEqual({ kind, due: 0 });
        expect({ kind, due: await dueAt(kind, clocks(0)) }).not.toEqual({ kind, due: 0 });
        before.set(kind, await left(kind));
      }
      await retention.run(clocks(-1000 - slack));
      for (const kind of kinds)
        expect({ kind, left: await left(kind) }).toEqual({ kind, left: before.get(kind) });
      await retention.run(clocks(0));
      for (const kind of kinds) {
        expect({ kind, left: await left(kind) }).toEqual({ kind, left: 0 });
        expect({ kind, due: await dueAt(kind, clocks(1000)) }).toEqual({ kind, due: 0 });
      }
    },
  );

  it('goes by the time that the secretariat has set, which the public page tells', async () => {
    await story(app).holder('Sekretær', 'secretary');
    const secretary = await app.visitor().signInAs('Sekretær');
    await story(app).holder('Nøkkel', 'release-keyholder');
    const member = await app.visitor().signInAs('Nøkkel');
    const path = '/api/privacy/periods';
    const period = async (kind: string) =>
      (await done(secretary.get<PeriodView[]>(path))).find((one) => one.kind === kind);
    const told = async () => {
      const query = 'path=%2Fpersonvern&language=nb';
      const { body } = await app
        .visitor()
        .get<{ page: { periods: object[] } }>(`/api/public/view?${query}`);
      return body.page.periods;
    };
    expect(await period('tips')).toEqual({
      ...retentionOf('tips'),
      usual: 30,
      least: 0,
      most: 1825,
      number: 0,
      changed: null,
    });
    expect(await period('sign-in')).toMatchObject({ least: null, most: null });
    expect(await told()).toEqual([]);

    const order = { days: 60, reason: ' Klagefristen er lengre. ', number: 0 };
    const refusals: [string, object, number, string][] = [
      ['tips', { ...order, days: 1826 }, 400, 'bad-input'],
      ['tips', { ...order, days: 30 }, 400, 'bad-input'],
      ['tips', { ...order, reason: ' ' }, 409, 'reason-required'],
      ['tips', { ...order, number: 1 }, 409, 'stale-save'],
      ['sign-in', order, 409, 'rule-frozen'],
      ['unknown', order, 400, 'bad-input'],
    ];
    for (const [kind, given, status, refusal] of refusals)
      expect({ given, ...(await secretary.put(`${path}/${kind}`, given)) }).toMatchObject({
        given,
        status,
        body: { refusal },
      });
    expect((await member.put(`${path}/tips`, order)).status).toBe(403);
    const [one, other] = await Promise.all([
      secretary.put<PeriodView>(`${path}/tips`, order),
      secretary.put<PeriodView>(`${path}/tips`, { ...order, days: 61 }),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const days = one.status === 200 ? 60 : 61;
    expect(await period('tips')).toMatchObject({
      days,
      usual: 30,
      number: 1,
      changed: { by: 'Sekretær', reason: 'Klagefristen er lengre.' },
    });
    expect(await told()).toEqual([{ kind: 'tips', days }]);
    const lines = await retention.preview();
    expect(lines.find(({ kind }) => kind === 'tips')).toMatchObject({ days });
    const [logged] = await app.db.query(`select facts from audit where act = 'retention:change'`);
    expect(logged.facts).toEqual({ kind: 'tips', days, before: 30, number: 1 });
    await expect(app.db.query('update retention_change set days = 1')).rejects.toThrow('new row');
  });

  it('is not yet too long for those who watch while the job has not come by a shorter time', async () => {
    const [person] = await app.db.query(`select id from person limit 1`);
    const late = async () =>
      (await app.db.query(KEPT_TOO_LONG)).filter(({ what }: { what: string }) =>
        what.startsWith('mail-words'),
      ).length;
    await app.db.query(
      `insert into mail_outbox (event_key, recipient, template, language, words, sent_at)
       values ('watched', 'w@post.example', 'tip-confirm', 'nb', '{"a": "b"}', clock_timestamp() - interval '40 days')`,
    );
    expect(await late()).toBe(0);
    const set = (number: number, at: string) =>
      app.db.query(
        `insert into retention_change (kind, number, days, days_before, reason, changed_by, changed_at)
         values ('mail-words', $1, $2, $3, 'Kortere', $4, award_now() - $5::interval)`,
        [number, 29 + number, 91 - number, person.id, at],
      );
    await set(1, '1 day');
    expect(await late()).toBe(0);
    await set(2, '3 days');
    expect(await late()).toBe(1);
    await app.db.query(`delete from mail_outbox where event_key = 'watched'`);
  });

  it('keeps the award’s history, and the log whole', async () => {
    const [kept] = await app.db.query(
      `select (select count(*)::int from nomination where edition_id = $1) as entries,
         (select count(*)::int from nomination where content ->> 'title' <> '') as titles,
         (select count(*)::int from seat where name <> '') as jurors, (select overall from score_sheet limit 1) as score,
         (select content ->> 'contactName' from nomination where id = $2) as "sharedContact"`,
      [jury.edition.id, jury.rauma.id],
    );
    expect(kept).toEqual({
      entries: 5,
      titles: 4,
      jurors: 7,
      score: 4,
      sharedContact: 'Kari Nordli',
    });
    expect(await app.db.query('select fault from audit_verify() where fault is not null')).toEqual(
      [],
    );
    const logged: { kind: string }[] = await app.db.query(
      `select distinct facts ->> 'kind' as kind from audit where act = 'retention:erase'`,
    );
    expect(logged.map(({ kind }) => kind).sort()).toEqual(Object.keys(LEFT).sort());
  });
});
