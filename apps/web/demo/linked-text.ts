export interface TextPart {
  readonly text: string;
  /** The address inside this site that the part leads to. */
  readonly href: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g;

/** Parts a text at its addresses. Only those of our own origin become links: a mail leads nowhere else. */
export function linkedText(text: string, origin: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const url = URL.parse(match[0]);
    if (url?.origin !== origin) continue;
    parts.push({ text: text.slice(at, match.index), href: null });
    parts.push({ text: match[0], href: `${url.pathname}${url.search}${url.hash}` });
    at = match.index + match[0].length;
  }
  parts.push({ text: text.slice(at), href: null });
  return parts.filter((part) => part.text !== '');
}
