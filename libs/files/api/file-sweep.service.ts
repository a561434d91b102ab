import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '@award/jobs/api';
import { FileSettling } from './file-settling.service';
import { FileStores } from './file-stores';

const AT_A_TIME = 50;

/** Files that wait for a verdict or a store are tried again; what was given up or let go is taken away. */
const TO_SETTLE = `select id from file where state = 'scanning' and not released order by touched_at limit $1`;

/** A check that was cut short can be asked for again. */
const REVIVE = `
update file set state = 'uploading', touched_at = clock_timestamp()
where state = 'checking' and touched_at < clock_timestamp() - interval '5 minutes'`;

/** Uploads that nobody has gone on with for a day, and refused files that have been seen. */
const GIVE_UP = `
update file set released = true where not released and state in ('uploading', 'refused')
  and touched_at < clock_timestamp() - interval '1 day'`;

const RELEASED = `select id from file where released and (storage = 'database' or $2)  order by touched_at limit $1`;

/** On the real clock, every minute, in whichever process is first. */
@Injectable()
export class FileSweep {
  private readonly log = new Logger('Files');

  constructor(
    private readonly db: DataSource,
    private readonly settling: FileSettling,
    private readonly stores: FileStores,
    jobs: Jobs,
  ) {
    jobs.register('files-sweep', () => this.sweep(), { everyMinute: true });
  }

  async sweep(): Promise<void> {
    await this.db.query(REVIVE);
    const waiting: { id: string }[] = await this.db.query(TO_SETTLE, [AT_A_TIME]);
    for (const { id } of waiting) await this.settling.settle(id);
    await this.db.query(GIVE_UP);
    const gone: { id: string }[] = await this.db.query(RELEASED, [
      AT_A_TIME,
      this.stores.all.length > 1,
    ]);
    for (const { id } of gone) await this.takeAway(id);
  }

  /** The object first: a row without an object can be tried again, an object without a row never. */
  private async takeAway(id: string): Promise<void> {
    try {
      for (const store of this.stores.all) await store.remove(id);
      await this.db.query('delete from file where id = $1 and released', [id]);
    } catch (error) {
      this.log.warn(`A file is not taken away yet: ${String(error)}`);
    }
  }
}
