import { cleanText, type NominationContent } from '@award/award';
import { type FieldRefusal, Refused } from '@award/access/api';

/**
 * The content as it is stored: line breaks as `\n`, no control characters. Refused with the path of
 * every text that holds what cannot be shown or printed.
 */
export function cleanContent(content: NominationContent): NominationContent {
  const fields: FieldRefusal[] = [];
  const cleaned = clean(content, 'content', fields);
  if (fields.length > 0) throw new Refused('bad-input', { fields });
  return cleaned as NominationContent;
}

function clean(value: unknown, path: string, fields: FieldRefusal[]): unknown {
  if (typeof value === 'string') {
    const text = cleanText(value);
    if (text.allowed) return text.text;
    fields.push({ path, reason: text.reason });
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((member, place) => clean(member, `${path}.${place}`, fields));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => [key, clean(member, `${path}.${key}`, fields)]),
    );
  }
  return value;
}
