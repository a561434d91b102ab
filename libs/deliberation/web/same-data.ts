/**
 * Whether two answers of the server say the same. The meeting is asked anew every few seconds, and
 * what somebody is filling in must not start over because an equal answer has come.
 */
export function sameData(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
