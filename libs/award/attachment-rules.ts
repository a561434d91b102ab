/**
 * An entry's attachments. Documents are for the jury alone; pictures may be published where the
 * municipality says so. Whoever sends a picture answers for it: what it shows, who took it, that it
 * may be used, and that the people in it have agreed.
 */
import { type FileKind, type FileLimits, groupOf, isImage } from './file-rules';
import type { FormProblem } from './nomination-form';
import { characters } from './text-measure';

/** One attachment in its place. The first five are the file's own facts, as the server found them. */
export interface Attachment {
  readonly fileId: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** SHA-256 of what is stored, in hexadecimal. */
  readonly sha256: string;
  /** Of a PDF; otherwise null. */
  readonly pages: number | null;
  /** What it is, in the municipality's words. */
  readonly label: string;
  /** For pictures; otherwise empty and false. */
  readonly altText: string;
  readonly photographer: string;
  readonly rightToUse: boolean;
  /** The people shown have agreed, or nobody can be recognised. */
  readonly shownAgree: boolean;
  /** May be shown to the public if the entry is. */
  readonly mayPublish: boolean;
}

/** Limits of an attachment's words, in characters as `characters` counts them. */
export const ATTACHMENT_LIMITS = { label: 120, altText: 300, photographer: 120 } as const;

/** What has to be filled in before sending, in order. */
export function attachmentsMissing(attachments: readonly Attachment[]): readonly FormProblem[] {
  return attachments.flatMap((one, place) =>
    requiredOf(one)
      .filter(([, present]) => !present)
      .map(([field]) => ({ field: `attachments.${place}.${field}`, reason: 'missing' as const })),
  );
}

/** What is wrong: too many, twice the same, a kind that the edition does not take, too long words. */
export function attachmentProblems(
  attachments: readonly Attachment[],
  limits: FileLimits,
): readonly FormProblem[] {
  const ids = attachments.map(({ fileId }) => fileId);
  return [
    ...(attachments.length > limits.mostFiles
      ? [
          {
            field: 'attachments',
            reason: 'too-many' as const,
            limit: limits.mostFiles,
            actual: attachments.length,
          },
        ]
      : []),
    ...(new Set(ids).size < ids.length
      ? [{ field: 'attachments', reason: 'repeated' as const }]
      : []),
    ...attachments.flatMap((one, place) => [
      ...(limits.groups.includes(groupOf(one.kind))
        ? []
        : [{ field: `attachments.${place}.kind`, reason: 'unknown' as const }]),
      ...(['label', 'altText', 'photographer'] as const).flatMap((field): FormProblem[] => {
        const [limit, actual] = [ATTACHMENT_LIMITS[field], characters(one[field])];
        return actual > limit
          ? [{ field: `attachments.${place}.${field}`, reason: 'too-long', limit, actual }]
          : [];
      }),
    ]),
  ];
}

/** Whether whoever sent it has answered for it; a document needs no answer. */
export function rightsConfirmed(one: Attachment): boolean {
  return !isImage(one.kind) || (one.rightToUse && one.shownAgree);
}

/** The pictures that may be shown to the public with the entry, in their order. */
export function publishableImages(attachments: readonly Attachment[]): readonly Attachment[] {
  return attachments.filter(
    (one) => isImage(one.kind) && one.mayPublish && requiredOf(one).every(([, present]) => present),
  );
}

function requiredOf(one: Attachment): readonly (readonly [string, boolean])[] {
  const label = ['label', written(one.label)] as const;
  if (!isImage(one.kind)) return [label];
  return [
    label,
    ['altText', written(one.altText)],
    ['photographer', written(one.photographer)],
    ['rightToUse', one.rightToUse],
    ['shownAgree', one.shownAgree],
  ];
}

function written(text: string): boolean {
  return text.trim() !== '';
}
