import type { EntityManager } from 'typeorm';
import type { SealedEntry } from '../sealed-payload';

/**
 * Gives the pictures of what is released their addresses, in the release's own transaction: before it
 * there is no address to guess. A picture that is published already keeps the one it has.
 */
export async function publishImages(
  tx: EntityManager,
  editionId: string,
  entries: readonly SealedEntry[],
): Promise<void> {
  const images = entries.flatMap(({ nomination, class: classCode, images: own }) =>
    own.map((image, at) => ({ nomination, classCode, position: at + 1, ...image })),
  );
  if (images.length === 0) return;
  await tx.query(
    `insert into published_image (edition_id, class_code, nomination_id, file_id, position, alt_text, photographer, caption)
     select $1, i ->> 'classCode', (i ->> 'nomination')::uuid, (i ->> 'file')::uuid, (i ->> 'position')::int,
       i ->> 'altText', i ->> 'photographer', i ->> 'caption'
     from jsonb_array_elements($2::jsonb) i
     where not exists (select from published_image p
       where p.nomination_id = (i ->> 'nomination')::uuid and p.file_id = (i ->> 'file')::uuid)`,
    [editionId, JSON.stringify(images)],
  );
}
