import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { DataSource, type EntityManager } from 'typeorm';
import { IMAGE_BYTES, IMAGE_WIDTHS, PRESS_WIDTH } from '@award/award';
import { FileSending } from './file-sending.service';

/** Tried in turn until the picture weighs no more than it may; the last is taken as it comes. */
const QUALITIES = [78, 66, 54, 42] as const;
const PRESS_QUALITY = 86;
const MOST_SECONDS = 20;

interface Size {
  name: string;
  kind: 'webp' | 'jpeg';
  width: number;
  height: number;
  bytes: Buffer;
}

/**
 * Pictures in the sizes that pages and the press ask for, made once and ahead of need: what is shown
 * to the public never costs more than sending bytes. Asks nobody's right.
 */
@Injectable()
export class ImageSizes {
  constructor(
    private readonly db: DataSource,
    private readonly sending: FileSending,
  ) {}

  /** Makes what is missing, one picture at a time. Refused with `file-not-ready` for a file that cannot be read. */
  async make(fileIds: readonly string[]): Promise<void> {
    for (const id of fileIds) {
      if (await this.made(id)) continue;
      const parts: Buffer[] = [];
      for await (const part of await this.sending.bytesOf(id)) parts.push(part);
      const sizes = await sizesOf(Buffer.concat(parts));
      for (const { name, kind, width, height, bytes } of sizes)
        await this.db.query(
          `insert into image_size (file_id, name, kind, width, height, sha256, bytes)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
          [id, name, kind, width, height, sha256Of(bytes), bytes],
        );
    }
  }

  /** Nobody may see them any more. The original is left to whoever it belongs to. */
  async forget(tx: EntityManager, fileId: string): Promise<void> {
    await tx.query('delete from image_size where file_id = $1', [fileId]);
  }

  private async made(id: string): Promise<boolean> {
    const [{ made }] = await this.db.query(
      'select count(*)::int as made from image_size where file_id = $1',
      [id],
    );
    return made === IMAGE_WIDTHS.length + 1;
  }
}

async function sizesOf(original: Buffer): Promise<Size[]> {
  const sizes: Size[] = [];
  for (const width of IMAGE_WIDTHS) {
    let size: Size | null = null;
    for (const quality of QUALITIES) {
      const made = await resized(original, width)
        .webp({ quality })
        .toBuffer({ resolveWithObject: true });
      const { info, data } = made;
      size = {
        name: `${width}`,
        kind: 'webp',
        width: info.width,
        height: info.height,
        bytes: data,
      };
      if (data.length <= IMAGE_BYTES[width]) break;
    }
    if (size) sizes.push(size);
  }
  const { info, data } = await resized(original, PRESS_WIDTH)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: PRESS_QUALITY })
    .toBuffer({ resolveWithObject: true });
  sizes.push({ name: 'press', kind: 'jpeg', width: info.width, height: info.height, bytes: data });
  return sizes;
}

/** Not made larger than it is; upright pictures are held within a square of the width. */
function resized(original: Buffer, side: number) {
  return sharp(original, { failOn: 'error' })
    .timeout({ seconds: MOST_SECONDS })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
