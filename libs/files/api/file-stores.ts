import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refused } from '@award/access/api';
import { Settings } from '@award/settings/api';
import { DatabaseStore } from './database-store';
import type { FileStore } from './file-store';
import { S3Store } from './s3-store';

/** The stores of this installation. A file is read from the one that took it, whatever is set now. */
@Injectable()
export class FileStores {
  readonly database: DatabaseStore;
  private readonly s3: S3Store | null;

  constructor(db: DataSource, settings: Settings) {
    this.database = new DatabaseStore(db);
    this.s3 = settings.files.s3 ? new S3Store(settings.files.s3) : null;
  }

  /** Every one that may hold something. */
  get all(): readonly FileStore[] {
    return this.s3 ? [this.database, this.s3] : [this.database];
  }

  get toKeepIn(): FileStore {
    return this.s3 ?? this.database;
  }

  of(storage: FileStore['name']): FileStore {
    if (storage === 'database') return this.database;
    if (this.s3 === null) throw new Refused('unavailable');
    return this.s3;
  }
}
