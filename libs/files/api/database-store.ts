import type { DataSource, EntityManager } from 'typeorm';
import type { FileStore, KeptFile } from './file-store';

/** The most bytes of one row. */
export const CHUNK_BYTES = 524_288;

const NEXT_CHUNK = `
select seq, start_at as "startAt", bytes from file_chunk
where file_id = $1 and seq > $2 and start_at + octet_length(bytes) > $3 and start_at <= $4
order by seq limit 1`;

/** Files in the database's own rows: they follow its transactions, copies and backups. */
export class DatabaseStore implements FileStore {
  readonly name = 'database';

  constructor(private readonly db: DataSource) {}

  /** What has come in lies where it is to stay. */
  async keep(): Promise<void> {
    await Promise.resolve();
  }

  async *read({ id }: Pick<KeptFile, 'id'>, from: number, to: number): AsyncIterable<Buffer> {
    for (let after = -1; ;) {
      const [chunk]: { seq: number; startAt: number; bytes: Buffer }[] = await this.db.query(
        NEXT_CHUNK,
        [id, after, from, to],
      );
      if (!chunk) return;
      after = chunk.seq;
      yield chunk.bytes.subarray(Math.max(0, from - chunk.startAt), to - chunk.startAt + 1);
    }
  }

  async remove(id: string): Promise<void> {
    await this.db.query('delete from file_chunk where file_id = $1', [id]);
  }
}

/** Puts other bytes in the place of those that came in. */
export async function replaceChunks(
  tx: EntityManager,
  fileId: string,
  bytes: Buffer,
): Promise<void> {
  await tx.query('delete from file_chunk where file_id = $1', [fileId]);
  for (let seq = 1, at = 0; at < bytes.length; seq++, at += CHUNK_BYTES) {
    await tx.query(
      'insert into file_chunk (file_id, seq, start_at, bytes) values ($1, $2, $3, $4)',
      [fileId, seq, at, bytes.subarray(at, at + CHUNK_BYTES)],
    );
  }
}
