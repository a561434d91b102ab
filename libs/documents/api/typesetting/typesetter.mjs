// The process that sets documents: one at a time, from data to the bytes of a PDF. Started by typesetting-process.ts.
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
let known;

/** Fonts of the machine fill in for characters that ours lacks; what no font has is written by its number. */
function set({ document, words, standard, createdAt }) {
  const plain = plainTexts(document);
  try {
    return compile({ ...plain, words, otherFonts: true, replaced: false });
  } catch {
    known ??= charactersOf(fonts);
    const numbered = writtenByNumber(plain, known);
    return compile({ ...numbered, words, otherFonts: false, replaced: true });
  }

  function compile(data) {
    return compiler.pdf(
      { mainFileContent: template, inputs: { document: JSON.stringify(data) } },
      { pdfStandard: standard, pdfTags: true, creationTimestamp: createdAt },
    );
  }
}

function platform() {
  if (process.platform !== 'linux') return `${process.platform}-${process.arch}`;
  const { glibcVersionRuntime } = process.report.getReport().header;
  return `linux-${process.arch}-${glibcVersionRuntime ? 'gnu' : 'musl'}`;
}

process.on('message', ({ id, order }) => {
  let answer;
  try {
    answer = { id, pdf: set(order).toString('base64') };
  } catch (error) {
    answer = { id, failed: String(error.message || error.code).slice(0, 500) };
  }
  compiler.evictCache(10);
  process.send(answer);
});
process.send({ ready: true });
