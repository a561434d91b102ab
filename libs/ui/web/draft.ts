/** What is being typed in a form, and the saved version that it stands upon. */
export interface Draft<T extends object> {
  readonly typed: T;
  /** What the fields are compared with: as they came, or as they were sent and saved. */
  readonly base: T;
  /** The newest version that has come. */
  readonly version: number;
  /** The version to save upon: behind `version` as long as somebody else's words would be overwritten unseen. */
  readonly upon: number;
  /** The next version that comes is saved upon without more: it is one's own, or the user has been told of it. */
  readonly expected: boolean;
}

/**
 * The draft when a version has come, from an own save or from somebody else: a field that has been changed keeps what
 * is typed, the rest takes what came. The same version once more changes nothing.
 */
export function takeIn<T extends object>(
  draft: Draft<T> | undefined,
  came: T,
  version: number,
): Draft<T> {
  if (draft === undefined)
    return { typed: came, base: came, version, upon: version, expected: false };
  if (draft.version === version) return draft;
  const { typed, base, expected } = draft;
  const fields = Object.keys(came) as (keyof T)[];
  const touched = fields.filter((field) => !same(typed[field], base[field]));
  const overwrites = touched.some(
    (field) => !same(came[field], base[field]) && !same(came[field], typed[field]),
  );
  const behind = !expected && (overwrites || draft.upon !== draft.version);
  return {
    typed: { ...came, ...Object.fromEntries(touched.map((field) => [field, typed[field]])) },
    base: came,
    version,
    upon: behind ? draft.upon : version,
    expected: false,
  };
}

/** What was sent has been saved; what has been typed since is still to be. */
export function savedAs<T extends object>(draft: Draft<T>, sent: T): Draft<T> {
  return { ...draft, base: sent, upon: draft.version, expected: true };
}

/** The user has been told that somebody else has saved: what is typed may be saved upon that. */
export function toldOf<T extends object>(draft: Draft<T>): Draft<T> {
  return { ...draft, upon: draft.version, expected: true };
}

/** Whether something has been typed since this was sent. */
export function writtenSince<T extends object>({ typed }: Draft<T>, sent: T): boolean {
  return !same(typed, sent);
}

/** Fields are made in the same way wherever they come from. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
