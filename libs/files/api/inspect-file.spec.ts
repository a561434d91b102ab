import sharp from 'sharp';
import { FILE_GROUPS, type FileFault, type FileKind } from '@award/award';
import { docx, odt, packedObject, pdf, picture, zip } from '../../../apps/api/testing/sample-files';
import { inspectFile } from './inspect-file';

const script = '<</S/JavaScript/JS(app.alert(1))>>';
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const bomb = () => new Uint8Array(16 * 1024 * 1024);

describe('what a file is', () => {
  it.each<[string, () => Promise<Buffer> | Buffer, object]>([
    ['a PDF of three pages', () => pdf({ pages: 3 }), { kind: 'pdf', pages: 3, warnings: [] }],
    [
      'a PDF that names its author',
      () => pdf({ info: '/Author(Kari Nordli)' }),
      { kind: 'pdf', warnings: ['names-author'] },
    ],
    [
      'a PDF with packed objects',
      () => pdf({ objects: [packedObject('<</A 1>>')] }),
      { kind: 'pdf' },
    ],
    ['a Word document', () => docx(), { kind: 'docx', made: null }],
    [
      'a Word document that names its author',
      () => docx({ 'docProps/core.xml': '<dc:creator>Kari Nordli</dc:creator>' }),
      { kind: 'docx', warnings: ['names-author'] },
    ],
    ['an OpenDocument text', () => odt(), { kind: 'odt' }],
    ['a PNG', () => picture('png'), { kind: 'png', width: 640, height: 480 }],
    ['a WebP', () => picture('webp'), { kind: 'webp', width: 640, height: 480 }],
  ])('%s', async (_case, make, expected) => {
    expect(await inspectFile(await make(), FILE_GROUPS)).toMatchObject(expected);
  });

  it('makes a picture anew: smaller than the press needs, the right way up, without place or name', async () => {
    const large = await picture('jpeg', { width: 4000, height: 1000 });
    const turned = await sharp(large).withMetadata({ orientation: 6 }).toBuffer();
    expect(turned.includes('Kanarifugl')).toBe(true);
    const found = await inspectFile(turned, FILE_GROUPS);
    if ('fault' in found || !found.made) throw new Error('not let in');
    expect([found.width, found.height]).toEqual([800, 3200]);
    const kept = await sharp(found.made).metadata();
    expect([kept.exif, kept.orientation, kept.width]).toEqual([undefined, undefined, 800]);
    expect(found.made.includes('Kanarifugl')).toBe(false);
  });

  it('drops what rides behind the pixels', async () => {
    const polyglot = Buffer.concat([await picture(), zip({ 'virus.exe': 'MZ' })]);
    const found = await inspectFile(polyglot, FILE_GROUPS);
    if ('fault' in found || !found.made) throw new Error('not let in');
    expect(found.made.includes('virus.exe')).toBe(false);
  });
});

