import type { OpenEntryView } from '@award/scoring/contract';
import type { CheckedEntryView } from '@award/eligibility/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { type JuryScene, juryStory } from '../../../apps/api/testing/jury-story';
import { pdf, sha256 } from '../../../apps/api/testing/sample-files';
import { type SceneNomination, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

describe('the files that the jury and the secretariat open', () => {
  let app: TestApp;
  let jury: JuryScene;
  let secretary: Visitor;

  beforeAll(async () => {
    app = await testApp();
    jury = await juryStory(app);
    await story(app).holder('Sekretær', 'secretary', { editionId: jury.edition.id });
    secretary = await app.visitor().signInAs('Sekretær');
  });
  afterAll(() => app.close());

  /** A file that the sent version of the entry lists, in a state. */
  async function attach(entry: SceneNomination, bytes: Buffer, state = 'ready'): Promise<string> {
    const [{ id }] = await app.db.query(
      `insert into file (state, accepts, expected_bytes, expected_sha256, received, kind, bytes, sha256, pages)
       values ($1, '{pdf}', $2, $3, $2, 'pdf', $2, $3, 1) returning id`,
      [state, bytes.length, sha256(bytes)],
    );
    await app.db.query(
      'insert into file_chunk (file_id, seq, start_at, bytes) values ($1, 1, 0, $2)',
      [id, bytes],
    );
    await app.db.query('insert into nomination_file (file_id, nomination_id) values ($1, $2)', [
      id,
      entry.id,
    ]);
    await app.db.query(
      `update nomination_version set content = jsonb_set(content, '{attachments}', content -> 'attachments' || $2::jsonb) where id = $1`,
      [
        entry.versionId,
        JSON.stringify([
          {
            fileId: id,
            kind: 'pdf',
            bytes: bytes.length,
            sha256: sha256(bytes),
            pages: 1,
            label: 'Plan',
            altText: '',
            photographer: '',
            rightToUse: false,
            shownAgree: false,
            mayPublish: false,
          },
        ]),
      ],
    );
    return id;
  }

  const read = (who: Visitor, entry: SceneNomination, fileId: string) =>
    who.getBytes(`/api/scoring/entries/${entry.id}/files/${fileId}`);
  const checked = (who: Visitor, entry: SceneNomination, fileId: string) =>
    who.getBytes(`/api/eligibility/entries/${entry.id}/files/${fileId}`);

  it('are those of the version that was sent', async () => {
    const bytes = pdf({ pages: 2 });
    const fileId = await attach(jury.rauma, bytes);
    const [{ id: draftOnly }] = await app.db.query(
      `insert into file (accepts, expected_bytes, expected_sha256) values ('{pdf}', 10, $1) returning id`,
      [sha256(bytes)],
    );
    await app.db.query('insert into nomination_file (file_id, nomination_id) values ($1, $2)', [
      draftOnly,
      jury.rauma.id,
    ]);
    const member = await app.visitor().signInAs(jury.nora.key);
    const open = await member.get<OpenEntryView>(`/api/scoring/entries/${jury.rauma.id}`);
    expect(open.body.readyFiles).toEqual([fileId]);
    const seen = await secretary.get<CheckedEntryView>(`/api/eligibility/entries/${jury.rauma.id}`);
    expect(seen.body.readyFiles).toEqual([fileId]);
    expect(seen.body.checklist['attachments-readable']).toBe('met');
    for (const answer of [
      await read(member, jury.rauma, fileId),
      await checked(secretary, jury.rauma, fileId),
    ]) {
      expect([answer.status, answer.bytes.equals(bytes)]).toEqual([200, true]);
      expect(answer.headers.get('content-disposition')).toBe(
        'attachment; filename="rauma-vedlegg-1.pdf"',
      );
    }
    expect((await read(member, jury.rauma, draftOnly)).status).toBe(404);
    expect((await checked(secretary, jury.rauma, draftOnly)).status).toBe(404);
  });

  it('are not another entry’s, and not for those who have nothing to do with it', async () => {
    const fileId = await attach(jury.fyresdal, pdf());
    const member = await app.visitor().signInAs(jury.nora.key);
    const stranger = await app.visitor().signInAs(jury.stranger.key);
    expect((await read(member, jury.rauma, fileId)).status).toBe(404);
    expect((await checked(secretary, jury.rauma, fileId)).status).toBe(404);
    expect((await read(stranger, jury.fyresdal, fileId)).status).toBe(404);
    expect((await checked(member, jury.fyresdal, fileId)).status).toBe(403);
    expect((await read(secretary, jury.fyresdal, fileId)).status).toBe(403);
    expect((await read(app.visitor(), jury.fyresdal, fileId)).status).toBe(401);
  });

  it('are closed to a recused member from that moment on, as if they were not there', async () => {
    const fileId = await attach(jury.kvitsoy, pdf());
    const member = await app.visitor().signInAs(jury.kjell.key);
    expect((await read(member, jury.kvitsoy, fileId)).status).toBe(200);
    await story(app).rule(jury.leader, jury.kjell, jury.kvitsoy, jury.edition, 'recused');
    const hidden = await read(member, jury.kvitsoy, fileId);
    const absent = await read(member, jury.kvitsoy, '00000000-0000-4000-8000-000000000000');
    expect([hidden.status, hidden.bytes.toString()]).toEqual([404, '{"refusal":"not-found"}']);
    expect(absent.bytes).toEqual(hidden.bytes);
  });

  it('are not opened before the scanner has said so, and the checklist tells', async () => {
    const fileId = await attach(jury.rauma, pdf({ pages: 9 }), 'scanning');
    const member = await app.visitor().signInAs(jury.leader.key);
    expect((await read(member, jury.rauma, fileId)).status).toBe(409);
    const seen = await secretary.get<CheckedEntryView>(`/api/eligibility/entries/${jury.rauma.id}`);
    expect(seen.body.readyFiles).not.toContain(fileId);
    expect(seen.body.checklist['attachments-readable']).toBe('not-met');
  });
});
