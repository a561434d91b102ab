import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An erasure that was asked for. When it is done only numbers are left of it. */
@Entity('erasure')
@ForeignKey('Person', ['personId'], ['id'])
@Check('ck_erasure_done', '(done_at is null) = (gone is null)')
@Check('ck_erasure_forgotten', `done_at is null or emails = '{}'`)
@Index('uq_erasure_waiting', ['personId'], {
  unique: true,
  where: 'done_at is null and person_id is not null',
})
@Index('ix_erasure_waiting', ['askedAt'], { where: 'done_at is null' })
export class Erasure {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text', { array: true, default: '{}' })
  emails: string[];

  @Column('uuid')
  askedBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  askedAt: Date;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;

  /** How many of each kind have gone. */
  @Column('jsonb', { nullable: true })
  gone: Record<string, number> | null;
}
