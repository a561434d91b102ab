// The process that sets documents and social cards: one at a time, from data to the bytes of a PDF or a PNG. Started by typesetting-process.ts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { charactersOf, plainTexts, writtenByNumber } from './shown-characters.mjs';

const require = createRequire(import.meta.url);
const fontFolder = path.dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'));
const fonts = ['400Regular/SourceSans3_400Regular.ttf', '700Bold/SourceSans3_700Bold.ttf'].map(
  (file) => readFileSync(path.join(fontFolder, file)),
);
const { NodeCompiler } = require(`@myriaddreamin/typst-ts-node-compiler-${platform()}`);
const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [{ fontBlobs: fonts }],
});
const template = readFileSync(new URL('document.typ', import.meta.url), 'utf8');
const cardTemplate = readFileSync(new URL('card.typ', import.meta.url), 'utf8');
const CARD = { width: 1200, height: 630, fit: 'fill' };
const PALETTE = { palette: true, colours: 64, effort: 4 };
let known;

/** Fonts of the machine fill in for characters that ours lacks; what no font has is written by its number. */
function withShownCharacters(texts, compile) {
  const plain = plainTexts(texts);
  try {
    return compile(plain, true);
  } catch {
    known ??= charactersOf(fonts);
    return compile(writtenByNumber(plain, known), false);
  }
}

function document({ document, words, standard, createdAt }) {
  return withShownCharacters(document, (texts, otherFonts) => {
    const data = { ...texts, words, otherFonts, replaced: !otherFonts };
    return compiler.pdf(
      { mainFileContent: template, inputs: { document: JSON.stringify(data) } },
      { pdfStandard: standard, pdfTags: true, creationTimestamp: createdAt },
    );
  });
}

/** Letters become outlines, so that the picture needs no font where it is drawn. */
async function card({ outline, ...texts }) {
  const drawn = withShownCharacters(texts, (shown, otherFonts) => {
    const data = { ...shown, outline: outline && outlined(outline), otherFonts };
    return compiler.plainSvg({
      mainFileContent: cardTemplate,
      inputs: { document: JSON.stringify(data) },
    });
  });
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(drawn)).resize(CARD).png(PALETTE).toBuffer();
}

function outlined(path) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="${path}" fill="#2a6488"/></svg>`;
}

function platform() {
  if (process.platform !== 'linux') return `${process.platform}-${process.arch}`;
  const { glibcVersionRuntime } = process.report.getReport().header;
  return `linux-${process.arch}-${glibcVersionRuntime ? 'gnu' : 'musl'}`;
}

process.on('message', async ({ id, order }) => {
  let answer;
  try {
    const bytes = order.card ? await card(order.card) : document(order);
    answer = { id, bytes: bytes.toString('base64') };
  } catch (error) {
    answer = { id, failed: String(error.message || error.code).slice(0, 500) };
  }
  compiler.evictCache(10);
  process.send(answer);
});
process.send({ ready: true });
