/**
 * The messages of an archive package, in the vocabulary of Fiks Arkiv (arkivmelding v1, after Noark 5).
 * A message holds one case file or one record, in a fixed order of elements; the records name their
 * case file by the key that it has here. Formats are named where we have made the file ourselves:
 * `RA-PDF` means produced as PDF/A, not validated.
 */
const NAMESPACE = 'https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv';
const SYSTEM = 'kaaring';

export interface CaseFile {
  readonly key: string;
  readonly title: string;
  readonly year: number;
  readonly unit: string;
  readonly responsible: string;
  /** `A` when the edition is closed, `B` while it is under way. */
  readonly status: 'A' | 'B';
}

/** A file beside the message that tells of it. */
export interface KeptDocument {
  readonly file: string;
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
  /** Made by us as PDF/A; otherwise kept as it was received or made. */
  readonly asPdfA: boolean;
}

/** What came in, what was made for our own use, or what went out. */
export interface Journal {
  readonly key: string;
  readonly title: string;
  readonly type: 'I' | 'X' | 'U';
  readonly caseKey: string;
  readonly createdAt: Date;
  /** The other side; none for what is our own. */
  readonly party: { readonly name: string; readonly organisationNumber: string | null } | null;
  /** The first is the main document, the others go with it. */
  readonly documents: readonly KeptDocument[];
}

/** A message with a case file alone. */
export function caseMessage(file: CaseFile): string {
  return message(0, [
    element('mappe', { 'xsi:type': 'saksmappe' }, [
      text('tittel', file.title),
      key('referanseEksternNoekkel', file.key),
      text('saksaar', String(file.year)),
      element('administrativEnhet', {}, [text('m:navn', file.unit)]),
      element('saksansvarlig', {}, [text('m:navn', file.responsible)]),
      code('saksstatus', file.status),
    ]),
  ]);
}

/** A message with one record and its documents. */
export function journalMessage(journal: Journal): string {
  const { party, documents, createdAt } = journal;
  return message(documents.length, [
    element('registrering', { 'xsi:type': 'journalpost' }, [
      text('opprettetDato', createdAt.toISOString()),
      text('opprettetAv', SYSTEM),
      element('referanseForelderMappe', {}, [key('m:referanseEksternNoekkel', journal.caseKey)]),
      ...documents.map(description),
      text('tittel', journal.title),
      ...(party
        ? [
            element('korrespondansepart', {}, [
              code('korrespondanseparttype', journal.type === 'U' ? 'EM' : 'EA'),
              text('korrespondansepartNavn', party.name),
              ...(party.organisationNumber
                ? [text('organisasjonid', party.organisationNumber)]
                : []),
            ]),
          ]
        : []),
      key('referanseEksternNoekkel', journal.key),
      code('journalposttype', journal.type),
      text('dokumentetsDato', createdAt.toISOString().slice(0, 10)),
      ...(journal.type === 'I' ? [text('mottattDato', createdAt.toISOString())] : []),
    ]),
  ]);
}

function description(document: KeptDocument, place: number): string {
  return element('dokumentbeskrivelse', {}, [
    code('dokumentstatus', 'F'),
    text('tittel', document.title),
    code('tilknyttetRegistreringSom', place === 0 ? 'H' : 'V'),
    text('dokumentnummer', String(place + 1)),
    element('dokumentobjekt', {}, [
      text('versjonsnummer', '1'),
      code('variantformat', document.asPdfA ? 'A' : 'P'),
      ...(document.asPdfA ? [code('format', 'RA-PDF')] : []),
      text('mimeType', document.mediaType),
      text('filnavn', document.file),
      text('referanseDokumentfil', document.file),
      text('sjekksum', document.sha256),
      text('sjekksumAlgoritme', 'SHA-256'),
      text('filstoerrelse', String(document.bytes)),
    ]),
  ]);
}

function message(files: number, content: readonly string[]): string {
  const names = {
    xmlns: `${NAMESPACE}/arkivmelding/opprett/v1`,
    'xmlns:m': `${NAMESPACE}/metadatakatalog/v1`,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const body = [text('system', SYSTEM), text('antallFiler', String(files)), ...content];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('arkivmelding', names, body)}\n`;
}

function key(name: string, value: string): string {
  return element(name, {}, [text('m:fagsystem', SYSTEM), text('m:noekkel', value)]);
}

function code(name: string, value: string): string {
  return element(name, {}, [text('m:kode', value)]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly string[],
): string {
  const written = Object.entries(attributes).map(([key_, value]) => ` ${key_}="${escaped(value)}"`);
  const inner = children.map((child) => child.replace(/^/gm, '  ')).join('\n');
  return `<${name}${written.join('')}>\n${inner}\n</${name}>`;
}

function text(name: string, value: string): string {
  return `<${name}>${escaped(value)}</${name}>`;
}

/** What XML 1.0 cannot hold is left out; line ends become spaces, so that indenting changes no text. */
function escaped(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
}
