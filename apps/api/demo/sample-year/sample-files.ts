import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Attachment, NominationForm } from '@award/award';
import type { FileView } from '@award/files/contract';
import type { SampleMunicipality } from '../../seed/sample-municipalities';
import { done } from '../as-people';
import type { Visitor } from '../visitor';

/** The entries that carry a document and a picture: some of each class and of each language, finalists among them. */
const WITH_FILES = ['9001', '9002', '9021', '9005', '9008', '9014', '9027', '9028', '9032'];

/** What the entry's people attach, sent through the same addresses as by everybody else. */
export async function attachmentsOf(
  visitor: Visitor,
  entryId: string,
  municipality: SampleMunicipality,
  { sections, files }: NominationForm,
): Promise<Attachment[]> {
  const asked = sections.find(({ code }) => code === 'attachments');
  if (!asked?.asked || !(asked.required || WITH_FILES.includes(municipality.number))) return [];
  const ways = [
    { group: 'pdf', attach: planAttached },
    { group: 'image', attach: pictureAttached },
  ] as const;
  const attached: Attachment[] = [];
  for (const { group, attach } of ways)
    if (files.groups.includes(group) && attached.length < files.mostFiles)
      attached.push(await attach(visitor, entryId, municipality));
  return attached;
}

async function planAttached(
  visitor: Visitor,
  entryId: string,
  municipality: SampleMunicipality,
): Promise<Attachment> {
  const plan = await send(visitor, entryId, planOf(municipality));
  return {
    ...plan,
    label: `Næringsplan for ${municipality.name} 2025–2028`,
    altText: '',
    photographer: '',
    rightToUse: false,
    shownAgree: false,
    mayPublish: false,
  };
}

async function pictureAttached(
  visitor: Visitor,
  entryId: string,
  municipality: SampleMunicipality,
): Promise<Attachment> {
  const { title, writtenForm } = municipality;
  const nynorsk = writtenForm === 'nn';
  const picture = await send(visitor, entryId, await pictureOf(municipality));
  return {
    ...picture,
    label: title,
    altText: nynorsk
      ? 'Teikna landskap med fjell, hus ved vatnet og ei sol.'
      : 'Tegnet landskap med fjell, hus ved vannet og en sol.',
    photographer: 'Eksempeldata',
    rightToUse: true,
    shownAgree: true,
    mayPublish: true,
  };
}

async function send(visitor: Visitor, entryId: string, bytes: Buffer) {
  const files = `/api/nominations/${entryId}/files`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const begun = await done(visitor.post<FileView>(files, { bytes: bytes.length, sha256 }));
  if (begun.state === 'uploading')
    await done(visitor.putBytes(`${files}/${begun.id}/content?offset=0`, bytes));
  const file = await done(visitor.post<FileView>(`${files}/${begun.id}/complete`));
  const { id: fileId, kind, bytes: kept, sha256: sum, pages } = file;
  if (kind === null || kept === null || sum === null)
    throw new Error(`The sample file was not let in: ${file.fault}`);
  return { fileId, kind, bytes: kept, sha256: sum, pages };
}

/** Two pages of plain text: heading, and lines that the page has room for. */
function planOf({ name, title, text }: SampleMunicipality): Buffer {
  const pages = [
    [`Næringsplan for ${name}`, 'Eksempeldata. Kommunen finnes ikke.', '', ...lines(text)],
    ['Tiltak', 'Eksempeldata. Kommunen finnes ikke.', '', ...lines(title), '', ...lines(text)],
  ];
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Lang(nb-NO)>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((page, at) => {
      const [heading = '', ...rest] = page;
      const drawn = [
        `BT /F 22 Tf 64 770 Td (${escaped(heading)}) Tj ET`,
        `BT /F 11 Tf 64 735 Td 16 TL ${rest.map((line) => `(${escaped(line)}) '`).join(' ')} ET`,
      ].join('\n');
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * at} 0 R>>`,
        `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let whole = '%PDF-1.7\n';
  const starts = objects.map((object, at) => {
    const start = whole.length;
    whole += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const table = whole.length;
  whole += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join('')}`;
  whole += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(whole, 'latin1');
}

function lines(text: string): string[] {
  return text.match(/.{1,84}(?:\s|$)/g)?.map((line) => line.trim()) ?? [];
}

/** What the font's encoding holds is kept; dashes and quotes become plain ones. */
function escaped(text: string): string {
  return text
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[^\x20-\xff]/g, '')
    .replaceAll(/[\\()]/g, '\\$&');
}

/** A drawn landscape in a colour of the municipality's own. */
async function pictureOf({ number }: SampleMunicipality): Promise<Buffer> {
  const hue = (Number(number) * 47) % 360;
  const colour = (light: number, away = 0) => `hsl(${(hue + away) % 360} 35% ${light}%)`;
  const house = (x: number, height: number, away: number) =>
    `<rect x="${x}" y="${760 - height}" width="110" height="${height}" fill="${colour(45, away)}"/>
     <path d="M${x - 15} ${760 - height} l70 -60 l70 60 z" fill="${colour(28, away)}"/>`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000">
    <rect width="1600" height="1000" fill="${colour(88)}"/>
    <circle cx="1250" cy="230" r="90" fill="${colour(96, 40)}"/>
    <path d="M0 700 L380 260 L640 560 L900 330 L1300 700 Z" fill="${colour(62)}"/>
    <path d="M500 760 L1100 420 L1600 700 L1600 780 Z" fill="${colour(48)}"/>
    ${house(180, 130, 20)}${house(340, 170, 60)}${house(500, 120, 330)}${house(700, 150, 10)}
    <rect y="760" width="1600" height="240" fill="${colour(55, 180)}"/>
    <path d="M980 820 h260 l-40 50 h-180 z" fill="${colour(25)}"/>
  </svg>`;
  return sharp(Buffer.from(drawing)).jpeg({ quality: 85 }).toBuffer();
}