describe('what is not let in', () => {
  it.each<[string, FileFault, () => Promise<Buffer> | Buffer]>([
    ['a web page called a PDF', 'kind-unknown', () => latin1('<html><script>alert(1)</script>')],
    ['an SVG', 'kind-not-accepted', () => latin1('<?xml version="1.0"?><svg onload="alert(1)"/>')],
    [
      'an SVG without a heading',
      'kind-unknown',
      () => latin1('<svg xmlns="x" onload="alert(1)"/>'),
    ],
    ['a program', 'kind-not-accepted', () => Buffer.concat([latin1('MZ'), Buffer.alloc(4096)])],
    ['a script', 'kind-unknown', () => latin1('alert(1)')],
    ['a GIF', 'kind-not-accepted', () => latin1('GIF89a' + '\0'.repeat(64))],
    ['a plain ZIP', 'kind-unknown', () => zip({ 'a.txt': 'a' })],
    [
      'an Office file of before 2007, or with a password',
      'old-office',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]),
    ],
    ['a document with macros', 'macros', () => docx({ 'word/vbaProject.bin': 'x' })],
    [
      'a document that says it may hold macros',
      'macros',
      () =>
        docx({
          '[Content_Types].xml':
            '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
        }),
    ],
    ['an OpenDocument with macros', 'macros', () => odt({ 'Basic/Standard/Module1.xml': 'x' })],
    [
      'an OpenDocument with a password',
      'encrypted',
      () => odt({ 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
    ],
    [
      'a document with a program in it',
      'active-content',
      () => docx({ 'word/embeddings/a.exe': 'MZ' }),
    ],
    [
      'a document with an ActiveX part',
      'active-content',
      () => docx({ 'word/activeX/activeX1.bin': 'x' }),
    ],
    [
      'a document with a part outside of itself',
      'damaged',
      () => docx({ '../../etc/passwd': 'x' }),
    ],
    [
      'a document that unfolds to 16 MB of nothing',
      'too-much-inside',
      () => docx({ 'a.xml': bomb() }),
    ],
    [
      'a document of 6 000 parts',
      'too-much-inside',
      () => docx(Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`a${at}.xml`, '']))),
    ],
    ['half a document', 'damaged', () => docx().subarray(0, 150)],
    [
      'a document with a page behind it',
      'several-kinds',
      () => Buffer.concat([docx(), latin1('<script>alert(1)</script>')]),
    ],
    ['a PDF with a password', 'encrypted', () => pdf({ trailer: '/Encrypt 4 0 R' })],
    ['a PDF that runs a script', 'active-content', () => pdf({ catalog: `/OpenAction ${script}` })],
    [
      'a PDF that spells its script in numbers',
      'active-content',
      () => pdf({ catalog: '/OpenAction<</S/J#61va#53cript/JS(app.alert\\(1\\))>>' }),
    ],
    [
      'a PDF whose script lies packed',
      'active-content',
      () => pdf({ objects: [packedObject(script)] }),
    ],
    [
      'a PDF that starts a program',
      'active-content',
      () => pdf({ catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }),
    ],
    [
      'a PDF with a file in it',
      'active-content',
      () => pdf({ objects: ['<</Type/EmbeddedFile/Length 0>>\nstream\n\nendstream'] }),
    ],
    [
      'a PDF with objects that nobody can look into',
      'active-content',
      () =>
        pdf({ objects: ['<</Type/ObjStm/Filter/LZWDecode/Length 3>>\nstream\nabc\nendstream'] }),
    ],
    [
      'a PDF that is also an archive',
      'several-kinds',
      () => Buffer.concat([pdf(), zip({ 'a.js': 'x' }), latin1('\n%%EOF')]),
    ],
    [
      'a PDF that is also a web page',
      'several-kinds',
      () => latin1(pdf().toString('latin1').replace('%åäöü', '%<script>alert(1)</script>')),
    ],
    ['half a PDF', 'damaged', () => pdf({ pages: 4 }).subarray(0, 300)],
    ['a PDF in name only', 'damaged', () => latin1('%PDF-1.7\nhei\n%%EOF')],
    ['half a picture', 'damaged', async () => (await picture('png')).subarray(0, 400)],
    [
      'a picture of 105 million pixels',
      'too-many-pixels',
      () => picture('png', { width: 10_500, height: 10_000 }),
    ],
  ])('%s: %s', async (_case, fault, make) => {
    expect(await inspectFile(await make(), FILE_GROUPS)).toEqual({ fault });
  });

  it.each<[FileKind, () => Promise<Buffer> | Buffer, 'pdf' | 'image']>([
    ['pdf', () => pdf(), 'image'],
    ['docx', () => docx(), 'pdf'],
    ['png', () => picture('png'), 'pdf'],
  ])('a %s where the edition does not take it', async (_kind, make, accepted) => {
    expect(await inspectFile(await make(), [accepted])).toEqual({ fault: 'kind-not-accepted' });
  });
});
