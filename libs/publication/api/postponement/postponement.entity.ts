import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Postponable } from '@award/award';

/** Another time for an announcement: proposed by one, confirmed by another. */
@Entity('postponement')
@Index('uq_postponement_waiting', ['editionId', 'field'], {
  unique: true,
  where: 'confirmed_at is null and given_up_at is null',
})
@Check('ck_postponement_field', `field in ('finalistsAt', 'announcementAt')`)
@Check(
  'ck_postponement_two',
  'confirmed_by <> proposed_by and (confirmed_at is null) = (confirmed_by is null)',
)
@Check(
  'ck_postponement_given_up',
  '(given_up_at is null) = (given_up_by is null) and (given_up_at is null or confirmed_at is null)',
)
export class Postponement {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Edition', { name: 'fk_postponement_edition_id' })
  @Column('uuid')
  editionId: string;

  @Column('text')
  field: Postponable;

  @Column('timestamptz')
  before: Date;

  @Column('timestamptz')
  after: Date;

  @Column('text')
  reason: string;

  /** Ids of the sealed records that went by themselves and get the new time when it is confirmed. */
  @Column('jsonb', { default: [] })
  timed: string[];

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  proposedAt: Date;

  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { nullable: true })
  givenUpBy: string | null;

  @Column('timestamptz', { nullable: true })
  givenUpAt: Date | null;
}
