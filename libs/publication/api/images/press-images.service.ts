import { Injectable } from '@nestjs/common';
import type { PressImage } from '@award/publication/contract';
import { PublicDatabase } from '../public-database';
import { IMAGES_OF_ENTRY } from './image-views';
import { pressImages, type PressImageRow } from './press-images';

/** The pictures of the standing finalists of an edition: winners first, class by class. */
const OF_EDITION = `
select x.image || jsonb_build_object('municipality', v.name) as image
from released_entry r
join public_edition_class c on c.edition_id = r.edition_id and c.code = r.class_code
join lateral (select o.name from municipality_version o where o.municipality_id = r.municipality_id
  order by (o.valid_from <= r.population_date) desc, o.valid_from desc limit 1) v on true
cross join lateral jsonb_array_elements(${IMAGES_OF_ENTRY}::jsonb) with ordinality x(image, place)
where r.edition_id = $1 and r.withdrawn_at is null
order by c.position, r.winner desc, r.position, v.name, x.place`;

const BYTES = `select bytes from public_image_size where image_id = $1 and name = 'press'`;

/** What the press may print, read as the public reads. */
@Injectable()
export class PressImages {
  constructor(private readonly db: PublicDatabase) {}

  async of(editionId: string): Promise<{ id: string; image: PressImage }[]> {
    const rows: { image: PressImageRow }[] = await this.db.query(OF_EDITION, [editionId]);
    return pressImages(rows.map(({ image }) => image));
  }

  /** Nothing when it was taken away a moment ago. */
  async bytesOf(id: string): Promise<Buffer> {
    const [row]: { bytes: Buffer }[] = await this.db.query(BYTES, [id]);
    return row?.bytes ?? Buffer.alloc(0);
  }
}
