import type { Language } from '@award/mail/api';

/** What a reader meets, in order. All texts are people's words: none of them is read as markup. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  /** Paragraphs are parted by empty lines; other line breaks are kept. `language` where it is not the document's. */
  | { readonly kind: 'text'; readonly text: string; readonly language?: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Checksums and the like: narrow letters, broken anywhere. */
  | { readonly kind: 'code'; readonly name: string; readonly text: string };

/** Pages of running text. */
export interface Report {
  readonly layout: 'report';
  readonly language: Language;
  /** Heads the first page and names the document to readers and screen readers. */
  readonly title: string;
  /** Above the title: the award and the year. */
  readonly over: string;
  /** Below the title: one line that says what this is. */
  readonly under: string;
  /** Stands at the foot of every page, such as a reference. */
  readonly foot: string;
  /** Marks every page as sample data. */
  readonly sample: boolean;
  readonly blocks: readonly Block[];
}

/** One page to hang on a wall. */
export interface Diploma {
  readonly layout: 'diploma';
  readonly language: Language;
  readonly title: string;
  readonly over: string;
  /** What is awarded, such as «Vinner». */
  readonly honour: string;
  readonly recipient: string;
  readonly under: string;
  /** The jury's words; may be empty. */
  readonly text: string;
  /** The written form of the text where it is not the document's language. */
  readonly textLanguage?: string;
  readonly signers: readonly string[];
  readonly date: string;
  readonly sample: boolean;
}

export type PdfDocument = Report | Diploma;

/**
 * What a file is produced as: PDF/UA-1 to read, PDF/A-2a to keep. One of them for each file; both
 * are tagged. Nothing here has been validated by an outside program, so no text may say so.
 */
export type PdfStandard = 'ua-1' | 'a-2a';
