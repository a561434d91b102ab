import { fileTypeFromBuffer } from 'file-type';
import {
  type FileFault,
  type FileGroup,
  type FileKind,
  type FileWarning,
  groupOf,
} from '@award/award';
import { inspectImage } from './inspect-image';
import { inspectOffice } from './inspect-office';
import { inspectPdf } from './inspect-pdf';

/** What a file turned out to be, or why it is not let in. */
export type Finding =
  | { readonly fault: FileFault }
  | {
      readonly kind: FileKind;
      readonly pages: number | null;
      readonly width: number | null;
      readonly height: number | null;
      readonly warnings: readonly FileWarning[];
      /** The bytes to keep instead of those that came in, or null. */
      readonly made: Buffer | null;
    };

/** The beginning of the Office files of before 2007, and of today's with a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** Judges a whole file by its content alone: nobody's name for it and nobody's word about it count. */
export async function inspectFile(bytes: Buffer, accepts: readonly FileGroup[]): Promise<Finding> {
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) return { fault: 'old-office' };
  const found = await lookInto(bytes);
  if ('fault' in found || accepts.includes(groupOf(found.kind))) return found;
  return { fault: 'kind-not-accepted' };
}

async function lookInto(bytes: Buffer): Promise<Finding> {
  if (bytes.subarray(0, 4).equals(ZIP)) return inspectOffice(bytes);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return inspectPdf(bytes);
  const type = await fileTypeFromBuffer(bytes);
  switch (type?.mime) {
    case 'image/jpeg':
      return inspectImage(bytes, 'jpeg');
    case 'image/png':
      return inspectImage(bytes, 'png');
    case 'image/webp':
      return inspectImage(bytes, 'webp');
    default:
      return { fault: type === undefined ? 'kind-unknown' : 'kind-not-accepted' };
  }
}
