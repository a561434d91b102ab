import { StreamableFile } from '@nestjs/common';

/** A PDF as the answer of a route: offered as a file under a name made by a rule, never shown inline. */
export function pdfAnswer(pdf: Buffer, name: string): StreamableFile {
  return new StreamableFile(pdf, {
    type: 'application/pdf',
    disposition: `attachment; filename="${asciiName(name)}.pdf"; filename*=UTF-8''${encodeURIComponent(name)}.pdf`,
    length: pdf.length,
  });
}

function asciiName(name: string): string {
  return name
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-');
}
