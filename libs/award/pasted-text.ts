/**
 * What is kept of a text pasted from a word processor: its words, paragraphs and lists. Fields hold
 * plain text, so fonts and tables are gone already; what is left to drop is what cannot be seen and
 * what the word processor wrote for itself.
 */
const OFFICE_MARKUP = /<!--\[if[\s\S]*?<!\[endif\]-->|<\/?[owvm]:[a-z]+[^>]*>|<\?xml[^>]*\?>/gi;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc]/g;
/** Hard and thin spaces; one between digits is a thousands separator and stays hard. */
const ODD_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const BULLET =
  /^[ \t]*(?:[\u00b7\u2022\u2023\u2043\u25aa\u25cf\u25e6\uf0a7\uf0b7\uf0d8\uf076]|o(?=\t))[ \t]*/gm;
const OTHER_CONTROLS = /(?![\n\t])\p{Cc}|[\ue000-\uf8ff]|\p{Cs}/gu;

/** The text to put in the field. Never longer than what was pasted; the same again changes nothing. */
export function pastedText(pasted: string): string {
  return pasted
    .replace(OFFICE_MARKUP, '')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    .replace(/(?<=\d)[\u2009\u202f](?=\d{3})/g, '\u00a0')
    .replace(ODD_SPACE, (space, at: number, text: string) =>
      /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '') ? '\u00a0' : ' ',
    )
    .replace(BULLET, '– ')
    .replace(OTHER_CONTROLS, '')
    .replace(/\t+/g, ' ')
    .replace(/[ ]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .normalize('NFC');
}
