/** A file as its store knows it. */
export interface KeptFile {
  readonly id: string;
  /** Bytes and SHA-256 of what is stored. */
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Where the bytes of files lie once they have been checked. On their way in they always lie in the
 * database, so that a broken upload, a crash and a rejected file leave nothing elsewhere.
 */
export interface FileStore {
  readonly name: 'database' | 's3';
  /** Takes over what has been checked. Doing it twice does no harm. */
  keep(file: KeptFile, staged: AsyncIterable<Buffer>): Promise<void>;
  /** The bytes from `from` to `to`, both included, in order. */
  read(file: KeptFile, from: number, to: number): AsyncIterable<Buffer>;
  /** Taking away what is not there is done at once. */
  remove(id: string): Promise<void>;
}
