import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A date that was moved once the call had opened: who, what and why. */
@Entity('timetable_change')
export class TimetableChange {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Edition', { name: 'fk_timetable_change_edition_id' })
  @Index('ix_timetable_change_edition_id')
  @Column({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'text' })
  field: string;

  @Column({ type: 'timestamptz', nullable: true })
  before: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  after: Date | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'uuid', nullable: true })
  changedBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  changedAt: Date;
}

/**
 * A part of the rule of judgement, or the help in the form, that was changed once the call had opened
 * and before the rule was registered.
 */
@Entity('rule_change')
@Check('ck_rule_change_part', `part in ('classes', 'criteria', 'rules', 'form')`)
export class RuleChange {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Edition', { name: 'fk_rule_change_edition_id' })
  @Index('ix_rule_change_edition_id')
  @Column({ type: 'uuid' })
  editionId: string;

  @Column({ type: 'text' })
  part: 'classes' | 'criteria' | 'rules' | 'form';

  @Column({ type: 'jsonb' })
  before: object;

  @Column({ type: 'jsonb' })
  after: object;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'uuid', nullable: true })
  changedBy: string | null;

  @Column({ type: 'timestamptz', default: () => 'award_now()' })
  changedAt: Date;
}
