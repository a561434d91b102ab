import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Checklist, EligibilityOutcome } from '@award/award';

/** One outcome of the formal check of an entry. Rows are only added. */
@Entity('eligibility_check')
@Index('ix_eligibility_check_nomination_id', ['nominationId'])
@ForeignKey('Nomination', ['nominationId', 'editionId'], ['id', 'editionId'], {
  name: 'fk_eligibility_check_nomination_id_edition_id',
})
@Check('ck_eligibility_check_outcome', `outcome in ('eligible', 'returned', 'ineligible')`)
@Check('ck_eligibility_check_reason', `outcome = 'eligible' or reason is not null`)
@Check('ck_eligibility_check_due', `(outcome = 'returned') = (due_at is not null)`)
export class EligibilityCheck {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_eligibility_check' })
  id: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  outcome: EligibilityOutcome;

  @Column('jsonb')
  checklist: Checklist;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { default: () => 'award_now()' })
  decidedAt: Date;
}
