import { strFromU8, unzipSync } from 'fflate';
import { type FileFault, type FileKind, MEDIA_TYPES } from '@award/award';
import type { Finding } from './inspect-file';

/** Far above what any report holds, and far below what fills a machine. */
const MOST_ENTRIES = 5000;
const MOST_UNPACKED = 512 * 1024 * 1024;
const MOST_TIMES_PACKED = 200;
/** Below this a high ratio is only an empty sheet. */
const SMALL = 8 * 1024 * 1024;
/** What is read of the document itself: its parts list and who made it. */
const MOST_READ = 2 * 1024 * 1024;

type OfficeKind = Extract<FileKind, 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp'>;

const MACROS = /vbaproject|vbadata|macrosheets?\/|(?:^|\/)basic\/|(?:^|\/)scripts\//i;
const ACTIVE =
  /activex|oleobject|\.(?:exe|dll|scr|com|bat|cmd|ps1|js|jse|vbs|wsf|hta|lnk|jar|msi|html?|svg|swf|docm|xlsm|pptm|dotm|xltm|potm|ppam|xlam)$/i;
const READ =
  /^(?:\[Content_Types\]\.xml|docProps\/core\.xml|mimetype|meta\.xml|META-INF\/manifest\.xml)$/;
const UNSAFE_NAME = /^\/|\\|(?:^|\/)\.\.(?:\/|$)|\0/;

const MAIN_PARTS: Readonly<Record<'docx' | 'xlsx' | 'pptx', string>> = {
  docx: `${MEDIA_TYPES.docx}.main+xml`,
  xlsx: `${MEDIA_TYPES.xlsx}.main+xml`,
  pptx: `${MEDIA_TYPES.pptx}.main+xml`,
};

interface Listed {
  name: string;
  packed: number;
  unpacked: number;
}

/** A document of Office or OpenDocument, by the list of what is in it. Kept byte for byte. */
export function inspectOffice(bytes: Buffer): Finding {
  const listed: Listed[] = [];
  let read: Record<string, Uint8Array>;
  try {
    read = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        listed.push({ name, packed: size, unpacked: originalSize });
        return READ.test(name) && originalSize <= MOST_READ && listed.length <= MOST_ENTRIES;
      },
    });
  } catch {
    return { fault: 'damaged' };
  }
  const fault = faultOfList(listed) ?? (endsAsZip(bytes) ? null : 'several-kinds');
  if (fault) return { fault };
  const text = (name: string) => strFromU8(read[name] ?? new Uint8Array());
  const kind = kindOf(text);
  if (kind === null) return { fault: 'kind-unknown' };
  if (kind === 'macros') return { fault: 'macros' };
  if (/encryption-data/.test(text('META-INF/manifest.xml'))) return { fault: 'encrypted' };
  const author = /<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator)>\s*[^<\s]/.test(
    text('docProps/core.xml') + text('meta.xml'),
  );
  return {
    kind,
    pages: null,
    width: null,
    height: null,
    warnings: author ? ['names-author'] : [],
    made: null,
  };
}

function faultOfList(listed: readonly Listed[]): FileFault | null {
  const unpacked = listed.reduce((sum, one) => sum + one.unpacked, 0);
  if (listed.length > MOST_ENTRIES || unpacked > MOST_UNPACKED) return 'too-much-inside';
  if (listed.some((one) => one.unpacked > SMALL && one.unpacked > one.packed * MOST_TIMES_PACKED)) {
    return 'too-much-inside';
  }
  if (listed.some(({ name }) => UNSAFE_NAME.test(name))) return 'damaged';
  if (listed.some(({ name }) => MACROS.test(name))) return 'macros';
  return listed.some(({ name }) => ACTIVE.test(name)) ? 'active-content' : null;
}

/** Nothing rides behind the archive: its own end, with its comment, is the end of the file. */
function endsAsZip(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  return (
    end >= 0 && end + 22 <= bytes.length && end + 22 + bytes.readUInt16LE(end + 20) === bytes.length
  );
}

function kindOf(text: (name: string) => string): OfficeKind | 'macros' | null {
  const parts = text('[Content_Types].xml');
  if (/macroEnabled|vnd\.ms-office\.vba/i.test(parts)) return 'macros';
  for (const kind of ['docx', 'xlsx', 'pptx'] as const) {
    if (parts.includes(MAIN_PARTS[kind])) return kind;
  }
  const named = text('mimetype').trim();
  return (['odt', 'ods', 'odp'] as const).find((kind) => MEDIA_TYPES[kind] === named) ?? null;
}
