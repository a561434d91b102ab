export interface EmbeddedPostgres {
  url: (database: string) => string;
  fresh: boolean;
  /** The process that serves; null while none does. */
  pid: () => number | null;
  stop: () => Promise<void>;
}

export function startPostgres(options: {
  folder: string;
  throwAway?: boolean;
}): Promise<EmbeddedPostgres>;

/** The process that serves the files in this folder; null when none lives. */
export function serverOf(data: string): number | null;
