import { randomUUID } from 'node:crypto';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import { readersOfReceipt } from './nomination-recipients';
import { type LockedNomination } from './nomination-rows';

describe('who reads of an entry', () => {
  let app: TestApp;
  let sender: string;
  let row: LockedNomination;
  beforeAll(async () => {
    app = await testApp();
    const scene = story(app);
    const edition = await scene.edition();
    const municipalityId = await scene.municipality('Vik', 900);
    const scope = { editionId: edition.id, municipalityId };
    sender = await scene.holder('mari', 'municipality-submitter', scope);
    await scene.holder('ola', 'municipality-viewer', scope);
    const { id } = await scene.nomination(edition, municipalityId);
    row = {
      id,
      editionId: edition.id,
      municipalityId,
      content: { contactEmail: '' },
    } as LockedNomination;
  });
  afterAll(() => app.close());
  beforeEach(() => app.db.query('delete from mail_outbox'));

  const readers = (contactEmail: string) =>
    readersOfReceipt(app.db, { ...row, content: { ...row.content, contactEmail } }, sender);
  const mailed = (recipient: string, about = row.id, ago = '1 minute') =>
    app.db.query(
      `insert into mail_outbox (event_key, recipient, template, language, words, edition_id, created_at)
       values ($1, $2, 'nomination-receipt', 'nb', '{}', $3, clock_timestamp() - $4::interval)`,
      [`nomination-receipt:${about}:${randomUUID()}`, recipient, row.editionId, ago],
    );

  it('are the contact that was typed in and the sender', async () => {
    expect(await readers('Stranger@else.example')).toEqual([
      'stranger@else.example',
      'mari@people.example',
    ]);
  });

  it.each([
    ['a fourth time in a day about one entry', 3, () => row.id],
    ['a thirty-first time about many', 30, () => randomUUID()],
  ])('are not a stranger %s', async (_case, times, about) => {
    for (let sent = 0; sent < times - 1; sent++) await mailed('stranger@else.example', about());
    expect(await readers('stranger@else.example')).toContain('stranger@else.example');
    await mailed('stranger@else.example', about());
    expect(await readers('stranger@else.example')).toEqual(['mari@people.example']);
    await app.db.query(`update mail_outbox set created_at = created_at - interval '1 day'`);
    expect(await readers('stranger@else.example')).toContain('stranger@else.example');
  });

  it('are not a sixth stranger of one entry, one after the other', async () => {
    for (const name of 'abcde') await mailed(`${name}@else.example`, row.id, '3 days');
    expect(await readers('f@else.example')).toEqual(['mari@people.example']);
  });

  it('are always the contact who has a right to the entry', async () => {
    for (let sent = 0; sent < 9; sent++) await mailed('ola@people.example');
    for (const name of 'abcdefg') await mailed(`${name}@else.example`);
    expect(await readers('ola@people.example')).toContain('ola@people.example');
  });
});
