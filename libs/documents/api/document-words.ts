import type { Language } from '@award/mail/api';

interface DocumentWords {
  /** Goes before the number of the page and the number of pages. */
  readonly page: string;
  readonly of: string;
  readonly sample: string;
  /** Where characters had to be written by number, so that the reader knows what the brackets are. */
  readonly replaced: string;
}

/** What the typesetting itself says, in each language. */
export const DOCUMENT_WORDS: Readonly<Record<Language, DocumentWords>> = {
  nb: {
    page: 'Side',
    of: 'av',
    sample: 'Eksempeldata',
    replaced:
      'Skriften i dette dokumentet mangler noen av tegnene i teksten. De står som Unicode-nummer i hakeparentes.',
  },
  nn: {
    page: 'Side',
    of: 'av',
    sample: 'Eksempeldata',
    replaced:
      'Skrifta i dette dokumentet manglar nokre av teikna i teksten. Dei står som Unicode-nummer i hakeparentes.',
  },
  en: {
    page: 'Page',
    of: 'of',
    sample: 'Sample data',
    replaced:
      'The type face of this document lacks some of the characters in the text. They stand as Unicode numbers in brackets.',
  },
};
