/** Something that is true of the database whatever has happened to it: after a crash, a restore, a hand in the tables. */
export interface Invariant {
  /** Names the check in the output and in what watches it. */
  readonly name: string;
  /** What is true, in one sentence. */
  readonly promise: string;
  /** A row with `what`, the id of what breaks it, for each place that does. None when all is well. */
  readonly broken: string;
}

/** Editions of before the system are kept as they were published, with what is not known left out. */
export const OURS = `(select id from edition where not as_published)`;
