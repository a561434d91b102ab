import { createHash } from 'node:crypto';
import { ImageSizes } from '@award/files/api';
import type { DecidedScene } from './decided';
import { withPictures } from './entry-pictures';
import { completeContent, story } from './story';
import type { TestApp } from './test-app';

type Entry = DecidedScene['large'][number] | undefined;

/** A file is kept byte for byte, whatever it holds. */
export const RECEIVED = Buffer.from('%PDF-1.7 as received \u0000\u0001');

/** What is hard to write in XML, and a file as it was received. */
export async function entryWithAttachment(app: TestApp, scene: DecidedScene): Promise<void> {
  const [file_] = await app.db.query(
    `insert into file (state, accepts, expected_bytes, expected_sha256, received, kind, bytes, sha256, pages)
     values ('ready', '{pdf}', $1, $2, $1, 'pdf', $1, $2, 1) returning id`,
    [RECEIVED.length, createHash('sha256').update(RECEIVED).digest('hex')],
  );
  await app.db.query(
    'insert into file_chunk (file_id, seq, start_at, bytes) values ($1, 0, 0, $2)',
    [file_.id, RECEIVED],
  );
  const attachment = {
    fileId: file_.id,
    kind: 'pdf',
    bytes: RECEIVED.length,
    sha256: createHash('sha256').update(RECEIVED).digest('hex'),
    pages: 1,
    label: 'Plan & <kart> "2027"',
    altText: '',
    photographer: '',
    rightToUse: false,
    shownAgree: false,
    mayPublish: false,
  };
  const municipality = await story(app).municipality('Bø & <Sør> čđŋ', 8000);
  const { id } = await story(app).nomination(scene.edition, municipality, {
    state: 'assessed',
    content: { ...completeContent('Tiltak & <merke>'), attachments: [attachment] },
  });
  await app.db.query('insert into nomination_file (file_id, nomination_id) values ($1, $2)', [
    file_.id,
    id,
  ]);
}

/** The municipality lets others read its text. */
export async function share(app: TestApp, entry: Entry, withContact: boolean): Promise<void> {
  await app.db.query(
    `insert into learning_consent (nomination_id, edition_id, given, with_contact) select id, edition_id, true, $2 from nomination where id = $1`,
    [entry?.id, withContact],
  );
}

/** A picture that was published and taken away. */
export async function takeAway(app: TestApp, entry: Entry): Promise<void> {
  await pictureOf(app, entry);
  await app.db.query(
    `update published_image set withdrawn_at = award_now(), withdrawn_by = $2, reason = 'Ikke vårt bilde' where nomination_id = $1`,
    [entry?.id, (await app.db.query('select id from person limit 1'))[0].id],
  );
}

/** A picture that is published with its finalist. */
export async function pictureOf(app: TestApp, entry: Entry): Promise<void> {
  if (!entry) throw new Error('no scene');
  const [image] = await withPictures(app, entry);
  if (!image) throw new Error('no picture');
  await app.get(ImageSizes).make([image.fileId]);
  await app.db.query(
    `insert into published_image (edition_id, class_code, nomination_id, file_id, position, alt_text, photographer, caption)
     select edition_id, class_code, id, $2, 1, $3, $4, $5 from nomination where id = $1`,
    [entry.id, image.fileId, image.altText, image.photographer, image.label],
  );
}
