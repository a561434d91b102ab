import { contentHash } from '@award/nominations/api';

/** The words that are published and read aloud: what a signature stands under. The internal note is not among them. */
export interface PublishedWords {
  writtenForm: 'nb' | 'nn';
  text: string;
  stageText: string;
}

/** SHA-256 of the published words, in hexadecimal. */
export function textHash({ writtenForm, text, stageText }: PublishedWords): string {
  return contentHash({ writtenForm, text, stageText });
}
