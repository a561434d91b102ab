import type {
  FileFault,
  FileGroup,
  FileKind,
  FileLimits,
  FileState,
  FileWarning,
} from '@award/award';

/** Why a file was not let in, and what to do about it. */
export const FAULT_WORDS: Readonly<Record<FileFault, string>> = {
  'not-as-sent': $localize`:@@files.fault.not-as-sent:Filen kom ikke hel fram. Last den opp på nytt.`,
  'kind-unknown': $localize`:@@files.fault.kind-unknown:Vi kjenner ikke igjen filtypen. Lagre den som PDF, og prøv igjen.`,
  'kind-not-accepted': $localize`:@@files.fault.kind-not-accepted:Vi tar ikke imot denne filtypen. Lagre den som PDF, eller bilder som JPEG.`,
  encrypted: $localize`:@@files.fault.encrypted:Filen er låst med passord. Lagre en kopi uten passord.`,
  'active-content': $localize`:@@files.fault.active-content:Filen inneholder skript, skjema eller andre filer. Skriv den ut til en ny PDF.`,
  macros: $localize`:@@files.fault.macros:Filen inneholder makroer. Lagre den uten makroer eller som PDF.`,
  'old-office': $localize`:@@files.fault.old-office:Filen er lagret i et gammelt format eller er låst med passord. Lagre den som PDF eller i dagens format.`,
  'several-kinds': $localize`:@@files.fault.several-kinds:Filen inneholder mer enn den gir seg ut for. Lagre den på nytt.`,
  'too-much-inside': $localize`:@@files.fault.too-much-inside:Filen er for tung å åpne. Gjør den mindre, eller del den opp.`,
  'too-many-pixels': $localize`:@@files.fault.too-many-pixels:Bildet er for stort. Lagre det med færre bildepunkter.`,
  damaged: $localize`:@@files.fault.damaged:Filen er skadet og kan ikke åpnes. Lagre den på nytt.`,
  virus: $localize`:@@files.fault.virus:Viruskontrollen fant noe i filen. Den er ikke lagret.`,
  'not-scannable': $localize`:@@files.fault.not-scannable:Filen er for stor for viruskontrollen. Gjør den mindre.`,
};

export const WARNING_WORDS: Readonly<Record<FileWarning, string>> = {
  'names-author': $localize`:@@files.warning.names-author:Filen forteller hvem som har laget den. Juryen kan se navnet.`,
};

export const KIND_WORDS: Readonly<Record<FileKind, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
  odt: $localize`:@@files.kind.odt:OpenDocument-tekst`,
  ods: $localize`:@@files.kind.ods:OpenDocument-regneark`,
  odp: $localize`:@@files.kind.odp:OpenDocument-presentasjon`,
  jpeg: $localize`:@@files.kind.image:Bilde`,
  png: $localize`:@@files.kind.image:Bilde`,
  webp: $localize`:@@files.kind.image:Bilde`,
};

export const GROUP_WORDS: Readonly<Record<FileGroup, string>> = {
  pdf: 'PDF',
  office: $localize`:@@files.group.office:dokumenter fra Office`,
  image: $localize`:@@files.group.image:bilder`,
};

/** What a file picker is asked to offer; what comes is judged by its content. */
export const GROUP_ACCEPTS: Readonly<Record<FileGroup, string>> = {
  pdf: 'application/pdf,.pdf',
  office: '.docx,.xlsx,.pptx,.odt,.ods,.odp',
  image: 'image/jpeg,image/png,image/webp',
};

/** A size in bytes as people say it: 812 kB, 3,4 MB. */
export function sizeWords(bytes: number, locale: string): string {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = amount < 10 && unit === 'MB' ? 1 : 0;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  return `${number.format(Math.max(1, amount))}\u00a0${unit}`;
}

/** Which files may be sent, how large and how many. */
export function acceptedWords(
  { groups, mostBytes, mostFiles }: FileLimits,
  locale: string,
): string {
  const kinds = new Intl.ListFormat(locale).format(groups.map((one) => GROUP_WORDS[one]));
  const size = sizeWords(mostBytes, locale);
  return $localize`:@@files.help:Dere kan legge ved ${kinds}:kinds:. Hver fil kan være på ${size}:size:, og det kan være ${mostFiles}:most: i alt.`;
}

export function pagesWords(pages: number): string {
  return pages === 1
    ? $localize`:@@files.page:1 side`
    : $localize`:@@files.pages:${pages}:count: sider`;
}

/** Why a stored file cannot be opened now. */
export function unreadyWords(state: FileState): string {
  return state === 'refused'
    ? $localize`:@@files.stopped:Filen ble stoppet i kontrollen.`
    : $localize`:@@files.scanning:Filen kontrolleres. Den kan åpnes når kontrollen er ferdig.`;
}
