import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { juryStory } from '../../../apps/api/testing/jury-story';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { Mail, type MailOrder } from './mail.service';

describe('the right to a mail', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  /** Queues the mail, lets `meanwhile` happen before the worker sees it, and answers what became of it. */
  const after = async (order: MailOrder, meanwhile: string, values: unknown[]) => {
    await app.get(DataSource).transaction(async (tx) => {
      await app.get(Mail).queue(tx, order);
      await tx.query(meanwhile, values);
    });
    await app.get(Mail).sweep();
    // The worker may have taken it before this sweep, and be at it still.
    for (let look = 0; ; look++) {
      const [row] = await app.db.query(
        `select sent_at is not null as sent, given_up_at is not null as "givenUp", words from mail_outbox
         where event_key = $1 and recipient = lower($2)`,
        [order.eventKey, order.recipient],
      );
      if (row.sent || row.givenUp || look === 200) return row;
      await new Promise((later) => setTimeout(later, 25));
    }
  };
  const NOTHING = 'select 1 where $1::text is not null';

  it('is asked of every kind of mail again before it goes', () => {
    expect(app.get(Mail).unasked).toEqual([]);
  });

  it('ends with the role: a recused leader hears nothing of grounds, and who has left the jury nothing at all', async () => {
    const jury = await juryStory(app);
    await app.db.query(`update seat set email = replace(email, ' ', '-')`);
    const mailTo = (seat: { key: string }, template: string): MailOrder => ({
      eventKey: `${template}:${randomUUID()}`,
      recipient: `${seat.key.toLowerCase().replace(' ', '-')}-small@jury.example`,
      template,
      language: 'nb',
      words: { className: 'Små kommuner' },
      editionId: jury.edition.id,
    });
    const gone = { sent: false, givenUp: true };
    const went = { sent: true, givenUp: false };
    const { leader, nils, nora, kjell, rauma } = jury;
    expect(await after(mailTo(leader, 'ground-declared'), NOTHING, ['x'])).toMatchObject(went);
    expect(await after(mailTo(nora, 'ground-declared'), NOTHING, ['x'])).toMatchObject(gone);
    await story(app).rule(leader, nils, rauma, jury.edition, 'recused');
    expect(await after(mailTo(nils, 'ground-declared'), NOTHING, ['x'])).toMatchObject(gone);
    expect(await after(mailTo(nils, 'ruling-made'), NOTHING, ['x'])).toMatchObject(went);
    const leaves = `update seat set state = 'left' where id = $1`;
    expect(await after(mailTo(kjell, 'ruling-made'), leaves, [kjell.id])).toMatchObject(gone);
  });

  it('ends when an invitation, a role or a municipality’s right is taken back before the mail has gone', async () => {
    const scene = story(app);
    const edition = await scene.edition({ year: 2031 });
    const municipalityId = await scene.municipality('Vik', 900);
    await scene.holder('mari', 'municipality-submitter', { editionId: edition.id, municipalityId });
    const nomination = await scene.nomination(edition, municipalityId, { state: 'submitted' });
    const order = (template: string, recipient: string): MailOrder => ({
      eventKey: `${template}:${nomination.id}:1`,
      recipient,
      template,
      language: 'nb',
      words: { municipality: 'Vik', due: 'i morgen' },
      editionId: edition.id,
    });
    const revoke = `update role_grant set revoked_at = clock_timestamp() where municipality_id = $1`;
    const held = order('nomination-held', 'mari@people.example');
    const contact = order('nomination-held', 'kari@kommune.example');
    expect(await after(contact, NOTHING, ['x'])).toMatchObject({ sent: true });
    expect(await after(held, revoke, [municipalityId])).toMatchObject({
      sent: false,
      givenUp: true,
    });
    const uninvited = { ...order('reminder-before-deadline', 'mari@people.example') };
    expect(await after(uninvited, NOTHING, ['x'])).toMatchObject({ sent: false, givenUp: true });
    const secretary = order('nomination-withdrawn', 'sol@people.example');
    await scene.holder('sol', 'secretary');
    expect(
      await after(
        secretary,
        `update role_grant set revoked_at = clock_timestamp() where role = $1`,
        ['secretary'],
      ),
    ).toMatchObject({ sent: false, givenUp: true });
  });

  it('ends with the code that is in it, and the code is wiped when the mail is done with', async () => {
    const id = randomUUID();
    const expired = randomUUID();
    await app.db.query(
      `insert into sign_in_code (id, email, code_hash, expires_at) values
         ($1, 'kari@ks.example', 'x', clock_timestamp() + interval '10 minutes'),
         ($2, 'kari@ks.example', 'x', clock_timestamp() - interval '1 second')`,
      [id, expired],
    );
    const order = (code: string): MailOrder => ({
      eventKey: `sign-in-code:${code}`,
      recipient: 'kari@ks.example',
      template: 'sign-in-code',
      language: 'nb',
      words: { code: '123456' },
      editionId: null,
    });
    expect(await after(order(id), NOTHING, ['x'])).toEqual({
      sent: true,
      givenUp: false,
      words: {},
    });
    expect(await after(order(expired), NOTHING, ['x'])).toEqual({
      sent: false,
      givenUp: true,
      words: {},
    });
  });
});
