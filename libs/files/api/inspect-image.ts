import sharp from 'sharp';
import { MOST_PIXELS_A_SIDE } from '@award/award';
import type { Finding } from './inspect-file';

/** A picture of more pixels than this is a mistake or an attack: 100 megapixels. */
const MOST_PIXELS = 100_000_000;
const MOST_SECONDS = 20;

/**
 * The picture made anew from its pixels: turned the right way, at most so wide, without place,
 * camera, thumbnail or whatever else came along.
 */
export async function inspectImage(bytes: Buffer, kind: 'jpeg' | 'png' | 'webp'): Promise<Finding> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: MOST_SECONDS })
      .rotate()
      .resize({
        width: MOST_PIXELS_A_SIDE,
        height: MOST_PIXELS_A_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
      });
    const made = {
      jpeg: () => picture.jpeg({ quality: 88 }),
      png: () => picture.png(),
      webp: () => picture.webp({ quality: 88 }),
    };
    const { data, info } = await made[kind]().toBuffer({ resolveWithObject: true });
    return { kind, pages: null, width: info.width, height: info.height, warnings: [], made: data };
  } catch (error) {
    return { fault: /pixel limit/i.test(String(error)) ? 'too-many-pixels' : 'damaged' };
  }
}
