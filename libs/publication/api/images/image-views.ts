import type { PublicImage } from '@award/publication/contract';

/** A published picture as the public reads find it. */
export interface ImageRow {
  id: string;
  altText: string;
  photographer: string;
  caption: string;
  /** Narrowest first; the press's own comes last. */
  sizes: { name: string; width: number; height: number; weight: number }[];
}

/** The pictures of released entry `r` that stand, as a JSON array of rows. */
export const IMAGES_OF_ENTRY = `(
  select coalesce(json_agg(json_build_object('id', i.id, 'altText', i.alt_text, 'photographer', i.photographer, 'caption', i.caption,
      'sizes', (select coalesce(json_agg(json_build_object('name', s.name, 'width', s.width, 'height', s.height, 'weight', s.weight)
        order by s.name = 'press', s.width), '[]') from public_image_size s where s.image_id = i.id)) order by i.position, i.id), '[]')
  from public_image i where i.nomination_id = r.nomination_id and not i.gone)`;

const MIDDLE = '960';

/** The address of one size: an id made at the release, and the size. */
export function imagePath(id: string, name: string): string {
  return `/bilder/${id}/${name === 'press' ? 'presse.jpg' : `${name}.webp`}`;
}

/** Null when its sizes are gone: then there is nothing to show. */
export function imageView({
  id,
  altText,
  photographer,
  caption,
  sizes,
}: ImageRow): PublicImage | null {
  const middle = sizes.find(({ name }) => name === MIDDLE);
  if (!middle) return null;
  const { width, height } = middle;
  // A picture that is narrower than two of the sizes is listed once.
  const distinct = sizes.filter(
    (one, at) =>
      one.name !== 'press' && sizes.findIndex((other) => other.width === one.width) === at,
  );
  return {
    src: imagePath(id, MIDDLE),
    srcset: distinct.map((one) => `${imagePath(id, one.name)} ${one.width}w`).join(', '),
    width,
    height,
    altText,
    photographer,
    caption,
  };
}

export function imageViews(rows: readonly ImageRow[]): PublicImage[] {
  return rows.map(imageView).filter((one) => one !== null);
}
