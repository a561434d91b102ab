import { StreamableFile } from '@nestjs/common';

/** A file as the answer of a route: offered under its name, never shown inline. `name` has its ending. */
export function fileAnswer(content: Buffer, name: string, type: string): StreamableFile {
  return new StreamableFile(content, {
    type,
    disposition: `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    length: content.length,
  });
}

/** A PDF as the answer of a route. `name` is made by a rule and lacks its ending. */
export function pdfAnswer({ pdf, name }: { pdf: Buffer; name: string }): StreamableFile {
  return fileAnswer(pdf, `${name}.pdf`, 'application/pdf');
}

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' };

/** The name in the letters that every program understands. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9._-]+/g, '-');
}
