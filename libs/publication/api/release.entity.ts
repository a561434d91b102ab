import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';

/** That something has been told, once. A null time is that of an earlier year's result whose day is not known. */
@Entity('release')
@Unique('uq_release_once', ['editionId', 'kind', 'scope', 'number'])
@Unique('uq_release_id_edition_id', ['id', 'editionId'])
@ForeignKey('SealedRecord', ['sealedRecordId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_release_sealed_record_id',
})
@Check(
  'ck_release_kind',
  `kind in ('finalists', 'winners') and (kind = 'finalists') = (scope = 'all')`,
)
@Check('ck_release_known_time', 'released_at is not null or sealed_record_id is null')
@Check('ck_release_number', 'number = 1 or (number > 1 and sealed_record_id is not null)')
export class Release {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Edition', { name: 'fk_release_edition_id' })
  @Column({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'text' })
  kind: 'finalists' | 'winners';

  @Column({ type: 'text' })
  scope: string;

  /** 1, and one more for each correction: the highest stands. */
  @Column({ type: 'integer', default: 1 })
  number: number;

  @Column({ type: 'uuid', nullable: true })
  sealedRecordId: string | null;

  @Column({ type: 'timestamptz', nullable: true, default: () => 'award_now()' })
  releasedAt: Date | null;

  /** Null when the clock released it. */
  @Column({ type: 'uuid', nullable: true })
  releasedBy: string | null;
}

/** One municipality that a release tells of. */
@Entity('release_entry')
@ForeignKey('Release', ['releaseId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_release_entry_release_id',
})
@ForeignKey(
  'Nomination',
  ['nominationId', 'editionId', 'classCode'],
  ['id', 'editionId', 'classCode'],
  { name: 'fk_release_entry_nomination_id' },
)
@Check('ck_release_entry_outcome', `outcome in ('finalist', 'winner', 'prize-withdrawn')`)
@Check('ck_release_entry_written_form', `written_form in ('nb', 'nn')`)
export class ReleaseEntry {
  @PrimaryColumn({ type: 'uuid' })
  releaseId: string;

  @Index('ix_release_entry_nomination_id')
  @PrimaryColumn({ type: 'uuid' })
  nominationId: string;

  @Column({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'text' })
  classCode: string;

  @Column({ type: 'text' })
  outcome: 'finalist' | 'winner' | 'prize-withdrawn';

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text', nullable: true })
  justification: string | null;

  @Column({ type: 'text', nullable: true })
  writtenForm: 'nb' | 'nn' | null;

  /** Where an earlier year's result was published. */
  @Column({ type: 'text', nullable: true })
  source: string | null;
}

/** That the live page waits with a release until the video stream has come to it. */
@Entity('live_hold')
@ForeignKey('Release', ['releaseId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_live_hold_release_id',
})
@Index('ix_live_hold_due', ['dueAt'], { where: 'ended_at is null' })
export class LiveHold {
  @PrimaryColumn({ type: 'uuid' })
  releaseId: string;

  @Column({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'timestamptz' })
  dueAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}
