import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { ATTACHMENT_LIMITS, IMAGE_REASON } from '@award/award';

/** A picture of a finalist as every public page shows it. */
export interface PublicImage {
  /** Path of the middle size, for browsers that read nothing else. */
  src: string;
  /** Paths and widths of all sizes. */
  srcset: string;
  /** Pixels of the middle size, so that the page keeps the room. */
  width: number;
  height: number;
  altText: string;
  photographer: string;
  caption: string;
}

/** A picture for the press: as large as there is one, at most 2 400 pixels a side. */
export interface PressImage extends PublicImage {
  municipality: string;
  download: { path: string; name: string; width: number; height: number; bytes: number };
}

/** Leaves pictures of an entry out of what will be published, or takes them in again. */
export class ChooseImages {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  fileIds: string[];

  @IsBoolean()
  leaveOut: boolean;
}

/** Takes a published picture away. */
export class WithdrawImage {
  @IsString()
  @MaxLength(IMAGE_REASON.most * 2)
  reason: string;
}

/** Puts another picture in its place. */
export class ReplaceImage extends WithdrawImage {
  @IsUUID()
  fileId: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(ATTACHMENT_LIMITS.label * 2)
  caption: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(ATTACHMENT_LIMITS.altText * 2)
  altText: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(ATTACHMENT_LIMITS.photographer * 2)
  photographer: string;

  @IsBoolean()
  rightToUse: boolean;

  @IsBoolean()
  shownAgree: boolean;
}

/** A picture that a finalist has sent in, before it is published. */
export interface OfferedImage {
  fileId: string;
  nominationId: string;
  classCode: string;
  municipality: string;
  altText: string;
  photographer: string;
  caption: string;
  /** What it lacks, by field; empty when it can be published. */
  missing: string[];
  leftOut: boolean;
}

/** A picture that has been published. */
export interface PublishedImageView {
  id: string;
  classCode: string;
  municipality: string;
  altText: string;
  photographer: string;
  caption: string;
  publishedAt: string;
  /** Path of a small size; null when it is taken away. */
  src: string | null;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  reason: string | null;
  replaced: boolean;
}

/** What the secretariat sees of an edition's pictures. */
export interface ImagesView {
  editionId: string;
  year: number;
  /** Before the finalists are published; then empty. */
  offered: OfferedImage[];
  /** Whether the offered ones are sealed and can no longer be chosen among. */
  sealed: boolean;
  published: PublishedImageView[];
}
