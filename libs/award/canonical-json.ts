/**
 * One text for one value, so that a hash made today can be made again from what the database gives
 * back: PostgreSQL's jsonb keeps neither the order of keys nor the white space. Keys are sorted by
 * code unit, members that are undefined are left out, numbers are written as JavaScript writes them.
 */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** The value as JSON text with sorted keys. NaN and infinities have no JSON and become null. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value as { readonly [key: string]: Json | undefined })
    .filter((member): member is [string, Json] => member[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`);
  return `{${members.join(',')}}`;
}
