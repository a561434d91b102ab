import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { FactCheckAnswer } from '@award/award';

const OF_CLASS: [string, string, string] = ['id', 'editionId', 'classCode'];

/** The words that a finalist was asked about, kept as they stood, and its answer, given once. */
@Entity('fact_check')
@Unique('uq_fact_check_justification_id_text_sha256', ['justificationId', 'textSha256'])
@Index('ix_fact_check_nomination_id', ['nominationId', 'askedAt'])
@ForeignKey('Justification', ['justificationId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_fact_check_justification_id',
})
@ForeignKey('Nomination', ['nominationId', 'editionId', 'classCode'], OF_CLASS, {
  name: 'fk_fact_check_nomination_id',
})
@Check('ck_fact_check_due', 'due_at > asked_at')
@Check(
  'ck_fact_check_answer',
  `(answer is null and answered_at is null and remarks = '')
    or (answered_at is not null and (answer = 'fine' and remarks = '' or answer = 'remarks' and remarks <> ''))`,
)
export class FactCheck {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  justificationId: string;

  @Column('uuid')
  nominationId: string;

  @Column('uuid')
  editionId: string;

  @Column('text')
  classCode: string;

  @Column('text')
  text: string;

  @Column('text')
  writtenForm: 'nb' | 'nn';

  @Column('text')
  textSha256: string;

  @Column('uuid')
  askedBy: string;

  @Column('timestamptz', { default: () => 'award_now()' })
  askedAt: Date;

  @Column('timestamptz')
  dueAt: Date;

  @Column('text', { nullable: true })
  answer: FactCheckAnswer | null;

  @Column('text', { default: '' })
  remarks: string;

  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
