import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { FileFault, FileGroup, FileKind, FileState, FileWarning } from '@award/award';

/** A file that somebody has begun to send. Whom it belongs to is known by the area that asked for it. */
@Entity('file')
@Index('ix_file_state', ['state'], { where: `state <> 'ready'` })
@Check('ck_file_state', `state in ('uploading', 'checking', 'scanning', 'ready', 'refused')`)
@Check('ck_file_storage', `storage in ('database', 's3')`)
@Check(
  'ck_file_expected',
  `expected_bytes between 1 and 50000000 and expected_sha256 ~ '^[0-9a-f]{64}$'`,
)
@Check('ck_file_received', 'received between 0 and expected_bytes')
@Check(
  'ck_file_known',
  `state not in ('scanning', 'ready') or (kind is not null and bytes is not null and sha256 is not null)`,
)
@Check('ck_file_fault', `(state = 'refused') = (fault is not null)`)
export class File {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_file' })
  id: string;

  @Column('text', { default: 'uploading' })
  state: FileState;

  @Column('text', { array: true })
  accepts: FileGroup[];

  @Column('integer')
  expectedBytes: number;

  @Column('text', { name: 'expected_sha256' })
  expectedSha256: string;

  @Column('integer', { default: 0 })
  received: number;

  @Column('integer', { default: 0 })
  pieces: number;

  @Column('text', { nullable: true })
  kind: FileKind | null;

  @Column('integer', { nullable: true })
  bytes: number | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('integer', { nullable: true })
  pages: number | null;

  @Column('integer', { nullable: true })
  width: number | null;

  @Column('integer', { nullable: true })
  height: number | null;

  @Column('text', { array: true, default: '{}' })
  warnings: FileWarning[];

  @Column('text', { nullable: true })
  fault: FileFault | null;

  @Column('text', { default: 'database' })
  storage: 'database' | 's3';

  /** Nobody refers to it any more: it is taken away by the next sweep. */
  @Column('boolean', { default: false })
  released: boolean;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  touchedAt: Date;
}

/** A piece of at most 512 kB. */
@Entity('file_chunk')
@ForeignKey('File', ['fileId'], ['id'], { name: 'fk_file_chunk_file_id', onDelete: 'CASCADE' })
@Check('ck_file_chunk_bytes', 'octet_length(bytes) between 1 and 524288')
export class FileChunk {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_file_chunk' })
  fileId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_file_chunk' })
  seq: number;

  /** Offset of its first byte in the file. */
  @Column('integer')
  startAt: number;

  @Column('bytea')
  bytes: Buffer;
}
