// Which characters a text may hold so that a document can always be made of it.

/** Neither control and format characters nor private or unassigned code points can be kept in an archive. */
const UNSHOWN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
/** Letters without a place to break the line, such as a long address. */
const UNBROKEN = /[^\s\u200b]{48}(?=[^\s\u200b])/gu;
const LINE_BREAKS = /\r\n?|[\u2028\u2029\u0085]/g;

/** The same data with texts that can be set. A long word may break after each 48 characters. */
export function plainTexts(value) {
  return mapTexts(value, (text) =>
    text
      .replace(LINE_BREAKS, '\n')
      .replace(UNSHOWN, '')
      .normalize('NFC')
      .replace(UNBROKEN, '$&\u200b'),
  );
}

/** The same data with each character that is not among the known ones as `[U+1F600]`. */
export function writtenByNumber(value, known) {
  return mapTexts(value, (text) =>
    [...text.replaceAll('\u200b', '')]
      .map((one) => {
        const code = one.codePointAt(0);
        if (code === 10 || known.has(code)) return one;
        return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
      })
      .join('')
      .replace(UNBROKEN, '$& '),
  );
}

/** The code points that all the fonts have, read from their tables (OpenType `cmap`, formats 4 and 12). */
export function charactersOf(fonts) {
  const [first, ...others] = fonts.map(charactersOfFont);
  return new Set([...first].filter((code) => others.every((set) => set.has(code))));
}

function charactersOfFont(font) {
  const found = new Set();
  const cmap = tableOf(font, 'cmap');
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) readFormat4(font, table, found);
    if (format === 12) readFormat12(font, table, found);
  }
  return found;
}

function tableOf(font, tag) {
  for (let at = 0; at < font.readUInt16BE(4); at += 1) {
    const entry = 12 + at * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function readFormat4(font, table, found) {
  const segments = font.readUInt16BE(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let at = 0; at < segments; at += 1) {
    const end = font.readUInt16BE(ends + at * 2);
    const start = font.readUInt16BE(starts + at * 2);
    const delta = font.readUInt16BE(deltas + at * 2);
    const offset = font.readUInt16BE(offsets + at * 2);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph =
        offset === 0
          ? (code + delta) & 0xffff
          : font.readUInt16BE(offsets + at * 2 + offset + (code - start) * 2);
      if (glyph !== 0) found.add(code);
    }
  }
}

function readFormat12(font, table, found) {
  for (let at = 0; at < font.readUInt32BE(table + 12); at += 1) {
    const group = table + 16 + at * 12;
    const end = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= end; code += 1) found.add(code);
  }
}

function mapTexts(value, change) {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]),
    );
  return value;
}
