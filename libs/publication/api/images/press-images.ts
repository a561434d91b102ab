import { servedName } from '@award/award';
import type { PressImage } from '@award/publication/contract';
import { imagePath, type ImageRow, imageView } from './image-views';

/** A published picture with the municipality that it belongs to. */
export interface PressImageRow extends ImageRow {
  municipality: string;
}

/** What stands under a picture in print: what it is, and who took it. */
export function pressCaption({
  caption,
  photographer,
}: Pick<PressImage, 'caption' | 'photographer'>) {
  return `${caption.replace(/[.\s]+$/, '')}. Foto: ${photographer}`;
}

/** The pictures of an edition as the press takes them away, each under a name of its own. */
export function pressImages(rows: readonly PressImageRow[]): { id: string; image: PressImage }[] {
  const taken = new Map<string, number>();
  return rows.flatMap((row) => {
    const shown = imageView(row);
    const size = row.sizes.find(({ name }) => name === 'press');
    if (!shown || !size) return [];
    const number = (taken.get(row.municipality) ?? 0) + 1;
    taken.set(row.municipality, number);
    return {
      id: row.id,
      image: {
        ...shown,
        municipality: row.municipality,
        download: {
          path: imagePath(row.id, 'press'),
          name: servedName(row.municipality, number, 'jpeg'),
          width: size.width,
          height: size.height,
          bytes: size.weight,
        },
      },
    };
  });
}
