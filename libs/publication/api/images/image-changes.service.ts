import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { demand, type Principal, RateLimit, Refused } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import {
  type FileLimits,
  FILE_CEILING,
  imageWordsMissing,
  isImage,
  mayWithdrawImage,
} from '@award/award';
import { demandReach } from '@award/editions/api';
import { Files, ImageSizes } from '@award/files/api';
import type { BeginFile, FileView } from '@award/files/contract';
import type { ImagesView, ReplaceImage } from '@award/publication/contract';
import { Images } from './images.service';
import { FILES_SENT_FOR, IMAGE, type ImageRow, REPLACE, WITHDRAW } from './images.queries';

/** A picture of as much as an edition may take in, and a few tries. */
const LIMITS: FileLimits = { mostBytes: FILE_CEILING.bytes, mostFiles: 5, groups: ['image'] };
const MOST_AN_HOUR = 60;

/**
 * A published picture was wrong, or the permission to show it has been taken back. It goes at once:
 * the page and the ZIP no longer have it when the act has been answered, and its address says that it
 * is gone. The entry keeps what its municipality sent; that is for the jury and the archive.
 */
@Injectable()
export class ImageChanges {
  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
    private readonly sizes: ImageSizes,
    private readonly images: Images,
    private readonly limit: RateLimit,
    private readonly audit: AuditLog,
  ) {}

  async withdraw(principal: Principal, id: string, reason: string): Promise<ImagesView> {
    const { editionId } = await this.demandImage(this.db, principal, id);
    await this.db.transaction(async (tx) => {
      const image = await this.locked(tx, principal, id, reason);
      await this.takeAway(tx, principal, image, reason, null);
      await this.log(tx, principal, 'image:withdraw', image, {});
    });
    return this.images.view(principal, editionId);
  }

  /** The new picture's sizes are made first: the old one stands until the new one can take its place. */
  async replace(principal: Principal, id: string, body: ReplaceImage): Promise<ImagesView> {
    const { editionId } = await this.demandImage(this.db, principal, id);
    const missing = imageWordsMissing(body);
    if (missing.length > 0)
      throw new Refused('bad-input', {
        fields: missing.map((path) => ({ path, reason: 'missing' })),
      });
    await this.demandPicture(id, body.fileId);
    await this.sizes.make([body.fileId]);
    await this.db.transaction(async (tx) => {
      const image = await this.locked(tx, principal, id, body.reason);
      const [made]: { id: string }[] = await tx.query(REPLACE, [
        image.editionId,
        image.classCode,
        image.nominationId,
        body.fileId,
        image.position,
        body.altText.trim(),
        body.photographer.trim(),
        body.caption.trim(),
      ]);
      await this.takeAway(tx, principal, image, body.reason, made?.id ?? null);
      await this.letGoOfOthers(tx, id, body.fileId);
      await this.log(tx, principal, 'image:replace', image, { by: made?.id });
    });
    return this.images.view(principal, editionId);
  }

  async begin(principal: Principal, id: string, body: BeginFile): Promise<FileView> {
    await this.demandImage(this.db, principal, id);
    await this.limit.hit(`upload:${principal.personId}`, MOST_AN_HOUR, 60);
    return this.db.transaction(async (tx) => {
      const image = await this.locked(tx, principal, id, null);
      const { isNew, ...file } = await this.files.begin(tx, {
        bytes: body.bytes,
        sha256: body.sha256,
        personId: principal.personId,
        limits: LIMITS,
        already: await sentFor(tx, id),
      });
      if (isNew)
        await tx.query(
          'insert into replacement_file (file_id, image_id, edition_id) values ($1, $2, $3)',
          [file.id, id, image.editionId],
        );
      return file;
    });
  }

  async one(principal: Principal, id: string, fileId: string): Promise<FileView> {
    await this.demandFile(principal, id, fileId);
    return this.files.view(fileId);
  }

  async append(
    principal: Principal,
    id: string,
    fileId: string,
    offset: number,
    source: AsyncIterable<Buffer>,
  ): Promise<FileView> {
    await this.demandFile(principal, id, fileId);
    return this.files.append(fileId, offset, source);
  }

  async complete(principal: Principal, id: string, fileId: string): Promise<FileView> {
    await this.demandFile(principal, id, fileId);
    return this.files.complete(fileId);
  }

  private async takeAway(
    tx: EntityManager,
    principal: Principal,
    { id, fileId }: ImageRow,
    reason: string,
    replacedBy: string | null,
  ): Promise<void> {
    const [taken] = await tx.query(WITHDRAW, [id, principal.personId, reason.trim(), replacedBy]);
    if (taken.length !== 1) throw new Refused('image-withdrawn');
    if (fileId !== null) await this.sizes.forget(tx, fileId);
  }

  private async letGoOfOthers(tx: EntityManager, id: string, kept: string): Promise<void> {
    const others = (await sentFor(tx, id)).filter((one) => one !== kept);
    await this.files.release(tx, others);
  }

  /** The row itself is locked: two who replace the same picture at once are told apart. */
  private async locked(
    tx: EntityManager,
    principal: Principal,
    id: string,
    reason: string | null,
  ): Promise<ImageRow> {
    await tx.query('select id from published_image where id = $1 for update', [id]);
    const image = await this.demandImage(tx, principal, id);
    const withdrawn = image.withdrawnAt !== null;
    if (reason !== null) demand(mayWithdrawImage({ withdrawn }, reason));
    else if (withdrawn) throw new Refused('image-withdrawn');
    return image;
  }

  private async demandImage(
    db: Pick<EntityManager, 'query'>,
    principal: Principal,
    id: string,
  ): Promise<ImageRow> {
    const [image]: ImageRow[] = await db.query(IMAGE, [id]);
    if (!image) throw new Refused('not-found');
    demandReach(principal, image.editionId, image.classCode);
    return image;
  }

  private async demandFile(principal: Principal, id: string, fileId: string): Promise<void> {
    await this.demandImage(this.db, principal, id);
    if (!(await sentFor(this.db, id)).includes(fileId)) throw new Refused('not-found');
  }

  private async demandPicture(id: string, fileId: string): Promise<void> {
    if (!(await sentFor(this.db, id)).includes(fileId)) throw new Refused('not-found');
    const { state, kind } = await this.files.view(fileId);
    if (state !== 'ready' || kind === null || !isImage(kind))
      throw new Refused('file-not-ready', { state });
  }

  /** The reason stands with the picture: the log holds ids only. */
  private async log(
    tx: EntityManager,
    principal: Principal,
    act: string,
    { id, editionId, nominationId }: ImageRow,
    facts: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.write(tx, {
      principal,
      act,
      subjectType: 'published-image',
      subjectId: id,
      editionId,
      facts: { nomination: nominationId, ...facts },
    });
  }
}

async function sentFor(db: Pick<EntityManager, 'query'>, id: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query(FILES_SENT_FOR, [id]);
  return rows.map((row) => row.id);
}
