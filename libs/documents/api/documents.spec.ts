import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { Documents } from './documents.service';
import type { Block, Diploma, Report } from './pdf-document';

const AT = new Date('2027-01-27T11:00:00Z');
const report = (blocks: Block[], over: Partial<Report> = {}): Report => ({
  layout: 'report',
  language: 'nb',
  title: 'Forslag fra Rauma kommune',
  over: 'Årets vertskommune 2027',
  under: 'Slik det ble sendt inn',
  foot: '2027-1539-12',
  sample: false,
  blocks,
  ...over,
});
const text = (words: string): Block => ({ kind: 'text', text: words });
const textOf = async (pdf: Buffer) =>
  (await extractText(new Uint8Array(pdf), { mergePages: true })).text.replace(/\s+/g, ' ');

interface Node {
  role?: string;
  children?: Node[];
}

/** The roles of a page's tags, as a screen reader meets them. */
async function tagsOf(pdf: Buffer): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const page = await document.getPage(1);
  const walk = (node: Node): string[] => [
    ...(node.role ? [node.role] : []),
    ...(node.children ?? []).flatMap(walk),
  ];
  return walk((await page.getStructTree()) as Node);
}

describe('documents', () => {
  const documents = new Documents();
  afterAll(() => documents.onApplicationShutdown());

  it.each([
    ['ua-1', '<pdfuaid:part>1</pdfuaid:part>'],
    ['a-2a', '<pdfaid:conformance>A</pdfaid:conformance>'],
  ] as const)('produces %s with its mark, title, language and tags', async (standard, mark) => {
    const pdf = await documents.pdf(
      report([
        { kind: 'heading', level: 1, text: 'Grunnlag' },
        text('Én setning.'),
        { kind: 'facts', rows: [['Mottatt', '27. januar']] },
        { kind: 'table', head: ['Navn', 'Hus'], rows: [['Kari', 'KS']] },
        { kind: 'list', items: ['Først', 'Så'] },
      ]),
      standard,
      AT,
    );
    const marks = pdf.toString('latin1');
    expect(marks).toContain(mark);
    expect(marks).toContain('/StructTreeRoot');
    expect(marks).toContain('/MarkInfo');
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Language: 'nb-NO', Title: 'Forslag fra Rauma kommune' });
    expect(info).not.toHaveProperty('Author');
    expect(metadata?.get('dc:title')).toBe('Forslag fra Rauma kommune');
    expect(await tagsOf(pdf)).toEqual(
      expect.arrayContaining(['H1', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD']),
    );
  });

  it('gives the same bytes for the same document', async () => {
    const once = await documents.pdf(report([text('Likt')]), 'a-2a', AT);
    expect((await documents.pdf(report([text('Likt')]), 'a-2a', AT)).equals(once)).toBe(true);
  });

  it.each([
    ['Sámi letters and Norwegian marks', 'Čáhcesuolu gielda: áčđŋšŧž ÁČĐŊŠŦŽ – «sitat» … æøå ÆØÅ'],
    ['figures with hard spaces', '15 000 innbyggere, 1,5 % av 2 mrd.'],
    [
      'what looks like markup',
      '#let x = 1 *fet* _kursiv_ $x^2$ `kode` @navn <b>html</b> [a](b) // \\n',
    ],
    ['Greek and Cyrillic', 'αβγδε Привет'],
  ])('every word can be read out again: %s', async (_, words) => {
    const pdf = await documents.pdf(report([text(words)]), 'ua-1', AT);
    const read = await textOf(pdf);
    for (const word of words.split(/\s+/)) expect(read).toContain(word);
    expect(read).not.toContain('Unicode-nummer');
  });

  it.each([
    ['a letter that no font has', 'Tegnet \u{13000} her', 'Tegnet [U+13000] her'],
    [
      'control and direction characters',
      'En\u0000 to\u0007 tre\u202e fire\u200b',
      'En to tre fire',
    ],
    ['half a character', 'En \ud83d to', 'En to'],
    ['a private character', 'En \ue000 to', 'En to'],
    ['line ends of other systems', 'En\r\nto\rtre\u2028fire', 'En to tre fire'],
  ])('%s neither stops it nor takes the words beside it', async (_, words, shown) => {
    for (const standard of ['ua-1', 'a-2a'] as const)
      expect(await textOf(await documents.pdf(report([text(words)]), standard, AT))).toContain(
        shown,
      );
  });

  it('emoji and right-to-left text do not stop it', async () => {
    const words = 'Fest 😀👩‍🚒 עברית مرحبا slutt';
    for (const standard of ['ua-1', 'a-2a'] as const) {
      const read = await textOf(await documents.pdf(report([text(words)]), standard, AT));
      expect(read).toMatch(/Fest .* slutt/);
    }
  });

  it('6 000 characters, also without a space, stay on the page and are all there', async () => {
    const long = Array.from({ length: 800 }, (_, at) => `ord${at}`).join(' ');
    const unbroken = 'å'.repeat(6000);
    const pdf = await documents.pdf(report([text(long), text(unbroken)]), 'ua-1', AT);
    const read = await textOf(pdf);
    for (const word of long.split(' ')) expect(read).toContain(word);
    expect(read.match(/å/g)?.length).toBeGreaterThanOrEqual(6000);
    expect((await getDocumentProxy(new Uint8Array(pdf))).numPages).toBeGreaterThan(2);
  });

  it('empty parts make no fault', async () => {
    const pdf = await documents.pdf(
      report(
        [
          text(''),
          { kind: 'facts', rows: [] },
          { kind: 'list', items: [] },
          { kind: 'facts', rows: [['Tomt', '']] },
          { kind: 'table', head: ['A'], rows: [] },
        ],
        { under: '', foot: '' },
      ),
      'ua-1',
      AT,
    );
    expect(await textOf(pdf)).toContain('Tomt');
  });

  it('marks sample data on every page and speaks the language of the document', async () => {
    const pages = 'Ord og '.repeat(1200);
    const sample = await documents.pdf(
      report([text(pages)], { sample: true, language: 'en' }),
      'ua-1',
      AT,
    );
    const { text: all, totalPages } = await extractText(new Uint8Array(sample));
    expect(totalPages).toBeGreaterThan(1);
    for (const [at, page] of all.entries()) {
      expect(page).toContain('Sample data');
      expect(page.replace(/\s+/g, ' ')).toContain(`Page ${at + 1} of ${totalPages}`);
    }
  });

  it('a diploma is one page', async () => {
    const diploma: Diploma = {
      layout: 'diploma',
      language: 'nn',
      title: 'Diplom til Ørsta kommune',
      over: 'Årets vertskommune for næringsutvikling 2027',
      honour: 'Vinnar',
      recipient: 'Ørsta kommune',
      under: 'Store kommunar',
      text: 'Kommunen har fått til mykje. '.repeat(60),
      signers: ['KS', 'NHO'],
      date: '2. mars 2027',
      sample: false,
    };
    for (const standard of ['ua-1', 'a-2a'] as const) {
      const pdf = await documents.pdf(diploma, standard, AT);
      const document = await getDocumentProxy(new Uint8Array(pdf));
      expect(document.numPages).toBe(1);
      expect(await textOf(pdf)).toContain('Vinnar Ørsta kommune Store kommunar');
    }
  });

  it('draws a social card of one size, the same for the same words, whatever they hold', async () => {
    const card = {
      language: 'nb',
      over: 'Årets vertskommune',
      title: 'Fjordvik',
      honour: 'Vinner 2027',
      under: 'Vestland',
      won: true,
      sample: '',
      outline: 'M0 0L90 10L50 90Z',
    };
    const drawn = await documents.card(card);
    expect(await documents.card(card)).toEqual(drawn);
    for (const title of [
      '#import "x"; $1$ <b>',
      'Guovdageaidnu – Kautokeino '.repeat(6),
      '😀',
      '',
    ]) {
      const bytes = await documents.card({ ...card, title });
      const { width, height, format } = await sharp(bytes).metadata();
      expect([width, height, format, bytes.length < 100_000]).toEqual([1200, 630, 'png', true]);
      expect(bytes).not.toEqual(drawn);
    }
  });

  it('cuts nothing off what hangs below the last line of a card: a j never reads as an i', async () => {
    const card = {
      language: 'nb',
      over: '',
      honour: '',
      under: '',
      won: false,
      sample: '',
      outline: null,
    };
    const room = { left: 72, top: 141, width: 1056 };
    const lit = async (title: string, top: number, height: number) => {
      const drawn = sharp(await documents.card({ ...card, title }))
        .removeAlpha()
        .greyscale();
      const dots = await drawn
        .extract({ ...room, top, height })
        .raw()
        .toBuffer();
      return dots.some((dot) => dot > 120);
    };
    for (const title of [
      'Várrehámman – j Fjellhamn på jjjj',
      'Fjordjordet og Fjelljord '.repeat(3),
      'jjj '.repeat(40),
    ]) {
      const seen = [title, await lit(title, room.top, 200), await lit(title, 398, 2)];
      expect(seen).toEqual([title, true, false]);
    }
  });
});
