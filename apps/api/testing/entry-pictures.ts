import { createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { Attachment } from '@award/award';
import { completeContent } from './story';
import { sha256 } from './sample-files';
import type { TestApp } from './test-app';

/** Noise in a colour: no two are alike, and none is smaller than a photograph would be. */
export async function photograph(width = 2000, height = 1300): Promise<Buffer> {
  const spots = randomBytes(30 * 20 * 3);
  return sharp(spots, { raw: { width: 30, height: 20, channels: 3 } })
    .resize(width, height, { kernel: 'cubic' })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** Pictures in an entry that has been sent, as if they had come with it; the words are for all of them. */
export async function withPictures(
  app: TestApp,
  entry: { id: string; name: string },
  pictures: readonly Partial<Attachment>[] = [{}],
): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  for (const words of pictures) {
    const bytes = await photograph();
    const [{ id: fileId }] = await app.db.query(
      `insert into file (state, accepts, expected_bytes, expected_sha256, received, pieces, kind, bytes, sha256, width, height)
       values ('ready', '{image}', $1, $2, $1, 1, 'jpeg', $1, $2, 2000, 1300) returning id`,
      [bytes.length, sha256(bytes)],
    );
    for (let seq = 0; seq * 524_288 < bytes.length; seq += 1)
      await app.db.query(
        'insert into file_chunk (file_id, seq, start_at, bytes) values ($1, $2, $3, $4)',
        [fileId, seq + 1, seq * 524_288, bytes.subarray(seq * 524_288, (seq + 1) * 524_288)],
      );
    await app.db.query('insert into nomination_file (file_id, nomination_id) values ($1, $2)', [
      fileId,
      entry.id,
    ]);
    attachments.push({
      fileId,
      kind: 'jpeg',
      bytes: bytes.length,
      sha256: sha256(bytes),
      pages: null,
      label: `Kaien i ${entry.name}`,
      altText: 'To personer ved kaien',
      photographer: 'Kari Nordli',
      rightToUse: true,
      shownAgree: true,
      mayPublish: true,
      ...words,
    });
  }
  const content = JSON.stringify({ ...completeContent(`Tiltaket i ${entry.name}`), attachments });
  const [version] = await app.db.query(
    `insert into nomination_version (nomination_id, number, kind, content, sha256)
     select $1, max(number) + 1, 'submitted', $2, $3 from nomination_version where nomination_id = $1 returning id`,
    [entry.id, content, createHash('sha256').update(content).digest('hex')],
  );
  await app.db.query(
    'update nomination set content = $2, submitted_version_id = $3 where id = $1',
    [entry.id, content, version.id],
  );
  return attachments;
}
