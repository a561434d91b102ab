/**
 * Each member reads the entries of a class in an order of their own, so that effects of the order
 * average out over the jury. The order depends only on the member's seat and the entries' ids: it
 * is the same on every device and tomorrow, and one entry more or less moves no other.
 */

/** The entries in the order of the seat. Ids are any strings; none may be repeated. */
export function readingOrder(seat: string, entries: readonly string[]): readonly string[] {
  return entries
    .map((entry) => ({ entry, place: mixOf(seat, entry) }))
    .sort((a, b) => a.place - b.place || (a.entry < b.entry ? -1 : 1))
    .map(({ entry }) => entry);
}

/** A whole number from 0 to 2^32 - 1 that depends on the pair alone. */
export function mixOf(seat: string, entry: string): number {
  return mix(`${seat}\u0000${entry}`);
}

/** A 32-bit FNV-1a hash with a final avalanche (MurmurHash3's finaliser). */
function mix(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
