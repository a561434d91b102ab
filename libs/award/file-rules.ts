/**
 * Which files an entry may carry, and why one is refused. What a file is follows from its content,
 * never from its name: the same list holds the words of the page and the checks of the server.
 * Pictures are made anew, so that nothing rides along in them; documents are kept byte for byte.
 */
import { no, type Verdict, yes } from './verdict';

export const FILE_KINDS = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'jpeg',
  'png',
  'webp',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What an edition lets in, by group. */
export const FILE_GROUPS = ['pdf', 'office', 'image'] as const;
export type FileGroup = (typeof FILE_GROUPS)[number];

const GROUP_OF: Readonly<Record<FileKind, FileGroup>> = {
  pdf: 'pdf',
  docx: 'office',
  xlsx: 'office',
  pptx: 'office',
  odt: 'office',
  ods: 'office',
  odp: 'office',
  jpeg: 'image',
  png: 'image',
  webp: 'image',
};

export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

const ENDINGS: Readonly<Partial<Record<FileKind, string>>> = { jpeg: 'jpg' };

/** The limits of an edition: bytes of one file, how many files in an entry, and of which groups. */
export interface FileLimits {
  readonly mostBytes: number;
  readonly mostFiles: number;
  readonly groups: readonly FileGroup[];
}

/** No edition lets in more than this, in bytes and files. */
export const FILE_CEILING = { bytes: 50_000_000, files: 30 } as const;

export const DEFAULT_FILE_LIMITS: FileLimits = {
  mostBytes: FILE_CEILING.bytes,
  mostFiles: 10,
  groups: FILE_GROUPS,
};

/** How a limit in bytes is said and set: whole megabytes. */
export const MEGABYTE = 1_000_000;

/** All files that an entry's municipality has stored, also those it has taken out again, in bytes. */
export function storedAtMost({ mostBytes, mostFiles }: FileLimits): number {
  return mostBytes * mostFiles * 2;
}

/** The widest side of a stored picture in pixels; the press asks for 2 000. */
export const MOST_PIXELS_A_SIDE = 3200;

/** Why a file was refused after its content had been read. */
export const FILE_FAULTS = [
  'not-as-sent',
  'kind-unknown',
  'kind-not-accepted',
  'encrypted',
  'active-content',
  'macros',
  'old-office',
  'several-kinds',
  'too-much-inside',
  'too-many-pixels',
  'damaged',
  'virus',
  'not-scannable',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** What a sender should know about a file that was taken in: it names people. */
export const FILE_WARNINGS = ['names-author'] as const;
export type FileWarning = (typeof FILE_WARNINGS)[number];

export const FILE_STATES = ['uploading', 'checking', 'scanning', 'ready', 'refused'] as const;
export type FileState = (typeof FILE_STATES)[number];

export function groupOf(kind: FileKind): FileGroup {
  return GROUP_OF[kind];
}

export function isImage(kind: FileKind): boolean {
  return GROUP_OF[kind] === 'image';
}

/** Whether a file of so many bytes may be sent beside `already` others (bytes of all that is stored). */
export function maySendFile(
  file: { readonly bytes: number },
  already: { readonly bytes: number },
  limits: FileLimits,
): Verdict {
  if (file.bytes > Math.min(limits.mostBytes, FILE_CEILING.bytes)) return no('too-large');
  return already.bytes + file.bytes <= storedAtMost(limits) ? yes : no('too-many-files');
}

/**
 * The name under which a file is served: what it belongs to, its number and its kind, in letters
 * that every system can hold. Never the sender's own name of it.
 */
export function servedName(subject: string, number: number, kind: FileKind): string {
  const plain = subject
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll('ŋ', 'n')
    .replaceAll('ŧ', 't')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const what = isImage(kind) ? 'bilde' : 'vedlegg';
  return `${plain || 'fil'}-${what}-${number}.${ENDINGS[kind] ?? kind}`;
}
