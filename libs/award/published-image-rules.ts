/**
 * Pictures that are published with a finalist: those that the municipality lets go, with words for who
 * cannot see them and the name of who took them. A picture that lacks any of it holds the sealing
 * until it is left out. What is published can be taken away or replaced at once, with a reason.
 */
import { type Attachment, attachmentsMissing, publishableImages } from './attachment-rules';
import { isImage } from './file-rules';
import { characters } from './text-measure';
import { allOf, needs, type Verdict } from './verdict';

/** Widths of the pictures on a page, in pixels. A narrower picture is not made wider. */
export const IMAGE_WIDTHS = [480, 960, 1600] as const;

/** What a picture of each width may weigh in bytes; a heavier one is made again, coarser. */
export const IMAGE_BYTES: Readonly<Record<(typeof IMAGE_WIDTHS)[number], number>> = {
  480: 30_000,
  960: 80_000,
  1600: 200_000,
};

/** The widest side of the picture that the press takes away, in pixels. */
export const PRESS_WIDTH = 2400;

/** Why a picture was taken away: characters as `characters` counts them. */
export const IMAGE_REASON = { least: 5, most: 500 } as const;

/** What an entry's attachments come to. */
export interface ImagesOfEntry {
  /** In the order of the entry. */
  readonly ready: readonly Attachment[];
  /** What is missing of the others that the municipality lets go, by field. */
  readonly unready: readonly { readonly image: Attachment; readonly missing: readonly string[] }[];
}

/** `leftOut` are the file ids that the secretariat has left out. */
export function imagesOfEntry(
  attachments: readonly Attachment[],
  leftOut: readonly string[],
): ImagesOfEntry {
  const offered = attachments.filter(
    ({ kind, mayPublish, fileId }) => isImage(kind) && mayPublish && !leftOut.includes(fileId),
  );
  const ready = publishableImages(offered);
  return {
    ready,
    unready: offered
      .filter((image) => !ready.includes(image))
      .map((image) => ({
        image,
        missing: attachmentsMissing([image]).map(({ field }) => field.split('.').at(-1) ?? field),
      })),
  };
}

/** Whether pictures can be left out or taken in: until what they belong to is sealed. */
export function mayChooseImages(standing: { readonly sealed: boolean }): Verdict {
  return needs(!standing.sealed, 'already-sealed');
}

/** Whether a published picture may be taken away or replaced now, for this reason. */
export function mayWithdrawImage(image: { readonly withdrawn: boolean }, reason: string): Verdict {
  const length = characters(reason.trim());
  return allOf(
    needs(!image.withdrawn, 'image-withdrawn'),
    needs(length >= IMAGE_REASON.least && length <= IMAGE_REASON.most, 'reason-required'),
  );
}

/** What stands with a picture that replaces another: all of it is needed. */
export interface ImageWords {
  readonly altText: string;
  readonly photographer: string;
  readonly caption: string;
  readonly rightToUse: boolean;
  readonly shownAgree: boolean;
}

/** What is missing of the words, by field, in order. */
export function imageWordsMissing(words: ImageWords): readonly (keyof ImageWords)[] {
  return (['caption', 'altText', 'photographer', 'rightToUse', 'shownAgree'] as const).filter(
    (field) => {
      const value = words[field];
      return typeof value === 'string' ? value.trim() === '' : !value;
    },
  );
}
