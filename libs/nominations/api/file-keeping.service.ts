import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Files } from '@award/files/api';
import { Jobs } from '@award/jobs/api';
import { UNLISTED_FILES } from './entry-files.queries';

/**
 * A file that was sent and never became part of the entry is let go after this time: long enough for
 * a text that lay in a browser without a connection.
 */
const KEPT = '14 days';
/** Nothing hangs on the minute, and the question reads every version that lists a file. */
const ASK_EVERY_MS = 60 * 60 * 1000;

@Injectable()
export class FileKeeping {
  private asked = -Infinity;

  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
    jobs: Jobs,
  ) {
    jobs.register('nominations-unlisted-files', () => this.letGoAtTimes(), {
      everyMinute: true,
    });
  }

  private async letGoAtTimes(): Promise<void> {
    if (performance.now() - this.asked < ASK_EVERY_MS) return;
    this.asked = performance.now();
    await this.letGo();
  }

  /** Under the same lock as a save that lists the file, so that no list ever names what is gone. */
  async letGo(): Promise<void> {
    const old: { id: string }[] = await this.db.query(UNLISTED_FILES, [null, KEPT]);
    if (old.length === 0) return;
    await this.db.transaction(async (tx) => {
      await tx.query(
        `select n.id from nomination n where n.id in (select nomination_id from nomination_file where file_id = any($1))
         order by n.id for no key update`,
        [old.map(({ id }) => id)],
      );
      const still: { id: string }[] = await tx.query(UNLISTED_FILES, [null, KEPT]);
      const first = new Set(old.map(({ id }) => id));
      await this.files.release(
        tx,
        still.map(({ id }) => id).filter((id) => first.has(id)),
      );
    });
  }
}
