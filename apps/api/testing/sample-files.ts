import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A whole PDF of so many pages. `catalog` is put into its root, `objects` beside it, `info` into what it says of itself. */
export function pdf(
  options: {
    pages?: number;
    catalog?: string;
    objects?: string[];
    info?: string;
    trailer?: string;
  } = {},
): Buffer {
  const { pages = 1, catalog = '', objects = [], info = '', trailer = '' } = options;
  const kids = Array.from({ length: pages }, (_, at) => at + 4);
  const all = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Count ${pages}/Kids[${kids.map((id) => `${id} 0 R`).join(' ')}]>>`,
    `<<${info}>>`,
    ...kids.map(() => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'),
    ...objects,
  ];
  const starts: number[] = [];
  let text = '%PDF-1.7\n%åäöü\n';
  for (const [at, object] of all.entries()) {
    starts.push(Buffer.byteLength(text, 'latin1'));
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = Buffer.byteLength(text, 'latin1');
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<</Size ${all.length + 1}/Root 1 0 R/Info 3 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** An object of a PDF that lies packed in a stream, as newer writers do it. */
export function packedObject(content: string): string {
  const packed = deflateSync(Buffer.from(`9 0 ${content}`, 'latin1')).toString('latin1');
  return `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A document as Word writes it; `parts` are put beside its own or in their place. */
export function docx(parts: Record<string, string | Uint8Array> = {}): Buffer {
  const own: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    'word/document.xml': '<w:document/>',
    ...parts,
  };
  return zip(own);
}

export function odt(parts: Record<string, string | Uint8Array> = {}): Buffer {
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': '<manifest/>',
    'content.xml': '<office/>',
    ...parts,
  });
}

export function zip(parts: Record<string, string | Uint8Array>): Buffer {
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name,
          // Packing nothing costs as much as packing something.
          [typeof part === 'string' ? strToU8(part) : part, { level: part.length === 0 ? 0 : 6 }],
        ]),
      ),
    ),
  );
}

/** A picture with a place, a camera and a name in it, as a telephone takes them. */
export async function picture(
  format: 'jpeg' | 'png' | 'webp' = 'jpeg',
  size: { width: number; height: number } = { width: 640, height: 480 },
): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background: '#2a6f6b' } })
    .toFormat(format)
    .withExif({
      IFD0: { Artist: 'Kari Kanarifugl', Make: 'Telefonen' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '62/1 33/1 0/1', GPSLongitudeRef: 'E' },
    })
    .toBuffer();
}
