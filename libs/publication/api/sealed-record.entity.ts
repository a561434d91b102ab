import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { SealedPayload } from './sealed-payload';

/** What is decided, as it will be told: never edited, only cancelled and sealed anew. */
@Entity('sealed_record')
@Unique('uq_sealed_record_id_edition_id', ['id', 'editionId'])
@Index('uq_sealed_record_living', ['editionId', 'kind', 'scope', 'number'], {
  unique: true,
  where: 'cancelled_at is null',
})
@Index('ix_sealed_record_due', ['releaseAt'], {
  where: 'cancelled_at is null and release_at is not null',
})
@Check('ck_sealed_record_kind', `kind in ('finalists', 'winners')`)
@Check('ck_sealed_record_scope', `(kind = 'finalists') = (scope = 'all')`)
@Check('ck_sealed_record_number', 'number >= 1')
@Check('ck_sealed_record_stopped', '(stopped_at is null) = (stopped_by is null)')
@Check('ck_sealed_record_cancelled', '(cancelled_at is null) = (cancelled_by is null)')
export class SealedRecord {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Edition', { name: 'fk_sealed_record_edition_id' })
  @Column({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'text' })
  kind: 'finalists' | 'winners';

  /** A class code for winners; `all` for the finalists of every class. */
  @Column({ type: 'text' })
  scope: string;

  /** 1, and one more for each correction of what has been released. */
  @Column({ type: 'integer', default: 1 })
  number: number;

  @Column({ type: 'jsonb' })
  payload: SealedPayload;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'uuid' })
  sealedBy: string;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  sealedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  releaseAt: Date | null;

  /** Set by a stop and cleared when two people have armed it anew. */
  @Column({ type: 'timestamptz', nullable: true })
  stoppedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  stoppedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  cancelledAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  cancelledBy: string | null;
}
