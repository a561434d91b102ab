import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { imagesOfEntry, mayChooseImages } from '@award/award';
import { demandReach, isDenied } from '@award/editions/api';
import type { ChooseImages, ImagesView, OfferedImage } from '@award/publication/contract';
import { imagePath } from './image-views';
import {
  EDITION,
  type EditionRow,
  OFFERED,
  type OfferedRow,
  PUBLISHED,
  type PublishedRow,
} from './images.queries';

const SMALL = '480';
const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1::text, 7))';

/** The pictures of an edition's finalists: which of them are published, and which are not. */
@Injectable()
export class Images {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditLog,
  ) {}

  /** Nothing of a class that is closed to the reader. */
  async view(principal: Principal, editionId: string): Promise<ImagesView> {
    demandReach(principal, editionId);
    const [edition]: EditionRow[] = await this.db.query(EDITION, [editionId]);
    if (!edition) throw new Refused('not-found');
    const open = ({ classCode }: { classCode: string }) =>
      !isDenied(principal, editionId, classCode) &&
      (principal.classCode === null || principal.classCode === classCode);
    const offered: OfferedRow[] = await this.db.query(OFFERED, [editionId]);
    const published: PublishedRow[] = await this.db.query(PUBLISHED, [editionId]);
    return {
      editionId,
      year: edition.year,
      sealed: edition.sealed,
      offered: offered.filter(open).flatMap(offeredImages),
      published: published.filter(open).map(({ publishedAt, withdrawnAt, ...row }) => ({
        ...row,
        publishedAt: publishedAt.toISOString(),
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
        src: withdrawnAt === null ? imagePath(row.id, SMALL) : null,
      })),
    };
  }

  /** Leaves pictures out, or takes them in again. Doing it twice is doing it once. */
  async choose(
    principal: Principal,
    editionId: string,
    { fileIds, leaveOut }: ChooseImages,
  ): Promise<ImagesView> {
    demandReach(principal, editionId);
    await this.db.transaction(async (tx) => {
      await tx.query(LOCK, [editionId]);
      const [edition]: EditionRow[] = await tx.query(EDITION, [editionId]);
      if (!edition) throw new Refused('not-found');
      demand(mayChooseImages(edition));
      const offered = await this.demandOffered(tx, principal, editionId, fileIds);
      for (const { fileId, nominationId } of offered)
        await tx.query(
          leaveOut
            ? `insert into left_out_image (nomination_id, file_id, edition_id, left_out_by) values ($1, $2, $3, $4)
               on conflict do nothing`
            : 'delete from left_out_image where nomination_id = $1 and file_id = $2 and edition_id = $3 and $4::uuid is not null',
          [nominationId, fileId, editionId, principal.personId],
        );
      await this.audit.write(tx, {
        principal,
        act: leaveOut ? 'image:leave-out' : 'image:take-in',
        subjectType: 'edition',
        subjectId: editionId,
        editionId,
        facts: { files: offered.map(({ fileId }) => fileId) },
      });
    });
    return this.view(principal, editionId);
  }

  private async demandOffered(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    fileIds: readonly string[],
  ): Promise<OfferedImage[]> {
    const rows: OfferedRow[] = await tx.query(OFFERED, [editionId]);
    const known = rows.flatMap(offeredImages);
    return fileIds.map((fileId) => {
      const image = known.find((one) => one.fileId === fileId);
      if (!image) throw new Refused('not-found');
      demandReach(principal, editionId, image.classCode);
      return image;
    });
  }
}

/** What has been published with the entry is not offered again. */
function offeredImages(row: OfferedRow): OfferedImage[] {
  const { nominationId, classCode, municipality, attachments, leftOut, published } = row;
  const { ready, unready } = imagesOfEntry(attachments, []);
  const missing = new Map(unready.map((one) => [one.image.fileId, [...one.missing]]));
  return attachments
    .filter(
      (one) => (ready.includes(one) || missing.has(one.fileId)) && !published.includes(one.fileId),
    )
    .map(({ fileId, altText, photographer, label }) => ({
      fileId,
      nominationId,
      classCode,
      municipality,
      altText,
      photographer,
      caption: label,
      missing: missing.get(fileId) ?? [],
      leftOut: leftOut.includes(fileId),
    }));
}
